// Every kind of mention is found where its cases say, and only there. A case marks all mentions of
// its kind: "on ⟦May 5⟧"; "names" are what the name tagger would have found, so that a case does
// not depend on a model; "values" are the values of the marked mentions.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "cases.h"
#include "document/passages.h"
#include "entity/find.h"
#include "entity/finder.h"

namespace palimpsest::tests {
namespace {

NameLabel label_of(const std::string& name) {
  if (name == "person") return NameLabel::person;
  if (name == "organisation") return NameLabel::organisation;
  if (name == "place") return NameLabel::place;
  if (name == "norp") return NameLabel::norp;
  REQUIRE_MESSAGE(name == "misc", "no such label of a name: " << name);
  return NameLabel::misc;
}

/// Every place where the names stand as whole words; of two that overlap, the earlier of the list.
std::vector<NameSpan> name_spans(const EntityCase& c, const Tokens& tokens) {
  std::vector<NameSpan> names;
  for (const auto& [name, label] : c.names) {
    bool found = false;
    for (std::size_t at = c.text.find(name); at != std::string::npos;
         at = c.text.find(name, at + name.size())) {
      const auto begin = static_cast<std::uint32_t>(at);
      const CleanSpan span{begin, begin + static_cast<std::uint32_t>(name.size())};
      const std::size_t first = tokens.at(span.begin), last = tokens.at(span.end);
      if (tokens.begin_of(first) != span.begin || tokens.begin_of(last) != span.end) continue;
      found = true;
      if (std::ranges::none_of(names, [&](const NameSpan& other) {
            return other.span.begin < span.end && span.begin < other.span.end;
          }))
        names.push_back({.span = span, .label = label_of(label), .confidence = 0.95F, .why = {}});
    }
    CHECK_MESSAGE(found, "the name is not in the text: " << name);
  }
  std::ranges::sort(names, {}, &NameSpan::span);
  return names;
}

std::vector<Mention> mentions_of(const EntityCase& c) {
  const Tokens tokens = tokenize(c.text);
  const std::vector<CleanSpan> paragraphs = find_paragraphs(c.text, tokens);
  const std::vector<CleanSpan> sentences = find_sentences(c.text, tokens, paragraphs);
  const std::vector<NameSpan> names = name_spans(c, tokens);
  return find_mentions(NamedText{c.text, tokens, paragraphs, sentences, names, nullptr});
}

}  // namespace

TEST_CASE("every kind is found where its cases say") {
  for (const EntityRow& row : entity_rows()) {
    const std::vector<EntityCase> cases = read_entity_cases(std::string(row.name));
    for (const EntityCase& c : cases) {
      CAPTURE(row.name);
      CAPTURE(c.label);
      std::string drawn, found;
      for (const CleanSpan span : c.spans) drawn += "[" + std::string(span.of(c.text)) + "]";
      std::vector<CleanSpan> spans;
      std::vector<std::string> values;
      for (const Mention& mention : mentions_of(c)) {
        if (mention.kind != row.kind || mention.form != Form::name) continue;
        spans.push_back(mention.span);
        values.push_back(mention.value);
        found += "[" + std::string(mention.span.of(c.text)) + "]";
      }
      CAPTURE(c.text);
      CHECK(found == drawn);
      CHECK(spans == c.spans);
      if (!c.values.empty()) CHECK(values == c.values);
    }
    CAPTURE(row.name);
    CHECK(std::ranges::any_of(cases, [](const EntityCase& c) { return c.spans.empty(); }));
    CHECK(std::ranges::any_of(cases, [](const EntityCase& c) { return !c.spans.empty(); }));
  }
}

}  // namespace palimpsest::tests
