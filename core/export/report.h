// The faces of a comparison of two reports.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "compare/report.h"
#include "export/json.h"

namespace palimpsest {

/// A comparison and the two documents that it is of. Views. Spans are in their clean texts.
struct ComparedReports {
  const Document& a;
  const Document& b;
  const ReportComparison& comparison;
};

/// A row of report_formats.def.
struct ReportFormat {
  std::string_view name, title;
  std::string (*write)(const ComparedReports&, const ExportOptions&);
};
std::span<const ReportFormat> report_formats();

/// Null if there is no such format.
const ReportFormat* report_format_named(std::string_view name);

/// The rows of facts and slots, for the catalog.
Json facts_json();
Json slots_json();

namespace formats {
#define REPORT_FORMAT(name, ...) \
  std::string report_##name(const ComparedReports&, const ExportOptions&);
#include "export/report_formats.def"
}  // namespace formats

}  // namespace palimpsest
