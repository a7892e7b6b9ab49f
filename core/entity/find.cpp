// Tested by tests/core/names_test.cpp and, with the cases, tests/core/entity_cases_test.cpp.
#include "entity/find.h"

#include <algorithm>

#include "entity/dated_name.h"
#include "entity/finder.h"
#include "entity/name_corrections.h"
#include "entity/pronoun.h"
#include "entity/reader_lexicon.h"
#include "entity/relative_date.h"
#include "text/outer_first.h"

namespace palimpsest {
namespace {

/// The form of a mention that somebody else found: pronouns are a list; a name has a word or number
/// beyond the first article that begins with a capital or a digit.
Form form_of(std::string_view text) {
  if (pronoun(text) != nullptr) return Form::pronoun;
  const Tokens tokens = tokenize(text);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const WordShape shape = tokens[i].shape();
    const std::string_view word = tokens.of(text, i);
    const bool first_small_word =
        i == 0 && (word == "The" || word == "A" || word == "An" || word == "This" ||
                   word == "That" || word == "These" || word == "His" || word == "Her" ||
                   word == "Its" || word == "Their" || word == "My" || word == "Our");
    if (tokens[i].is_number()) return Form::name;
    if (tokens[i].is_word() && shape != WordShape::lower && shape != WordShape::none &&
        !first_small_word)
      return Form::name;
  }
  return Form::nominal;
}

std::vector<Mention> given_mentions(std::string_view text, const OffsetMap& map,
                                    const std::vector<GivenMention>& given) {
  std::vector<Mention> mentions;
  for (const GivenMention& one : given) {
    const CleanSpan span = map.to_clean(one.span);
    if (span.empty() || span.end > text.size()) continue;
    mentions.push_back({.span = span,
                        .kind = one.kind,
                        .form = form_of(span.of(text)),
                        .confidence = 100,
                        .why = "given with the text"});
  }
  sort_outer_first(mentions);
  mentions.erase(std::unique(mentions.begin(), mentions.end(),
                             [](const Mention& a, const Mention& b) { return a.span == b.span; }),
                 mentions.end());
  set_inside(mentions);
  return mentions;
}

}  // namespace

std::vector<Mention> find_mentions(const NamedText& text) {
  Terms terms = read_terms(text.text, text.tokens, {});
  const std::vector<NameSpan> undated = without_dates(terms, text.names);
  NamedText named = text;
  named.names = undated;
  const std::vector<NameSpan> names = correct_names(named);
  terms.mark_names(names);
  named.names = names;
  named.terms = &terms;
  Mentions mentions;
  for (const EntityFinder& finder : entity_finders()) {
    mentions.begin_finder(finder.kind);
    finder.find(named, mentions);
  }
  std::vector<Mention> settled = std::move(mentions).settle();
  resolve_dates(terms, text.text, text.paragraphs, text.sentences, settled);
  return settled;
}

// Not inlined: a page loads it later than what calls it (the doors in wasm/CMakeLists.txt).
[[gnu::noinline]] std::vector<Mention> find_mentions(std::string_view text, const Tokens& tokens,
                                                     std::span<const CleanSpan> paragraphs,
                                                     std::span<const CleanSpan> sentences,
                                                     const OffsetMap& map,
                                                     const EntityOptions& options,
                                                     const Model* model) {
  if (options.given) return given_mentions(text, map, *options.given);
  std::vector<NameSpan> names;
  if (model != nullptr) names = tag_names(text, tokens, sentences, *model);
  return apply_lexicon(text, tokens,
                       find_mentions(NamedText{text, tokens, paragraphs, sentences, names, model}),
                       options.lexicon);
}

}  // namespace palimpsest
