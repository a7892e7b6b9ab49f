// The reader's names and the caller's mentions, read from JSON. Tested by tests/core/cli_test.cpp.
#include "export/json.h"

namespace palimpsest {
namespace {

std::optional<EntityKind> kind_named(std::string_view name) {
  for (const EntityRow& row : entity_rows())
    if (row.name == name) return row.kind;
  if (name == "misc") return EntityKind::work;  // a name of no kind that is listed
  return std::nullopt;
}

}  // namespace

std::string read_lexicon(const Json& json, std::vector<ReaderName>& lexicon) {
  constexpr const char* shape =
      "\"lexicon\" must be an array of {\"text\",\"kind\",\"same_as\",\"apart_from\"}";
  if (!json.is_array()) return shape;
  for (const Json& row : json) {
    if (!row.is_object() || !row.contains("text") || !row["text"].is_string()) return shape;
    ReaderName entry;
    entry.text = row["text"].get<std::string>();
    for (const auto& [key, value] : row.items()) {
      if (key == "text") continue;
      if (key == "kind" && value.is_null()) {
        entry.is_name = false;
        continue;
      }
      if (!value.is_string()) return shape;
      const auto& text = value.get_ref<const std::string&>();
      if (key == "kind") {
        entry.kind = kind_named(text);
        if (!entry.kind)
          return "kind \"" + text + "\" is not known; the catalog lists those that are";
      } else if (key == "same_as") {
        entry.same_as = text;
      } else if (key == "apart_from") {
        entry.apart_from = text;
      } else {
        return "\"" + key + "\" is not known in a line of the lexicon";
      }
    }
    lexicon.push_back(std::move(entry));
  }
  return {};
}

std::string read_given(const Json& json, std::string_view text, OffsetUnit unit,
                       std::vector<GivenMention>& given) {
  constexpr const char* shape = "\"mentions\" must be an array of {\"span\":[begin,end],\"kind\"}";
  if (!json.is_array()) return shape;
  const std::vector<std::uint32_t> bytes = unit_bytes(text, unit);
  for (const Json& row : json) {
    if (!row.is_object() || !row.contains("span") || !row.contains("kind") ||
        !row["span"].is_array() || row["span"].size() != 2 ||
        !row["span"][0].is_number_unsigned() || !row["span"][1].is_number_unsigned() ||
        !row["kind"].is_string())
      return shape;
    const auto first = row["span"][0].get<std::uint64_t>(),
               last = row["span"][1].get<std::uint64_t>();
    const auto begin = static_cast<std::size_t>(first), end = static_cast<std::size_t>(last);
    if (first >= last || last >= bytes.size() || bytes[begin] == no_index || bytes[end] == no_index)
      return "the span " + row["span"].dump() + " of a mention does not lie in the text";
    const auto& name = row["kind"].get_ref<const std::string&>();
    const std::optional<EntityKind> kind = kind_named(name);
    if (!kind) return "kind \"" + name + "\" is not known; the catalog lists those that are";
    given.push_back({{bytes[begin], bytes[end]}, *kind});
  }
  return {};
}

}  // namespace palimpsest
