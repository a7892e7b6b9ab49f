// Two documents of two texts, for the tests of the comparison of reports.
#pragma once

#include <string>
#include <string_view>

#include "cli/builtin_model.h"
#include "compare/report.h"

namespace palimpsest::tests {

inline Document report_of(std::string_view text) {
  Options options;
  options.decode.automatic = options.decode.automatic_format = false;
  options.model = builtin_model();
  return analyze(text, options);
}

struct ReportPair {
  Document a, b;
  ReportComparison comparison;

  ReportPair(std::string_view text_a, std::string_view text_b)
      : a(report_of(text_a)), b(report_of(text_b)), comparison(compare_reports(a, b)) {}
  std::string_view in_a(CleanSpan span) const { return span.of(a.cleaned.text); }
  std::string_view in_b(CleanSpan span) const { return span.of(b.cleaned.text); }
};

/// Empty if all holds that must hold of any comparison of reports, else what does not, in words.
std::string broken_report_law(const ReportPair& pair);

}  // namespace palimpsest::tests
