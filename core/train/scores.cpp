#include "train/scores.h"

#include <set>
#include <tuple>

#include "document/passages.h"

namespace palimpsest::train {

std::vector<NameSpan> tag(const std::string& text, const Model& model) {
  const Tokens tokens = tokenize(text);
  const std::vector<CleanSpan> sentences =
      find_sentences(text, tokens, find_paragraphs(text, tokens));
  return tag_names(text, tokens, sentences, model);
}

Scores score(const std::vector<AnnotatedText>& documents, const Model& model) {
  Scores scores;
  for (const AnnotatedText& d : documents) {
    using Key = std::tuple<CleanSpan, std::size_t>;
    std::set<Key> gold, given;
    for (const Gold& g : d.gold)
      if (g.type <= GoldType::place)
        gold.insert({bare_span(d.text, g.span, g.type), static_cast<std::size_t>(g.type)});
    for (const NameSpan& n : tag(d.text, model)) {
      const auto type = static_cast<GoldType>(n.label);
      if (type <= GoldType::place)
        given.insert({bare_span(d.text, n.span, type), static_cast<std::size_t>(type)});
    }
    for (const Key& k : gold) ++scores.kinds[std::get<1>(k)].gold;
    for (const Key& k : given) {
      ++scores.kinds[std::get<1>(k)].given;
      if (gold.contains(k)) ++scores.kinds[std::get<1>(k)].right;
    }
  }
  return scores;
}

}  // namespace palimpsest::train
