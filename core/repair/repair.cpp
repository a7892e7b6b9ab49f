// Tested by tests/core/repair_test.cpp and, for the laws, tests/core/laws_test.cpp.
#include "repair/repair.h"

#include <algorithm>
#include <utility>

namespace palimpsest {
namespace {

struct State {
  Cleaned cleaned;  // as repaired so far, without suggestions
  Tokens tokens;
  Habits habits;
  bool fresh = false;  // habits are those of the text
};

void refresh(State& state) {
  if (state.fresh) return;
  state.habits = survey(state.cleaned.text, state.tokens);
  state.fresh = true;
}

Edits ask_rules(Stage stage, const State& state, const RepairOptions& options) {
  const std::string& text = state.cleaned.text;
  Edits edits;
  const Passage passage{text, state.tokens, state.habits, options};
  for (const RepairRule& rule : repair_rules()) {
    if (rule.stage != stage) continue;
    if (std::find(options.reject.begin(), options.reject.end(), rule.kind) != options.reject.end())
      continue;
    edits.begin_rule(rule.kind, rule.safety);
    rule.find(passage, edits);
  }
  edits.settle(text);
  return edits;
}

Change change_of(const Edit& e, SourceSpan source, CleanSpan clean) {
  const ChangeKind kind = e.kind;
  return {source, clean, ChangeKinds().set(kind.index()), kind, e.safety, e.confidence, e.detail};
}

/// Applies what is not a suggestion. False if there was nothing to apply.
bool apply(const Edits& edits, State& state) {
  const std::string& text = state.cleaned.text;
  Cleaned step;
  std::vector<std::uint32_t> change_of_edit(edits.edits().size(), UINT32_MAX);
  std::uint32_t from = 0;
  for (std::uint32_t i = 0; i < edits.edits().size(); ++i) {
    const Edit& e = edits.edits()[i];
    if (e.safety == Safety::suggestion) continue;
    if (step.changes.empty()) step.text.reserve(text.size() + text.size() / 64 + 16);
    step.text.append(text, from, e.span.begin - from);
    const auto begin = static_cast<std::uint32_t>(step.text.size());
    step.text += edits.replacement(e);
    change_of_edit[i] = static_cast<std::uint32_t>(step.changes.size());
    step.changes.push_back(change_of(e, {e.span.begin, e.span.end},
                                     {begin, static_cast<std::uint32_t>(step.text.size())}));
    from = e.span.end;
  }
  if (step.changes.empty()) return false;
  step.text.append(text, from);
  for (const Reading& r : edits.readings())
    if (change_of_edit[r.edit] != UINT32_MAX)
      step.readings.push_back({change_of_edit[r.edit], r.confidence, r.text});
  state.tokens = retokenize(std::move(state.tokens), step.text, step.map().pieces());
  state.fresh = false;
  state.cleaned = then(std::move(state.cleaned), std::move(step));
  return true;
}

void collect_suggestions(const Edits& edits, const OffsetMap& map,
                         std::vector<Proposed>& proposed) {
  std::size_t next = 0;
  for (std::uint32_t i = 0; i < edits.edits().size(); ++i) {
    const Edit& e = edits.edits()[i];
    Proposed p;
    for (; next < edits.readings().size() && edits.readings()[next].edit <= i; ++next)
      p.readings.emplace_back(edits.readings()[next].confidence, edits.readings()[next].text);
    if (e.safety != Safety::suggestion) continue;
    p.suggestion = {change_of(e, map.to_source(e.span), e.span), std::string(edits.replacement(e))};
    proposed.push_back(std::move(p));
  }
}

}  // namespace

Cleaned repair(const Source& source, const RepairOptions& options) {
  constexpr Stage stages[] = {Stage::characters, Stage::layout, Stage::words, Stage::quotes};
  State state;
  state.cleaned.text = source.text;
  state.tokens = tokenize(source.text);
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

  drop_equal(source.text, state.cleaned);
  // In a settled round nothing was applied, so its suggestions are about the clean text.
  std::vector<Proposed> proposed;
  const OffsetMap map = state.cleaned.map();
  if (settled)
    for (const Edits& edits : last) collect_suggestions(edits, map, proposed);
  add_suggestions(std::move(proposed), state.cleaned);
  return std::move(state.cleaned);
}

}  // namespace palimpsest
