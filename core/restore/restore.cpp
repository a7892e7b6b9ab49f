// Tested by tests/core/restore_test.cpp.
#include "restore/restore.h"

#include <algorithm>
#include <array>
#include <utility>

#include "text/order.h"

namespace palimpsest {
namespace {

constexpr std::size_t row_count = 0
#define RESTORATION(...) +1
#include "restore/restorations.def"
    ;
static_assert(repair_count + row_count <= most_change_kinds);

constexpr std::array<RestorationRule, row_count> rows = {{
#define RESTORATION(name, safety, title, explanation) \
  {RestorationKind::name, Safety::safety, #name, title, explanation, rules::name::find},
#include "restore/restorations.def"
}};

/// Asks every rule. What changes nothing is left out.
std::vector<Restoration> ask_rules(const DamagedText& damaged, const RestoreOptions& options) {
  std::vector<Restoration> found;
  for (const RestorationRule& rule : rows) {
    if (std::find(options.reject.begin(), options.reject.end(), rule.kind) != options.reject.end())
      continue;
    for (Restoration& one : rule.find(damaged)) {
      if (one.span.of(damaged.text) == one.text) continue;
      one.kind = rule.kind;
      one.safety = std::min(one.safety, rule.safety);
      found.push_back(std::move(one));
    }
  }
  return found;
}

bool collide(CleanSpan a, CleanSpan b) { return (a.begin < b.end && b.begin < a.end) || a == b; }

/// In the order of the text, without overlaps: what is applied comes before a suggestion, then the
/// earlier row before a later one, then what is surer.
std::vector<Restoration> settle(std::vector<Restoration> found) {
  sort_by(found, [](const Restoration& r) {
    const std::uint32_t suggested = r.safety == Safety::suggestion ? 0x100 : 0;
    return two_keys(suggested + static_cast<std::uint32_t>(r.kind), ~std::uint32_t{r.confidence});
  });
  // Kept spans lie apart, so a new one can only collide with its neighbours among them.
  std::vector<std::pair<CleanSpan, std::size_t>> kept;
  for (std::size_t i = 0; i < found.size(); ++i) {
    const auto next = std::lower_bound(kept.begin(), kept.end(),
                                       std::pair<CleanSpan, std::size_t>(found[i].span, 0));
    if (next != kept.end() && collide(next->first, found[i].span)) continue;
    if (next != kept.begin() && collide(std::prev(next)->first, found[i].span)) continue;
    kept.insert(next, {found[i].span, i});
  }
  std::vector<Restoration> settled;
  settled.reserve(kept.size());
  for (const auto& [span, i] : kept) settled.push_back(std::move(found[i]));
  return settled;
}

Change change_of(const Restoration& one, CleanSpan clean) {
  const ChangeKind kind = one.kind;
  return {{one.span.begin, one.span.end},
          clean,
          ChangeKinds().set(kind.index()),
          kind,
          one.safety,
          one.confidence};
}

}  // namespace

std::span<const RestorationRule> restoration_rules() { return rows; }
const RestorationRule& rule_of(RestorationKind kind) {
  return rows[static_cast<std::size_t>(kind)];
}

const VersionReading& DamagedText::version_reading() const {
  if (!version_reading_) version_reading_ = read_version(*this);
  return *version_reading_;
}

// Not inlined: a page loads it later than what calls it (the doors in wasm/CMakeLists.txt).
[[gnu::noinline]] Cleaned restore(const DamagedText& damaged, const RestoreOptions& options) {
  Cleaned restored;
  std::vector<Restoration> found = settle(ask_rules(damaged, options));
  if (std::all_of(found.begin(), found.end(),
                  [](const Restoration& one) { return one.safety == Safety::suggestion; })) {
    restored.text = damaged.text;
  } else {
    std::uint32_t from = 0;
    for (Restoration& one : found) {
      if (one.safety == Safety::suggestion) continue;
      restored.text += damaged.text.substr(from, one.span.begin - from);
      const auto begin = static_cast<std::uint32_t>(restored.text.size());
      restored.text += one.text;
      from = one.span.end;
      const auto id = static_cast<std::uint32_t>(restored.changes.size());
      restored.changes.push_back(
          change_of(one, {begin, static_cast<std::uint32_t>(restored.text.size())}));
      restored.notes.push_back({id, one.lost, std::move(one.why)});
      for (Guess& guess : one.suggestions)
        restored.readings.push_back({id, guess.confidence, std::move(guess.text)});
    }
    restored.text += damaged.text.substr(from);
  }
  const OffsetMap map = restored.map();
  std::vector<Proposed> proposed;
  for (Restoration& one : found) {
    if (one.safety != Safety::suggestion) continue;
    Proposed& p = proposed.emplace_back();
    p.suggestion = {change_of(one, map.to_clean(SourceSpan{one.span.begin, one.span.end})),
                    std::move(one.text)};
    p.note.push_back({0, one.lost, std::move(one.why)});
    for (Guess& guess : one.suggestions)
      p.readings.emplace_back(guess.confidence, std::move(guess.text));
  }
  add_suggestions(std::move(proposed), restored);
  return restored;
}

ChangeRow row_of(ChangeKind kind) {
  if (kind.is_repair()) {
    const RepairRule& rule = rule_of(kind.repair());
    return {kind, rule.group, rule.safety, rule.name, rule.title, rule.explanation};
  }
  const RestorationRule& rule = rule_of(kind.restoration());
  return {kind, Group::restore, rule.safety, rule.name, rule.title, rule.explanation};
}

std::vector<ChangeRow> change_rows() {
  std::vector<ChangeRow> all;
  for (const RepairRule& rule : repair_rules()) all.push_back(row_of(rule.kind));
  for (const RestorationRule& rule : restoration_rules()) all.push_back(row_of(rule.kind));
  return all;
}

}  // namespace palimpsest
