// Tested by tests/core/tagger_test.cpp.
#include "entity/tagger.h"

#include "entity/features.h"
#include "entity/scorer.h"
#include "entity/second_look.h"
#include "entity/tagger_why.h"

namespace palimpsest {

std::vector<NameSpan> tag_names(std::string_view text, const Tokens& tokens,
                                std::span<const CleanSpan> sentences, const Model& model) {
  const NameText read = read_name_text(text, tokens, sentences, model.lexicon());
  const Weights& weights = model.weights();
  Scorer scorer(read, weights);
  std::vector<NameSpan> names;
  for (const FoundName& n : second_look(read, first_look(read, scorer, weights), scorer, weights)) {
    const std::vector<NameUnit>& units = read.units.units;
    names.push_back(
        {.span = {units[n.first].span.begin, units[n.last].span.end},
         .label = static_cast<NameLabel>(n.kind),
         .confidence = n.probability,
         .why = why_name(text, read, read.units.chains[n.chain], read.units.chain_end(n.chain),
                         n.first, n.last, n.kind, weights)});
  }
  return names;
}

}  // namespace palimpsest
