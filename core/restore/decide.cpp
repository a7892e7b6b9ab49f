// Tested by tests/core/decide_test.cpp.
#include "restore/decide.h"

#include <algorithm>
#include <utility>

#include "restore/restore.h"
#include "text/order.h"

namespace palimpsest {
namespace {

/// A change or a suggestion on its way to its new list.
struct Item {
  Change change;
  std::string text;     // what stands or would stand there
  std::uint32_t index;  // as the readings count
  bool was_suggested, applied;
};

const Decision* decision_about(const Change& change, const std::vector<const Decision*>& sorted) {
  const auto before = [](const Decision* d, SourceSpan place) { return d->place < place; };
  for (auto it = std::lower_bound(sorted.begin(), sorted.end(), change.source, before);
       it != sorted.end() && (*it)->place == change.source; ++it)
    if ((*it)->kind == row_of(change.kind).name) return *it;
  return nullptr;
}

/// Whether two places of the source cannot both be replaced.
bool meet(SourceSpan a, SourceSpan b) { return a == b || (a.begin < b.end && b.begin < a.end); }

}  // namespace

Cleaned decide(const Source& source, Cleaned cleaned, const std::vector<Decision>& decisions) {
  if (decisions.empty()) return cleaned;
  std::vector<const Decision*> sorted;
  for (const Decision& d : decisions) sorted.push_back(&d);
  sort_by(sorted, [](const Decision* d) { return key_of_span(d->place); });

  std::vector<Item> items;
  const auto add = [&](const Change& change, std::string text, bool suggested) {
    Item item{change, std::move(text), static_cast<std::uint32_t>(items.size()), suggested,
              !suggested};
    if (const Decision* d = decision_about(change, sorted)) {
      item.applied = d->kept;
      if (d->kept && d->chosen) item.text = *d->chosen;
    }
    items.push_back(std::move(item));
  };
  for (const Change& c : cleaned.changes) add(c, std::string(c.clean.of(cleaned.text)), false);
  for (Suggestion& s : cleaned.suggestions) add(s.change, std::move(s.text), true);
  // What the reader took comes before what lies under it.
  sort_by(items, [](const Item& item) {
    return two_keys(item.change.source.begin, item.was_suggested && item.applied ? 0 : 1);
  });
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (!items[i].was_suggested || !items[i].applied) continue;
    const SourceSpan taken = items[i].change.source;
    for (std::size_t j = i; j-- > 0 && items[j].change.source.end > taken.begin;)
      if (!items[j].was_suggested && meet(items[j].change.source, taken)) items[j].applied = false;
    for (std::size_t j = i + 1; j < items.size() && items[j].change.source.begin <= taken.end; ++j)
      if (meet(items[j].change.source, taken)) items[j].applied = false;
  }

  Cleaned decided;
  std::vector<std::uint32_t> new_index(items.size(), UINT32_MAX);
  std::uint32_t from = 0;
  for (Item& item : items) {
    const SourceSpan place = item.change.source;
    if (!item.applied || place.begin < from) continue;
    if (item.text == place.of(source.text)) continue;  // another reading may be what stood there
    decided.text += source.text.substr(from, place.begin - from);
    const auto begin = static_cast<std::uint32_t>(decided.text.size());
    decided.text += item.text;
    item.change.clean = {begin, static_cast<std::uint32_t>(decided.text.size())};
    if (item.was_suggested) item.change.safety = Safety::likely;
    new_index[item.index] = static_cast<std::uint32_t>(decided.changes.size());
    decided.changes.push_back(item.change);
    from = place.end;
  }
  decided.text += source.text.substr(from);

  const OffsetMap map = decided.map();
  for (Item& item : items) {
    if (item.applied) continue;
    // What lies under a suggestion that was taken is part of it now.
    const auto covers = [&](const Change& c) {
      return !item.was_suggested && meet(c.source, item.change.source);
    };
    if (std::any_of(decided.changes.begin(), decided.changes.end(), covers)) continue;
    item.change.clean = map.to_clean(item.change.source);
    item.change.safety = Safety::suggestion;
    new_index[item.index] =
        static_cast<std::uint32_t>(decided.changes.size() + decided.suggestions.size());
    decided.suggestions.push_back({item.change, std::move(item.text)});
  }
  for (ChangeReading& r : cleaned.readings)
    if (new_index[r.change] != UINT32_MAX)
      decided.readings.push_back({new_index[r.change], r.confidence, std::move(r.text)});
  sort_by(decided.readings, [](const ChangeReading& r) { return r.change; });
  for (ChangeNote& n : cleaned.notes)
    if (new_index[n.change] != UINT32_MAX)
      decided.notes.push_back({new_index[n.change], n.lost, std::move(n.why)});
  sort_by(decided.notes, [](const ChangeNote& n) { return n.change; });
  return decided;
}

}  // namespace palimpsest
