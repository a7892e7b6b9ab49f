// Tested by tests/core/repair_test.cpp and, for the laws, tests/core/laws_test.cpp.
#include "repair/repair.h"

#include <algorithm>
#include <utility>

namespace palimpsest {
namespace {

/// What is known of a piece of the map besides its spans.
struct Provenance {
  std::uint64_t kinds = 0;
  RepairKind kind{};
  Safety safety = Safety::safe;
  std::uint8_t confidence = 100, detail = 0;
};

struct State {
  std::string text;
  Tokens tokens;
  Habits habits;
  bool fresh = false;  // habits are those of text
  OffsetMap map;
  std::vector<Provenance> provenance;   // one per piece of the map
  std::vector<ChangeReading> readings;  // of the map's pieces, in their order
};

void refresh(State& state) {
  if (state.fresh) return;
  state.habits = survey(state.text, state.tokens);
  state.fresh = true;
}

Edits ask_rules(Stage stage, const State& state, const RepairOptions& options) {
  Edits edits;
  const Passage passage{state.text, state.tokens, state.habits, options};
  for (const RepairRule& rule : repair_rules()) {
    if (rule.stage != stage) continue;
    if (std::find(options.reject.begin(), options.reject.end(), rule.kind) != options.reject.end())
      continue;
    edits.begin_rule(rule.kind, rule.safety);
    rule.find(passage, edits);
  }
  edits.settle(state.text);
  return edits;
}

Provenance merge(const Provenance& a, const Provenance& b) {
  return {a.kinds | b.kinds, a.kind, std::min(a.safety, b.safety),
          std::min(a.confidence, b.confidence), a.detail};
}

std::uint64_t bit(RepairKind kind) { return std::uint64_t{1} << static_cast<int>(kind); }

/// Applies what is not a suggestion. False if there was nothing to apply.
bool apply(const Edits& edits, State& state) {
  std::vector<Replaced> pieces;
  std::vector<Provenance> added;
  std::vector<std::uint32_t> piece_of(edits.edits().size(), UINT32_MAX);
  std::string text;
  std::uint32_t from = 0;
  for (std::uint32_t i = 0; i < edits.edits().size(); ++i) {
    const Edit& e = edits.edits()[i];
    if (e.safety == Safety::suggestion) continue;
    if (pieces.empty()) text.reserve(state.text.size() + state.text.size() / 64 + 16);
    text.append(state.text, from, e.span.begin - from);
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += edits.replacement(e);
    piece_of[i] = static_cast<std::uint32_t>(pieces.size());
    pieces.push_back(
        {{e.span.begin, e.span.end}, {begin, static_cast<std::uint32_t>(text.size())}});
    added.push_back({bit(e.kind), e.kind, e.safety, e.confidence, e.detail});
    from = e.span.end;
  }
  if (pieces.empty()) return false;
  text.append(state.text, from);
  state.text = std::move(text);
  state.tokens = retokenize(std::move(state.tokens), state.text, pieces);
  state.fresh = false;

  std::vector<Origin> origins;
  state.map = compose(state.map, OffsetMap(std::move(pieces)), &origins);
  std::vector<Provenance> provenance;
  provenance.reserve(origins.size());
  for (const Origin& o : origins) {
    Provenance all;
    bool first = true;
    const auto take = [&](const Provenance& p) {
      all = first ? p : merge(all, p);
      first = false;
    };
    for (std::uint32_t i = o.first_begin; i < o.first_end; ++i) take(state.provenance[i]);
    for (std::uint32_t i = o.second_begin; i < o.second_end; ++i) take(added[i]);
    provenance.push_back(all);
  }
  // Readings follow their piece; those of a piece that another edit touched are no longer true and
  // go.
  std::vector<ChangeReading> readings;
  std::size_t old = 0, fresh = 0;
  for (std::uint32_t i = 0; i < origins.size(); ++i) {
    const Origin& o = origins[i];
    const bool untouched = o.first_end - o.first_begin == 1 && o.second_begin == o.second_end;
    for (; old < state.readings.size() && state.readings[old].change < o.first_end; ++old)
      if (untouched && state.readings[old].change == o.first_begin)
        readings.push_back(
            {i, state.readings[old].confidence, std::move(state.readings[old].text)});
    for (; fresh < edits.readings().size(); ++fresh) {
      const Reading& r = edits.readings()[fresh];
      if (piece_of[r.edit] != UINT32_MAX && piece_of[r.edit] >= o.second_end) break;
      if (piece_of[r.edit] != UINT32_MAX && piece_of[r.edit] >= o.second_begin)
        readings.push_back({i, r.confidence, r.text});
    }
  }
  state.readings = std::move(readings);
  state.provenance = std::move(provenance);
  return true;
}

/// A suggestion with its readings, until their order is known.
struct Proposed {
  Suggestion suggestion;
  std::vector<std::pair<std::uint8_t, std::string>> readings;
};

void collect_suggestions(const Edits& edits, const OffsetMap& map,
                         std::vector<Proposed>& proposed) {
  std::size_t next = 0;
  for (std::uint32_t i = 0; i < edits.edits().size(); ++i) {
    const Edit& e = edits.edits()[i];
    Proposed p;
    for (; next < edits.readings().size() && edits.readings()[next].edit <= i; ++next)
      p.readings.emplace_back(edits.readings()[next].confidence, edits.readings()[next].text);
    if (e.safety != Safety::suggestion) continue;
    p.suggestion = {{map.to_source(e.span), e.span, bit(e.kind), e.kind, Safety::suggestion,
                     e.confidence, e.detail},
                    std::string(edits.replacement(e))};
    proposed.push_back(std::move(p));
  }
}

/// Sorts, drops overlaps (the earlier stage wins) and hands over.
void take_suggestions(std::vector<Proposed> proposed, Cleaned& cleaned) {
  std::stable_sort(proposed.begin(), proposed.end(), [](const Proposed& a, const Proposed& b) {
    return a.suggestion.change.clean < b.suggestion.change.clean;
  });
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
  }
}

}  // namespace

OffsetMap Cleaned::map() const {
  std::vector<Replaced> pieces;
  pieces.reserve(changes.size());
  for (const Change& c : changes) pieces.push_back({c.source, c.clean});
  return OffsetMap(std::move(pieces));
}

Cleaned repair(const Source& source, const RepairOptions& options) {
  constexpr Stage stages[] = {Stage::characters, Stage::layout, Stage::words, Stage::quotes};
  State state;
  state.text = source.text;
  state.tokens = tokenize(state.text);
  Cleaned cleaned;
  std::vector<Edits> last(std::size(stages));
  bool settled = false;
  for (int round = 0; round < max_rounds && !settled; ++round) {
    settled = true;
    for (std::size_t s = 0; s < std::size(stages); ++s) {
      // Characters settle before anything else reads them: an entity may hide a part of a character
      // that was read wrong, and its other parts look like marks.
      int passes = stages[s] == Stage::characters ? max_rounds : 1;
      do {
        refresh(state);
        last[s] = ask_rules(stages[s], state, options);
        if (!apply(last[s], state)) break;
        settled = false;
      } while (--passes > 0);
    }
  }

  const std::vector<Replaced>& pieces = state.map.pieces();
  std::vector<std::uint32_t> change_of(pieces.size(), UINT32_MAX);
  cleaned.changes.reserve(pieces.size());
  for (std::uint32_t i = 0; i < pieces.size(); ++i) {
    const Replaced& r = pieces[i];
    // Edits that undid each other leave no difference.
    if (r.source.of(source.text) == r.clean.of(state.text)) continue;
    const Provenance& p = state.provenance[i];
    change_of[i] = static_cast<std::uint32_t>(cleaned.changes.size());
    cleaned.changes.push_back(
        {r.source, r.clean, p.kinds, p.kind, p.safety, p.confidence, p.detail});
  }
  for (ChangeReading& r : state.readings)
    if (change_of[r.change] != UINT32_MAX)
      cleaned.readings.push_back({change_of[r.change], r.confidence, std::move(r.text)});
  // In a settled round nothing was applied, so its suggestions are about the clean text.
  std::vector<Proposed> proposed;
  if (settled)
    for (const Edits& edits : last) collect_suggestions(edits, state.map, proposed);
  take_suggestions(std::move(proposed), cleaned);
  cleaned.text = std::move(state.text);
  return cleaned;
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

}  // namespace palimpsest
