// Writes what the choice of each pronoun's antecedent looks like, for pronoun_weights.py to learn
// from. JSON Lines in, as for `palimpsest batch`; one JSON line out for each document:
//
// "chains", arrays of spans in bytes, says which mentions stand for one thing: where it tells what
// a pronoun stands for, the pronouns behind it see the right choice.
//
//     {"id": …, "choices": [{"span": [s, e], "class": 0, "candidates": [{"spans": […], "features":
//     […]}]}]}
//
// Spans count bytes. A candidate without spans is the choice of nothing. The argument is a file of
// weights, three rows of whole numbers, that resolve the pronouns before each choice; without it
// the built-in ones do.
#include <fstream>
#include <iostream>
#include <map>
#include <string>

#include "cli/builtin_model.h"
#include "cluster/resolve.h"
#include "cluster/role_phrase.h"
#include "entity/find.h"
#include "export/json.h"

namespace palimpsest {
namespace {

bool read_weights(const char* file, PronounWeights& weights) {
  std::ifstream in(file);
  for (auto& row : weights)
    for (std::int16_t& weight : row)
      if (!(in >> weight)) return false;
  return true;
}

Json choices_json(const std::vector<Choice>& choices, const Tokens& tokens) {
  Json json = Json::array();
  for (const Choice& choice : choices) {
    Json candidates = Json::array();
    for (const Choice::Candidate& candidate : choice.candidates) {
      Json spans = Json::array(), features = Json::array();
      for (const CleanSpan span : candidate.spans) spans.push_back({span.begin, span.end});
      for (const Feature feature : candidate.features)
        features.push_back(static_cast<int>(feature));
      candidates.push_back({{"spans", spans}, {"features", features}});
    }
    const CleanSpan span = tokens.span(choice.token);
    json.push_back({{"span", {span.begin, span.end}},
                    {"class", static_cast<int>(choice.pronoun_class)},
                    {"candidates", candidates}});
  }
  return json;
}

/// The first candidate with a mention in the chain of the pronoun; no_index for none.
std::uint32_t right_candidate(const Choice& choice, const Tokens& tokens,
                              const std::map<CleanSpan, std::size_t>& chain_of) {
  const auto chain = chain_of.find(tokens.span(choice.token));
  if (chain == chain_of.end()) return no_index;
  for (std::uint32_t i = 0; i < choice.candidates.size(); ++i)
    for (const CleanSpan span : choice.candidates[i].spans) {
      const auto other = chain_of.find(span);
      if (other != chain_of.end() && other->second == chain->second) return i;
    }
  return no_index;
}

/// The text is taken as it is: nothing is repaired, so spans are those of the input.
Json read_document(const Json& in, const PronounWeights& weights) {
  Options options;
  options.model = builtin_model();
  const std::string text = in["text"].get<std::string>();
  Document doc;
  doc.tokens = tokenize(text);
  doc.paragraphs = find_paragraphs(text, doc.tokens);
  doc.sentences = find_sentences(text, doc.tokens, doc.paragraphs);
  if (in.contains("mentions")) {
    const std::string wrong =
        read_given(in["mentions"], text, OffsetUnit::codepoint, options.entity.given.emplace());
    if (!wrong.empty()) return {{"error", wrong}};
  }
  doc.mentions = find_mentions(text, doc.tokens, doc.paragraphs, doc.sentences, OffsetMap(),
                               options.entity, options.model);
  const ClusterText cluster_text{text,          doc.tokens,    doc.paragraphs,
                                 doc.sentences, options.model, options.entity};
  std::vector<Cluster> clusters = join_aliases(cluster_text, doc.mentions);
  add_role_phrases(cluster_text, doc.mentions, clusters);
  std::vector<Choice> choices;
  std::map<CleanSpan, std::size_t> chain_of;
  if (in.contains("chains"))
    for (std::size_t i = 0; i < in["chains"].size(); ++i)
      for (const Json& span : in["chains"][i])
        chain_of[{span[0].get<std::uint32_t>(), span[1].get<std::uint32_t>()}] = i;
  const Teacher teacher = [&](const Choice& choice) {
    choices.push_back(choice);
    return right_candidate(choice, doc.tokens, chain_of);
  };
  resolve_pronouns(cluster_text, doc.mentions, clusters, weights, &teacher);
  return {{"id", in["id"]}, {"choices", choices_json(choices, doc.tokens)}};
}

}  // namespace
}  // namespace palimpsest

int main(int count, char** arguments) {
  using namespace palimpsest;
  PronounWeights weights = learnt_weights();
  if (count > 1 && !read_weights(arguments[1], weights)) {
    std::cerr << "palimpsest-pronouns: no weights in " << arguments[1] << '\n';
    return 2;
  }
  std::string line;
  while (std::getline(std::cin, line))
    std::cout << print(read_document(Json::parse(line), weights)) << '\n';
}
