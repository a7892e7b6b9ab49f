#include "restore/context.h"

#include "model/hash.h"

namespace palimpsest {
namespace {

/// Beyond the ends of the text.
const CellWord& edge() {
  static const CellWord word{.text = "", .lower = "", .id = 77, .category = 33};
  return word;
}
const CellWord& paragraph() {
  static const CellWord word{.text = "", .lower = "", .id = 78, .category = 34};
  return word;
}

std::uint32_t feature(std::uint32_t row, std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0,
                      std::uint64_t d = 0) {
  const std::uint64_t h =
      mix_bits(a * 0x9E3779B97F4A7C15u + b * 0xC2B2AE3D27D4EB4Fu + c * 0x165667B19E3779F9u +
               d * 0x27D4EB2F165667C5u + row * 0xD6E8FEB86659FD93u);
  return static_cast<std::uint32_t>(h >> (64 - context_bits));
}

}  // namespace

ContextLook look_of(const DamagedText& text, const Cells& cells, const Candidate& candidate) {
  if (candidate.mention != no_index) {
    switch (text.mentions[candidate.mention].kind) {
      case EntityKind::person:
        return candidate.end - candidate.begin == 1 ? ContextLook::surname : ContextLook::person;
      case EntityKind::place:
        return ContextLook::place;
      case EntityKind::organisation:
      case EntityKind::facility:
        return ContextLook::organisation;
      case EntityKind::norp:
        return ContextLook::people;
      default:
        break;
    }
  }
  const CellWord& first = cells.word(candidate.begin);
  if (!first.capital && first.role != WordClass::none) return ContextLook::the_noun;
  return first.capital ? ContextLook::other : ContextLook::noun;
}

void find_context(const Cells& cells, const Candidate& candidate, ContextLook look,
                  ContextFeatures& f) {
  f.left.clear();
  f.right.clear();
  f.both.clear();
  std::array<const CellWord*, 3> l{}, r{};
  std::size_t at = candidate.begin;
  for (const CellWord*& word : l) {
    if (at == 0) {
      word = &edge();
      continue;
    }
    --at;
    word = cells[at].blank ? &paragraph() : &cells.word(at);
  }
  at = candidate.end;
  for (const CellWord*& word : r) {
    if (at >= cells.size()) {
      word = &edge();
      continue;
    }
    word = cells[at].blank ? &paragraph() : &cells.word(at);
    ++at;
  }
  const auto k = static_cast<std::uint64_t>(look);
  const auto cls = [](const CellWord* w) -> std::uint64_t {
    return w->word_class ? 100u + w->word_class : w->category;
  };
  const auto cat = [](const CellWord* w) -> std::uint64_t { return w->category; };
  const CellWord& last = cells.word(candidate.end - 1);
  const std::uint64_t own = cells.word(candidate.begin).category * 64u +
                            (candidate.end - candidate.begin > 1 ? 1u : 0u) +
                            (last.lower.size() > 3 && last.lower.ends_with("s") ? 2u : 0u);
  f.left = {feature(1, l[0]->id, k),
            feature(2, l[0]->id, own),
            feature(3, l[1]->id, l[0]->id),
            feature(4, l[1]->id, l[0]->id, k),
            feature(5, cls(l[1]), cls(l[0]), k),
            feature(6, cls(l[0]), k),
            feature(7, cat(l[2]), cat(l[1]), cat(l[0]), k),
            feature(8, l[0]->id, cls(l[1]))};
  f.right = {feature(11, r[0]->id, k),
             feature(12, r[0]->id, own),
             feature(13, r[0]->id, r[1]->id),
             feature(14, r[0]->id, r[1]->id, k),
             feature(15, cls(r[0]), cls(r[1]), k),
             feature(16, cls(r[0]), k),
             feature(17, cat(r[0]), cat(r[1]), cat(r[2]), k),
             feature(18, r[0]->id, cls(r[1]))};
  f.both = {feature(21, l[0]->id, r[0]->id),
            feature(22, l[0]->id, r[0]->id, k),
            feature(23, l[1]->id, l[0]->id, r[0]->id),
            feature(24, l[0]->id, r[0]->id, r[1]->id),
            feature(25, cls(l[0]), cls(r[0]), k),
            feature(26, cat(l[1]), cat(l[0]), cat(r[0]), k),
            feature(27, cat(l[0]), cat(r[0]), cat(r[1]), k),
            feature(28, cat(l[1]), cat(l[0]), cat(r[0]), cat(r[1]) * 16 + k),
            feature(29, l[0]->id, cls(r[0]), k),
            feature(30, cls(l[0]), r[0]->id, k),
            feature(31, l[0]->id, cat(r[0]), cat(r[1]), k),
            feature(32, cat(l[1]), cat(l[0]), r[0]->id, k)};
}

}  // namespace palimpsest
