// Tested by tests/core/report_export_test.cpp.
#include "export/report.h"

namespace palimpsest {
namespace {

constexpr ReportFormat rows[] = {
#define REPORT_FORMAT(name, title) {#name, title, formats::report_##name},
#include "export/report_formats.def"
};

}  // namespace

std::span<const ReportFormat> report_formats() { return rows; }

const ReportFormat* report_format_named(std::string_view name) {
  for (const ReportFormat& format : rows)
    if (format.name == name) return &format;
  return nullptr;
}

Json facts_json() {
  Json json = Json::array();
  for (const FactRow& row : fact_rows())
    json.push_back({{"name", row.name}, {"title", row.title}, {"explanation", row.explanation}});
  return json;
}

Json slots_json() {
  Json json = Json::array();
  for (const SlotRow& row : slot_rows())
    json.push_back({{"name", row.name},
                    {"about", fact_rows()[static_cast<std::size_t>(row.about)].name},
                    {"title", row.title},
                    {"explanation", row.explanation}});
  return json;
}

}  // namespace palimpsest
