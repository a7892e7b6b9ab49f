// One page without a script: the conflicts, what only one report has and what both have as tables,
// then both texts side by side with their sentences as targets of the links. Tested by
// tests/core/report_export_test.cpp.
#include <algorithm>

#include "export/escape.h"
#include "export/report.h"

namespace palimpsest {
namespace {

constexpr std::string_view head =
    "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>Two reports of one "
    "event</title>\n<style>\nbody{max-width:76rem;margin:2rem auto;padding:0 1rem;font:18px/28px "
    "Georgia,serif}\ntable{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid "
    "#d9d5ca;padding:.3rem .6rem;text-align:left;vertical-align:top}\n"
    ".texts{display:grid;grid-template-columns:1fr 1fr;gap:2rem}.texts "
    "div{white-space:pre-wrap}\n.why{color:#5d5b54}:target{outline:2px solid}\n</style>\n";

class Page {
 public:
  explicit Page(const ComparedReports& compared) : c_(compared) {}

  std::string write() {
    out_ = head;
    out_ += "<h1>Two reports of one event</h1>\n";
    if (!c_.comparison.conflicts.empty()) {
      open_table("≠ They disagree");
      for (const Conflict& c : c_.comparison.conflicts)
        row(slot_rows()[static_cast<std::size_t>(c.slot)].title, c.a, c.b, c.why);
      out_ += "</table>\n";
    }
    table("Only in the first", c_.comparison.only_a);
    table("Only in the second", c_.comparison.only_b);
    table("≡ In both", c_.comparison.both);
    voices();
    out_ += "<div class=\"texts\">\n";
    text(c_.a, 'a');
    text(c_.b, 'b');
    out_ += "</div>\n</html>\n";
    return std::move(out_);
  }

 private:
  void open_table(std::string_view title) {
    out_ += "<h2>";
    add_escaped(out_, title);
    out_ += "</h2>\n<table>\n<tr><th>About<th>First<th>Second<th>Why\n";
  }

  void table(std::string_view title, const std::vector<Fact>& facts) {
    if (facts.empty()) return;
    open_table(title);
    for (const Fact& f : facts)
      row(fact_rows()[static_cast<std::size_t>(f.about)].title, f.a, f.b, f.why);
    out_ += "</table>\n";
  }

  void row(std::string_view about, CleanSpan a, CleanSpan b, std::string_view why) {
    out_ += "<tr><td>";
    add_escaped(out_, about);
    cell(c_.a, a, 'a');
    cell(c_.b, b, 'b');
    out_ += "<td class=\"why\">";
    add_escaped(out_, why);
    out_ += '\n';
  }

  void cell(const Document& doc, CleanSpan span, char side) {
    out_ += "<td>";
    if (span.empty()) return;
    const auto after =
        std::upper_bound(doc.sentences.begin(), doc.sentences.end(), span.begin,
                         [](std::uint32_t at, CleanSpan sentence) { return at < sentence.begin; });
    const auto index = std::max<std::ptrdiff_t>(after - doc.sentences.begin(), 1) - 1;
    out_ += std::string("<a href=\"#") + side + std::to_string(index) + "\">";
    add_escaped(out_, span.of(doc.cleaned.text));
    out_ += "</a>";
  }

  void voices() {
    if (c_.comparison.voices.empty()) return;
    out_ += "<h2>Who is quoted</h2>\n<table>\n<tr><th>Speaker<th>First<th>Second\n";
    const auto side = [&](const VoiceSide& s) {
      out_ += "<td>" + std::to_string(s.quotes) + " · " +
              std::to_string(static_cast<int>(s.share * 100 + 0.5)) + "%";
    };
    for (const Voice& v : c_.comparison.voices) {
      out_ += "<tr><td>";
      add_escaped(out_, v.name.empty() ? "nobody named" : std::string_view(v.name));
      side(v.a);
      side(v.b);
      out_ += '\n';
    }
    out_ += "</table>\n";
  }

  void text(const Document& doc, char side) {
    const std::string_view clean = doc.cleaned.text;
    out_ += "<div>";
    std::uint32_t at = 0;
    for (std::size_t i = 0; i < doc.sentences.size(); ++i) {
      add_escaped(out_, clean.substr(at, doc.sentences[i].begin - at));
      out_ += std::string("<span id=\"") + side + std::to_string(i) + "\">";
      add_escaped(out_, doc.sentences[i].of(clean));
      out_ += "</span>";
      at = doc.sentences[i].end;
    }
    add_escaped(out_, clean.substr(at));
    out_ += "</div>\n";
  }

  const ComparedReports& c_;
  std::string out_;
};

}  // namespace

std::string formats::report_html(const ComparedReports& compared, const ExportOptions&) {
  return Page(compared).write();
}

}  // namespace palimpsest
