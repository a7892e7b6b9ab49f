// Tested by tests/core/change_test.cpp and, for the laws, tests/core/laws_test.cpp.
#include "repair/change.h"

#include <algorithm>
#include <utility>

#include "text/order.h"

namespace palimpsest {
namespace {

/// What two changes that met come to, `b` later than `a`.
void merge(Change& a, const Change& b) {
  if (a.kind.is_repair() && !b.kind.is_repair()) {
    a.kind = b.kind;
    a.detail = b.detail;
  }
  a.kinds |= b.kinds;
  a.safety = std::min(a.safety, b.safety);
  a.confidence = std::min(a.confidence, b.confidence);
}

void merge(ChangeNote& a, const ChangeNote& b) {
  a.lost.what = a.lost.what == b.lost.what ? a.lost.what : Lost::What::words;
  a.lost.count = static_cast<std::uint16_t>(std::min(a.lost.count + b.lost.count, 0xFFFF));
  if (a.why != b.why) (a.why += ' ') += b.why;
}

/// The notes of the changes [begin, end), from `next` on, as one note of change `to`.
void take_notes(std::vector<ChangeNote>& from, std::size_t& next, std::uint32_t begin,
                std::uint32_t end, std::uint32_t to, std::vector<ChangeNote>& notes) {
  for (; next < from.size() && from[next].change < end; ++next) {
    if (from[next].change < begin) continue;
    if (!notes.empty() && notes.back().change == to) {
      merge(notes.back(), from[next]);
    } else {
      notes.push_back(std::move(from[next]));
      notes.back().change = to;
    }
  }
}

/// Gives what belongs to changes their new numbers and drops what belongs to none.
template <class Belonging>
void renumber(std::vector<Belonging>& all, const std::vector<std::uint32_t>& number_of) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::uint32_t number = number_of[all[i].change];
    if (number == UINT32_MAX) continue;
    if (kept != i) all[kept] = std::move(all[i]);
    all[kept++].change = number;
  }
  all.erase(all.begin() + static_cast<std::ptrdiff_t>(kept), all.end());
}

}  // namespace

OffsetMap Cleaned::map() const {
  std::vector<Replaced> pieces;
  pieces.reserve(changes.size());
  for (const Change& c : changes) pieces.push_back({c.source, c.clean});
  return OffsetMap(std::move(pieces));
}

std::string_view name_of(Lost::What what) {
  return what == Lost::What::mention ? "mention" : "words";
}

const ChangeNote* Cleaned::note_of(std::size_t change) const {
  const auto found =
      std::lower_bound(notes.begin(), notes.end(), change,
                       [](const ChangeNote& note, std::size_t at) { return note.change < at; });
  return found != notes.end() && found->change == change ? &*found : nullptr;
}

std::string apply_changes(std::string_view source, const Cleaned& cleaned,
                          const std::vector<bool>& keep) {
  std::string text;
  std::uint32_t from = 0;
  for (std::size_t i = 0; i < cleaned.changes.size(); ++i) {
    const Change& c = cleaned.changes[i];
    text += source.substr(from, c.source.begin - from);
    text += keep[i] ? c.clean.of(cleaned.text) : c.source.of(source);
    from = c.source.end;
  }
  text += source.substr(from);
  return text;
}

Cleaned then(Cleaned first, Cleaned second) {
  std::vector<Proposed> suggestions = take_suggestions(second);
  take_suggestions(first);
  Cleaned both;
  both.text = std::move(second.text);
  std::vector<Origin> origins;
  const OffsetMap before = first.map();
  const OffsetMap map = compose(before, second.map(), &origins);
  both.changes.reserve(origins.size());
  std::size_t old_reading = 0, new_reading = 0, old_note = 0, new_note = 0;
  for (std::uint32_t i = 0; i < origins.size(); ++i) {
    const Origin& o = origins[i];
    Change change;
    bool any = false;
    const auto take = [&](const Change& c) {
      any ? merge(change, c) : void(change = c);
      any = true;
    };
    for (std::uint32_t k = o.first_begin; k < o.first_end; ++k) take(first.changes[k]);
    for (std::uint32_t k = o.second_begin; k < o.second_end; ++k) take(second.changes[k]);
    change.source = map.pieces()[i].source;
    change.clean = map.pieces()[i].clean;
    both.changes.push_back(change);
    // Readings of a change that another one touched are no longer true and go.
    const bool untouched = o.first_end - o.first_begin == 1 && o.second_begin == o.second_end;
    std::vector<ChangeReading>& old = first.readings;
    for (; old_reading < old.size() && old[old_reading].change < o.first_end; ++old_reading)
      if (untouched && old[old_reading].change == o.first_begin)
        both.readings.push_back({i, old[old_reading].confidence, std::move(old[old_reading].text)});
    std::vector<ChangeReading>& fresh = second.readings;
    for (; new_reading < fresh.size() && fresh[new_reading].change < o.second_end; ++new_reading)
      if (fresh[new_reading].change >= o.second_begin)
        both.readings.push_back(
            {i, fresh[new_reading].confidence, std::move(fresh[new_reading].text)});
    take_notes(first.notes, old_note, o.first_begin, o.first_end, i, both.notes);
    take_notes(second.notes, new_note, o.second_begin, o.second_end, i, both.notes);
  }
  for (Proposed& p : suggestions)
    p.suggestion.change.source = before.to_source(
        CleanSpan{p.suggestion.change.source.begin, p.suggestion.change.source.end});
  add_suggestions(std::move(suggestions), both);
  return both;
}

void drop_equal(std::string_view source, Cleaned& cleaned) {
  std::vector<Proposed> suggestions = take_suggestions(cleaned);
  std::vector<std::uint32_t> number_of(cleaned.changes.size(), UINT32_MAX);
  std::uint32_t kept = 0;
  for (std::size_t i = 0; i < cleaned.changes.size(); ++i) {
    const Change& c = cleaned.changes[i];
    if (c.source.of(source) == c.clean.of(cleaned.text)) continue;
    number_of[i] = kept;
    cleaned.changes[kept++] = c;
  }
  cleaned.changes.resize(kept);
  renumber(cleaned.readings, number_of);
  renumber(cleaned.notes, number_of);
  add_suggestions(std::move(suggestions), cleaned);
}

void add_suggestions(std::vector<Proposed> proposed, Cleaned& cleaned) {
  sort_by(proposed, [](const Proposed& p) { return key_of_span(p.suggestion.change.clean); });
  std::uint32_t end = 0;
  for (Proposed& p : proposed) {
    const CleanSpan span = p.suggestion.change.clean;
    if (!cleaned.suggestions.empty() && span.begin < end) continue;
    end = span.end;
    const auto index =
        static_cast<std::uint32_t>(cleaned.changes.size() + cleaned.suggestions.size());
    cleaned.suggestions.push_back(std::move(p.suggestion));
    for (auto& [confidence, text] : p.readings)
      cleaned.readings.push_back({index, confidence, std::move(text)});
    for (ChangeNote& note : p.note)
      cleaned.notes.push_back({index, note.lost, std::move(note.why)});
  }
}

std::vector<Proposed> take_suggestions(Cleaned& cleaned) {
  std::vector<Proposed> taken;
  taken.reserve(cleaned.suggestions.size());
  for (Suggestion& s : cleaned.suggestions) taken.push_back({std::move(s), {}, {}});
  cleaned.suggestions.clear();
  const auto first = static_cast<std::uint32_t>(cleaned.changes.size());
  while (!cleaned.readings.empty() && cleaned.readings.back().change >= first) {
    ChangeReading& r = cleaned.readings.back();
    auto& readings = taken[r.change - first].readings;
    readings.emplace(readings.begin(), r.confidence, std::move(r.text));
    cleaned.readings.pop_back();
  }
  while (!cleaned.notes.empty() && cleaned.notes.back().change >= first) {
    ChangeNote& note = cleaned.notes.back();
    taken[note.change - first].note.push_back(std::move(note));
    cleaned.notes.pop_back();
  }
  return taken;
}

}  // namespace palimpsest
