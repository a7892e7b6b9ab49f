// One row per conflict and per fact, RFC 4180. Tested by tests/core/report_export_test.cpp.
#include "export/escape.h"
#include "export/report.h"

namespace palimpsest {

std::string formats::report_csv(const ComparedReports& compared, const ExportOptions& options) {
  const auto& [a, b, comparison] = compared;
  const std::string_view text_a = a.cleaned.text, text_b = b.cleaned.text;
  const OffsetCounter in_a(text_a, options.offsets), in_b(text_b, options.offsets);
  std::string out = "in,about,slot,a_begin,a_end,b_begin,b_end,a,b,why\r\n";
  const auto add = [&](std::string_view where, std::string_view about, std::string_view slot,
                       CleanSpan x, CleanSpan y, std::string_view why) {
    out.append(where).append(",").append(about).append(",").append(slot);
    const auto offset = [&](bool there, std::uint32_t at) {
      out += ',';
      if (there) out += std::to_string(at);
    };
    offset(!x.empty(), in_a(x.begin));
    offset(!x.empty(), in_a(x.end));
    offset(!y.empty(), in_b(y.begin));
    offset(!y.empty(), in_b(y.end));
    for (const std::string_view field : {x.of(text_a), y.of(text_b), why}) {
      out += ',';
      add_csv_field(out, field);
    }
    out += "\r\n";
  };
  for (const Conflict& c : comparison.conflicts) {
    const SlotRow& row = slot_rows()[static_cast<std::size_t>(c.slot)];
    add("conflict", fact_rows()[static_cast<std::size_t>(row.about)].name, row.name, c.a, c.b,
        c.why);
  }
  const auto add_all = [&](std::string_view where, const std::vector<Fact>& facts) {
    for (const Fact& f : facts)
      add(where, fact_rows()[static_cast<std::size_t>(f.about)].name, "", f.a, f.b, f.why);
  };
  add_all("only_a", comparison.only_a);
  add_all("only_b", comparison.only_b);
  add_all("both", comparison.both);
  return out;
}

}  // namespace palimpsest
