// Tested by tests/core/record_test.cpp.
#include "export/record.h"

namespace palimpsest {
namespace {

const Json* member(const Json& json, const char* key) {
  if (!json.is_object()) return nullptr;
  const auto it = json.find(key);
  return it == json.end() ? nullptr : &*it;
}

std::string_view string_in(const Json& json, const char* key) {
  const Json* const value = member(json, key);
  return value && value->is_string() ? std::string_view(value->get_ref<const std::string&>())
                                     : std::string_view();
}

/// A decision as formats/webannotation.cpp writes it, in the shape of our JSON; null for any other
/// annotation.
Json decision_of(const Json& annotation) {
  const Json* const body = member(annotation, "body");
  const Json* const target = member(annotation, "target");
  if (string_in(annotation, "motivation") != "assessing" || !body || !body->is_array() || !target ||
      string_in(*target, "source") != "#source")
    return nullptr;
  Json decision = Json::object();
  if (const Json* const selectors = member(*target, "selector"); selectors && selectors->is_array())
    for (const Json& selector : *selectors)
      if (string_in(selector, "type") == "TextPositionSelector" && member(selector, "start") &&
          member(selector, "end"))
        decision["source"] = Json::array({selector["start"], selector["end"]});
  for (const Json& part : *body) {
    const std::string_view purpose = string_in(part, "purpose"), value = string_in(part, "value");
    if (purpose == "tagging") decision["kind"] = value;
    if (purpose == "assessing") decision["verdict"] = value;
    if (purpose == "commenting") decision["before"] = value;
    if (purpose == "editing") decision["chosen"] = value;
  }
  return decision;
}

}  // namespace

std::optional<Json> read_record(std::string_view bytes, std::string& wrong) {
  const Json json = Json::parse(bytes, nullptr, /*allow_exceptions=*/false);
  const bool is_page = string_in(json, "type") == "AnnotationPage";
  if (!is_page && !string_in(json, "schema").starts_with("palimpsest/document@")) return {};
  Json record = Json::object();
  Json decisions = Json::array();
  OffsetUnit unit = OffsetUnit::codepoint;
  if (is_page) {
    for (const char* key : {"source", "text"})
      if (const Json* const text = member(json, key); text && !record.contains("source"))
        if (const Json* const value = member(*text, "value"); value && value->is_string())
          record["source"] = *value;
    if (const Json* const items = member(json, "items"); items && items->is_array())
      for (const Json& item : *items)
        if (Json decision = decision_of(item); !decision.is_null())
          decisions.push_back(std::move(decision));
  } else {
    if (const Json* const source = member(json, "source"); source && source->is_string())
      record["source"] = *source;
    if (const Json* const given = member(json, "decisions")) decisions = *given;
    const std::optional<OffsetUnit> named = offset_unit_named(string_in(json, "offsets"));
    unit = named.value_or(OffsetUnit::utf16);
  }
  if (!record.contains("source")) {
    wrong = "there is no text in it";
    return {};
  }
  Document doc;  // only what was given, to be printed in the unit of the page
  doc.source.text = record["source"].get<std::string>();
  wrong = read_decisions(decisions, doc.source.text, unit, doc.decisions);
  if (const Json* const lexicon = member(json, "lexicon"); lexicon && wrong.empty())
    wrong = read_lexicon(*lexicon, doc.lexicon);
  if (!wrong.empty()) return {};
  const Json printed = document_json(doc);
  for (const char* key : {"decisions", "lexicon"})
    record[key] = printed.contains(key) ? printed[key] : Json::array();
  return record;
}

}  // namespace palimpsest
