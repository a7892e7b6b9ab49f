// One row per change, RFC 4180: fields with a comma, a quotation mark or a line end are quoted,
// lines end with CR LF. Tested by tests/core/comparison_export_test.cpp.
#include "export/comparison.h"
#include "export/escape.h"

namespace palimpsest {
std::string formats::comparison_csv(const Compared& compared, const ExportOptions& options) {
  const auto& [a, b, comparison] = compared;
  const OffsetCounter in_a(a.text, options.offsets), in_b(b.text, options.offsets);
  std::string out = "id,op,group,cause,a_begin,a_end,b_begin,b_end,before,after,why\r\n";
  for (std::size_t i = 0; i < comparison.hunks.size(); ++i) {
    const Hunk& hunk = comparison.hunks[i];
    const CauseRule& rule = rule_of(hunk.cause);
    out += std::to_string(i);
    for (const std::string_view field : {name_of(hunk.operation), name_of(rule.group), rule.name}) {
      out += ',';
      out += field;
    }
    for (const std::uint32_t at :
         {in_a(hunk.a.begin), in_a(hunk.a.end), in_b(hunk.b.begin), in_b(hunk.b.end)})
      out += "," + std::to_string(at);
    const std::string why = rule.why({a, b, hunk, comparison.evidence});
    for (const std::string_view field : {hunk.a.of(a.text), hunk.b.of(b.text),
                                         why.empty() ? rule.explanation : std::string_view(why)}) {
      out += ',';
      add_csv_field(out, field);
    }
    out += "\r\n";
  }
  return out;
}

}  // namespace palimpsest
