// What cases cannot draw: who holds a role, what a name stands for besides its kind, and both when
// the reader's own list of names moves mentions.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "document/passages.h"
#include "entity/find.h"
#include "entity/finder.h"
#include "entity/reader_lexicon.h"

namespace palimpsest::tests {
namespace {

struct Name {
  std::string text;
  NameLabel label;
};

std::vector<Mention> find(const std::string& text, const std::vector<Name>& given) {
  const Tokens tokens = tokenize(text);
  const std::vector<CleanSpan> paragraphs = find_paragraphs(text, tokens);
  const std::vector<CleanSpan> sentences = find_sentences(text, tokens, paragraphs);
  std::vector<NameSpan> names;
  for (const Name& name : given) {
    const std::size_t at = text.find(name.text, names.empty() ? 0 : names.back().span.end);
    REQUIRE(at != std::string::npos);
    const auto begin = static_cast<std::uint32_t>(at);
    names.push_back({.span = {begin, begin + static_cast<std::uint32_t>(name.text.size())},
                     .label = name.label,
                     .confidence = 0.95F,
                     .why = {}});
  }
  return find_mentions(NamedText{text, tokens, paragraphs, sentences, names, nullptr});
}

/// "spokesman<Sean Spicer" for every role.
std::string roles(const std::string& text, const std::vector<Mention>& mentions) {
  std::string all;
  for (const Mention& mention : mentions) {
    if (mention.kind != EntityKind::role) continue;
    all += std::string(mention.span.of(text)) + "<";
    if (mention.holder != no_index) all += mentions[mention.holder].span.of(text);
    all += ";";
  }
  return all;
}

std::string facets(const std::string& text, const std::vector<Mention>& mentions) {
  std::string all;
  for (const Mention& mention : mentions)
    if (mention.facet != Facet::none)
      all += std::string(mention.span.of(text)) + ":" + std::string(name_of(mention.facet)) + ";";
  return all;
}

constexpr NameLabel person = NameLabel::person, place = NameLabel::place;

}  // namespace

TEST_CASE("a role knows who holds it") {
  const std::string text =
      "President Donald Trump and Russian President Vladimir Putin spoke. Sergey Lavrov, the "
      "foreign minister, listened.";
  CHECK(roles(text, find(text, {{"Donald Trump", person},
                                {"Russian", NameLabel::norp},
                                {"Vladimir Putin", person},
                                {"Sergey Lavrov", person}})) ==
        "President<Donald Trump;President<Vladimir Putin;foreign minister<Sergey Lavrov;");
}

TEST_CASE("a role goes with its holder") {
  const std::string text = "At a tower named for President Trump Tower stood.";
  CHECK(roles(text, find(text, {{"Trump", person}})) == "");
}

TEST_CASE("the reader's list moves holders along") {
  const std::string text = "Then White House spokesman Sean Spicer met President Trump in Paris.";
  const std::vector<Mention> found =
      find(text, {{"Sean Spicer", person}, {"Trump", person}, {"Paris", place}});
  const std::vector<ReaderName> lexicon = {
      {.text = "Then", .kind = EntityKind::work, .same_as = {}, .apart_from = {}},
      {.text = "Sean Spicer", .is_name = false, .kind = {}, .same_as = {}, .apart_from = {}}};
  const std::vector<Mention> kept = apply_lexicon(text, tokenize(text), found, lexicon);
  CHECK(roles(text, kept) == "spokesman<;President<Trump;");
  for (const Mention& mention : kept) CHECK(mention.entity == no_index);
}

TEST_CASE("capitals and seats of power stand for a government, cities for their team") {
  struct Case {
    std::string text;
    std::vector<Name> names;
    std::string facets;
  };
  const std::vector<Case> cases = {
      {"Moscow denied it.", {{"Moscow", place}}, "Moscow:government;"},
      {"Beijing has repeatedly warned them.", {{"Beijing", place}}, "Beijing:government;"},
      {"Relations between Washington and Moscow are bad.",
       {{"Washington", place}, {"Moscow", place}},
       "Washington:government;Moscow:government;"},
      {"He said it in Moscow.", {{"Moscow", place}}, ""},
      {"A man in Moscow said so.", {{"Moscow", place}}, ""},
      {"Paris is lovely in spring.", {{"Paris", place}}, ""},
      {"The Kremlin said so.", {}, "Kremlin:government;"},
      {"Chicago beat Boston 5-3.",
       {{"Chicago", place}, {"Boston", place}},
       "Chicago:team;Boston:team;"},
      {"Chicago won the bid.", {{"Chicago", place}}, ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(facets(c.text, find(c.text, c.names)) == c.facets);
  }
}

}  // namespace palimpsest::tests
