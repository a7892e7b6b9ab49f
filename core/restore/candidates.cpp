#include "restore/candidates.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "model/hash.h"
#include "text/order.h"

namespace palimpsest {
namespace {

/// A mention's span in cells; the ends may lie inside cells that are glued to more.
std::vector<CellMention> mentions_in_cells(const DamagedText& text, const Cells& cells) {
  std::vector<CellMention> found;
  std::uint32_t cell = 0;
  for (std::uint32_t i = 0; i < text.mentions.size(); ++i) {
    const Mention& m = text.mentions[i];
    if (!is_named(m.kind) && m.kind != EntityKind::role) continue;
    const auto begin_of = [&](std::uint32_t c) { return text.tokens.begin_of(cells[c].first); };
    const auto end_of = [&](std::uint32_t c) { return text.tokens.begin_of(cells[c].last); };
    while (cell > 0 && cell < cells.size() && begin_of(cell) > m.span.begin) --cell;
    while (cell < cells.size() && end_of(cell) <= m.span.begin) ++cell;
    std::uint32_t end = cell;
    while (end < cells.size() && begin_of(end) < m.span.end) ++end;
    if (end > cell) found.push_back({cell, end, i});
  }
  sort_by(found, [](const CellMention& cells_of) { return outer_first(cells_of); });
  return found;
}

bool may_begin(const CellWord& w) {
  if (!w.word) return false;
  if (w.capital)
    return w.role == WordClass::none || w.role == WordClass::determiner ||
           w.role == WordClass::possessive || w.role == WordClass::auxiliary ||
           w.role == WordClass::verb;
  return w.role == WordClass::none || w.role == WordClass::determiner ||
         w.role == WordClass::possessive;
}

bool may_end(const CellWord& w) {
  if (!w.word) return w.category == 1;
  if (w.pronoun != PronounFor::none) return false;
  return w.role == WordClass::none ||
         (w.capital && w.role != WordClass::determiner && w.role != WordClass::preposition);
}

/// One word alone: a name, or a noun as far as the letters tell.
bool may_stand_alone(const CellWord& w) {
  if (w.pronoun != PronounFor::none || w.role == WordClass::determiner ||
      w.role == WordClass::possessive)
    return false;
  if (w.capital) return true;
  return w.lower.size() >= 4 && (w.category == 29 || w.category >= 31);
}

/// No repeated text runs over a paragraph's end or from one sentence into the next.
bool breaks(const Cells& cells, std::uint32_t i) {
  return cells[i].blank ||
         (cells.word(i).category == 3 && (i + 1 >= cells.size() || cells[i + 1].starts));
}

/// A text of so many words that hardly any author repeats it, so that it may be any phrase.
constexpr std::uint32_t long_text = 4;

struct Repeats {
  /// [length - 1][cell]: number of uses, 1 where the text stands once.
  std::vector<std::array<std::uint16_t, max_candidate + 1>> counts;
  std::vector<std::array<std::uint64_t, max_candidate + 1>> hashes;
};

}  // namespace

Candidates find_candidates(const DamagedText& text, const Cells& cells) {
  Candidates found;
  found.mentions = mentions_in_cells(text, cells);
  const std::uint32_t size = static_cast<std::uint32_t>(cells.size());
  found.mention_at.assign(size + 1, no_index);
  for (std::uint32_t i = static_cast<std::uint32_t>(found.mentions.size()); i-- > 0;)
    found.mention_at[found.mentions[i].begin] = i;
  std::vector<std::uint32_t> mention_ends(size + 1, no_index);  // the longest that ends there
  for (std::uint32_t i = static_cast<std::uint32_t>(found.mentions.size()); i-- > 0;)
    mention_ends[found.mentions[i].end] = i;

  // Uses of each text of up to max_candidate cells that stands twice at least.
  Repeats repeats;
  repeats.counts.resize(size + 1);
  repeats.hashes.resize(size + 1);
  for (std::uint32_t length = 1; length <= max_candidate; ++length) {
    std::unordered_map<std::uint64_t, std::uint16_t> uses;
    for (std::uint32_t i = 0; i + length <= size; ++i) {
      if (breaks(cells, i + length - 1)) continue;
      if (length > 1 && repeats.counts[i][length - 1] < 2) continue;
      std::uint64_t hash =
          mix_bits(repeats.hashes[i][length - 1] * 31 + cells[i + length - 1].word + 1);
      repeats.hashes[i][length] = hash;
      std::uint16_t& n = uses[hash];
      if (n < 0xFFFF) ++n;
    }
    bool any = false;
    for (std::uint32_t i = 0; i + length <= size; ++i)
      if (repeats.hashes[i][length] != 0) {
        repeats.counts[i][length] = uses[repeats.hashes[i][length]];
        any = any || repeats.counts[i][length] > 1;
      }
    if (!any) break;
  }

  std::unordered_map<std::uint64_t, std::pair<std::uint32_t, std::uint16_t>> strings;
  for (std::uint32_t i = 0; i < size; ++i) {
    if (repeats.counts[i][1] < 2 || !cells.word(i).word) continue;
    const bool begins_phrase = may_begin(cells.word(i));
    std::uint32_t taken = 0;
    for (std::uint32_t length = max_candidate; length >= 1 && taken < 4; --length) {
      const std::uint16_t count = repeats.counts[i][length];
      if (count < 2) continue;
      const std::uint32_t end = i + length;
      if (length >= long_text ? !cells.word(end - 1).word && cells.word(end - 1).category < 6
                              : !begins_phrase || !may_end(cells.word(end - 1)))
        continue;
      if (length == 1 && !may_stand_alone(cells.word(i))) continue;
      const bool ends = length == max_candidate || repeats.counts[i][length + 1] < count ||
                        mention_ends[end] != no_index;
      const bool begins =
          i == 0 || length == max_candidate || repeats.counts[i - 1][length + 1] < count ||
          found.mention_at[i] != no_index || cells.word(i).role == WordClass::determiner;
      if (!ends || !begins) continue;
      Candidate c{.begin = i, .end = end, .count = count};
      for (std::uint32_t m = found.mention_at[i];
           m < found.mentions.size() && found.mentions[m].begin == i; ++m)
        if (found.mentions[m].end == end) c.mention = found.mentions[m].mention, c.exact = true;
      if (!c.exact && mention_ends[end] != no_index && found.mentions[mention_ends[end]].begin > i)
        c.mention = found.mentions[mention_ends[end]].mention;
      auto& [id, uses] =
          strings
              .try_emplace(repeats.hashes[i][length], static_cast<std::uint32_t>(strings.size()),
                           std::uint16_t{0})
              .first->second;
      c.string = id;
      c.ordinal = uses++;
      found.list.push_back(c);
      ++taken;
    }
  }
  found.strings = static_cast<std::uint32_t>(strings.size());
  sort_by(found.list, [](const Candidate& candidate) { return key_of_span(candidate); });
  return found;
}

}  // namespace palimpsest
