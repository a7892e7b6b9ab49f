// Which mentions stand for one entity, case by case: tests/cases/cluster/*.json. A case draws its
// mentions in the text, each with the number of its entity, and its kind where that is not a
// person's; what is found must be as it is drawn:
//
//     ⟦1:Theresa May⟧ advised caution. ⟦2/place:Britain⟧ should engage, ⟦1:she⟧ said.
//
// Names are given to the program; pronouns, titles ("the president") and persons called by a noun
// are for it to find. A
// pronoun that is not drawn must stand for nothing.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>

#include "cases.h"
#include "cli/builtin_model.h"
#include "document/document.h"
#include "entity/pronoun.h"

namespace palimpsest::tests {
namespace {

struct Drawn {
  CleanSpan span;
  int entity = 0;
  EntityKind kind = EntityKind::person;
};

struct ClusterCase {
  std::string label, text;
  std::vector<Drawn> drawn;
  std::vector<ReaderName> lexicon;
  std::map<int, std::string> names;  // of entities, where the case says them
};

EntityKind kind_named(std::string_view name) {
  for (const EntityRow& row : entity_rows())
    if (row.name == name) return row.kind;
  FAIL("no such kind: " << name);
  return EntityKind::person;
}

ClusterCase read_case(const nlohmann::json& row) {
  constexpr std::string_view open = "⟦", close = "⟧";
  ClusterCase c;
  c.label = row["label"].get<std::string>();
  const auto drawing = row["text"].get<std::string>();
  for (std::size_t at = 0; at < drawing.size();) {
    if (drawing.compare(at, open.size(), open) != 0) {
      c.text += drawing[at++];
      continue;
    }
    at += open.size();
    const std::size_t colon = drawing.find(':', at), end = drawing.find(close, at);
    REQUIRE(colon < end);
    REQUIRE(end != std::string::npos);
    const std::string head = drawing.substr(at, colon - at);
    const std::size_t slash = head.find('/');
    Drawn drawn;
    drawn.entity = std::stoi(head);
    if (slash != std::string::npos) drawn.kind = kind_named(head.substr(slash + 1));
    drawn.span.begin = static_cast<std::uint32_t>(c.text.size());
    c.text += drawing.substr(colon + 1, end - colon - 1);
    drawn.span.end = static_cast<std::uint32_t>(c.text.size());
    c.drawn.push_back(drawn);
    at = end + close.size();
  }
  for (const auto& line : row.value("lexicon", nlohmann::json::array())) {
    ReaderName name;
    name.text = line["text"].get<std::string>();
    name.same_as = line.value("same_as", "");
    name.apart_from = line.value("apart_from", "");
    c.lexicon.push_back(std::move(name));
  }
  const nlohmann::json names = row.value("names", nlohmann::json::object());
  for (const auto& [id, name] : names.items()) c.names[std::stoi(id)] = name.get<std::string>();
  return c;
}

bool is_found_by_itself(std::string_view text) {
  return pronoun(text) != nullptr || text.starts_with("the ") || text.starts_with("The ") ||
         text.starts_with("one of") || text == "someone" || text == "Librarians" ||
         text == "Petitioner";
}

Document read_text(const ClusterCase& c, const Model* model) {
  Options options;
  options.model = model;
  options.entity.lexicon = c.lexicon;
  options.quotes = false;
  options.entity.given.emplace();
  for (const Drawn& drawn : c.drawn)
    if (!is_found_by_itself(drawn.span.of(c.text)))
      options.entity.given->push_back({{drawn.span.begin, drawn.span.end}, drawn.kind});
  return analyze(c.text, options);
}

/// The groups of drawn or found mentions, each as "text@place", in the order of the text.
using Groups = std::vector<std::vector<std::string>>;

std::string shown(std::string_view text, CleanSpan span) {
  return std::string(span.of(text)) + "@" + std::to_string(span.begin);
}

Groups drawn_groups(const ClusterCase& c) {
  std::map<int, std::vector<std::string>> by_entity;
  for (const Drawn& drawn : c.drawn) by_entity[drawn.entity].push_back(shown(c.text, drawn.span));
  Groups groups;
  for (auto& [id, group] : by_entity) groups.push_back(std::move(group));
  std::ranges::sort(groups);
  return groups;
}

Groups found_groups(const Document& doc) {
  Groups groups;
  for (const Entity& entity : doc.entities) {
    std::vector<std::string>& group = groups.emplace_back();
    for (const std::uint32_t i : entity.mentions)
      group.push_back(shown(doc.cleaned.text, doc.mentions[i].span));
  }
  std::ranges::sort(groups);
  return groups;
}

}  // namespace

TEST_CASE("mentions of one entity are found to be of one, and others are not") {
  const std::filesystem::path folder = std::filesystem::path(TESTS_DIR) / "cases" / "cluster";
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    files.push_back(entry.path());
  std::ranges::sort(files);
  REQUIRE(!files.empty());
  for (const auto& file : files) {
    const auto json = nlohmann::json::parse(read_file(file));
    REQUIRE(!json["cases"].empty());
    for (const auto& row : json["cases"]) {
      const ClusterCase c = read_case(row);
      CAPTURE(file.filename().string());
      CAPTURE(c.label);
      const Document doc = read_text(c, builtin_model());
      REQUIRE(doc.cleaned.text == c.text);
      CHECK(found_groups(doc) == drawn_groups(c));
      for (const Drawn& drawn : c.drawn)
        if (const auto name = c.names.find(drawn.entity); name != c.names.end())
          for (const Mention& mention : doc.mentions)
            if (mention.span == drawn.span && mention.entity != no_index)
              CHECK(doc.entities[mention.entity].name == name->second);
    }
  }
}

TEST_CASE("without a model titles and nouns still tell who is meant") {
  const ClusterCase c = read_case({{"label", "no model"},
                                   {"text",
                                    "⟦1:Mrs. Clinton⟧ met ⟦2:Mr. Putin⟧. ⟦1:She⟧ thanked ⟦2:him⟧ "
                                    "and ⟦3:his⟧ wife."}});
  const Document doc = read_text(c, nullptr);
  REQUIRE(doc.entities.size() == 2);
  CHECK(doc.entities[0].gender == Gender::female);
  CHECK(doc.entities[1].gender == Gender::male);
  CHECK(doc.entities[0].mentions.size() == 2);
}

TEST_CASE("entities and mentions point at each other, whatever the text") {
  std::vector<std::string> texts = all_texts();
  texts.push_back("he he she it they him her his");
  texts.push_back("\"\"\"He\" said she's it,, (they) [his");
  for (const std::string& text : texts) {
    Options options;
    options.model = builtin_model();
    options.quotes = false;
    const Document doc = analyze(text, options);
    CAPTURE(text.substr(0, 200));
    for (std::uint32_t e = 0; e < doc.entities.size(); ++e) {
      const Entity& entity = doc.entities[e];
      REQUIRE(!entity.mentions.empty());
      CHECK(!entity.name.empty());
      CHECK(std::ranges::is_sorted(entity.mentions));
      for (const std::uint32_t i : entity.mentions) {
        REQUIRE(i < doc.mentions.size());
        CHECK(doc.mentions[i].entity == e);
      }
      CHECK((e == 0 || doc.entities[e - 1].mentions[0] < entity.mentions[0]));
    }
    for (std::uint32_t i = 0; i < doc.mentions.size(); ++i) {
      const Mention& mention = doc.mentions[i];
      CHECK((mention.entity == no_index || mention.entity < doc.entities.size()));
      CHECK((mention.holder == no_index || mention.holder < doc.mentions.size()));
      if (mention.inside != no_index) {
        REQUIRE(mention.inside < i);
        CHECK(doc.mentions[mention.inside].span.contains(mention.span));
      }
    }
  }
}

}  // namespace palimpsest::tests
