// Tested by tests/core/comparison_export_test.cpp.
#include "export/comparison.h"

namespace palimpsest {
namespace {

constexpr ComparisonFormat rows[] = {
#define COMPARISON_FORMAT(name, title) {#name, title, formats::comparison_##name},
#include "export/comparison_formats.def"
};

}  // namespace

std::span<const ComparisonFormat> comparison_formats() { return rows; }

const ComparisonFormat* comparison_format_named(std::string_view name) {
  for (const ComparisonFormat& format : rows)
    if (format.name == name) return &format;
  return nullptr;
}

Json causes_json() {
  Json json = Json::array();
  for (const CauseRule& rule : cause_rules())
    json.push_back({{"name", rule.name},
                    {"group", name_of(rule.group)},
                    {"title", rule.title},
                    {"explanation", rule.explanation}});
  return json;
}

}  // namespace palimpsest
