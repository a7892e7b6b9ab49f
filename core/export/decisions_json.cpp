// The reader's decisions, read from JSON. Tested by tests/core/record_test.cpp.
#include "export/json.h"

namespace palimpsest {

std::string read_decisions(const Json& json, std::string_view text, OffsetUnit unit,
                           std::vector<Decision>& decisions) {
  constexpr const char* shape =
      "\"decisions\" must be an array of {\"source\":[begin,end],\"kind\",\"verdict\":kept|back,"
      "\"before\",\"chosen\"}";
  if (!json.is_array()) return shape;
  const std::vector<std::uint32_t> bytes = unit_bytes(text, unit);
  const auto text_of = [](const Json& row, const char* key, std::string& out) {
    if (!row.contains(key)) return true;
    if (!row[key].is_string()) return false;
    out = row[key].get<std::string>();
    return true;
  };
  for (const Json& row : json) {
    if (!row.is_object() || !row.contains("source") || !row["source"].is_array() ||
        row["source"].size() != 2 || !row["source"][0].is_number_unsigned() ||
        !row["source"][1].is_number_unsigned())
      return shape;
    const auto begin = row["source"][0].get<std::uint64_t>(),
               end = row["source"][1].get<std::uint64_t>();
    if (begin > end || end >= bytes.size() || bytes[static_cast<std::size_t>(begin)] == no_index ||
        bytes[static_cast<std::size_t>(end)] == no_index)
      return "the place " + row["source"].dump() + " of a decision does not lie in the text";
    Decision decision;
    decision.place = {bytes[static_cast<std::size_t>(begin)], bytes[static_cast<std::size_t>(end)]};
    std::string verdict, chosen;
    if (!text_of(row, "kind", decision.kind) || !text_of(row, "verdict", verdict) ||
        !text_of(row, "before", decision.before) || !text_of(row, "chosen", chosen) ||
        (verdict != "kept" && verdict != "back"))
      return shape;
    decision.kept = verdict == "kept";
    if (row.contains("chosen")) decision.chosen = std::move(chosen);
    decisions.push_back(std::move(decision));
  }
  return {};
}

}  // namespace palimpsest
