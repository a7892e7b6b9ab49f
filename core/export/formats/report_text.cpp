// To be read in a terminal: conflicts first, then what only one report has, then what both have and
// who is quoted. Tested by tests/core/report_export_test.cpp.
#include "export/report.h"
#include "text/utf8.h"

namespace palimpsest {
namespace {

/// A line end becomes a blank; a long passage is cut.
std::string in_one_line(std::string_view text) {
  constexpr std::size_t longest = 160;
  std::string line;
  std::size_t end = text.size();
  if (end > longest) {
    end = longest;
    while (!is_boundary(text, end)) --end;
  }
  for (const char c : text.substr(0, end)) line += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
  if (end < text.size()) line += "…";
  return line;
}

std::string per_cent(double share) {
  return std::to_string(static_cast<int>(share * 100 + 0.5)) + "%";
}

}  // namespace

std::string formats::report_text(const ComparedReports& compared, const ExportOptions&) {
  const auto& [a, b, comparison] = compared;
  const std::string_view text_a = a.cleaned.text, text_b = b.cleaned.text;
  std::string out = "Two reports: " + std::to_string(comparison.conflicts.size()) + " conflicts, " +
                    std::to_string(comparison.both.size()) + " facts in both, " +
                    std::to_string(comparison.only_a.size()) + " only in the first, " +
                    std::to_string(comparison.only_b.size()) + " only in the second\n";
  const auto head = [&](std::string_view title, std::size_t count) {
    if (count > 0) out.append("\n").append(title).append("\n");
    return count > 0;
  };
  head("≠ They disagree", comparison.conflicts.size());
  for (const Conflict& c : comparison.conflicts) {
    out += "  " + std::string(slot_rows()[static_cast<std::size_t>(c.slot)].name) + ": " +
           in_one_line(c.why) + "\n";
    out += "    1  " + in_one_line(a.sentences[c.sentence_a].of(text_a)) + "\n";
    out += "    2  " + in_one_line(b.sentences[c.sentence_b].of(text_b)) + "\n";
  }
  const auto list = [&](std::string_view title, const std::vector<Fact>& facts) {
    head(title, facts.size());
    for (const Fact& f : facts) {
      out += "  " + std::string(fact_rows()[static_cast<std::size_t>(f.about)].name) + ": ";
      if (!f.a.empty()) out += in_one_line(f.a.of(text_a));
      if (!f.a.empty() && !f.b.empty()) out += "  =  ";
      if (!f.b.empty()) out += in_one_line(f.b.of(text_b));
      out += "\n";
      if (!f.a.empty() && !f.b.empty()) out += "    " + in_one_line(f.why) + "\n";
    }
  };
  list("1 Only in the first", comparison.only_a);
  list("2 Only in the second", comparison.only_b);
  list("≡ In both", comparison.both);
  head("Voices: passages and share of each text", comparison.voices.size());
  for (const Voice& v : comparison.voices)
    out += "  " + (v.name.empty() ? std::string("(nobody named)") : v.name) + ": " +
           std::to_string(v.a.quotes) + ", " + per_cent(v.a.share) + " | " +
           std::to_string(v.b.quotes) + ", " + per_cent(v.b.share) + "\n";
  head("Borrowed: the same words", comparison.borrowed.size());
  for (const Borrowed& w : comparison.borrowed)
    out += "  " + std::to_string(w.words) + " words: " + in_one_line(w.a.of(text_a)) + "\n";
  head("Verbs for one speaker", comparison.framing.verbs.size());
  for (const Framing::Verbs& v : comparison.framing.verbs) out += "  " + v.why + "\n";
  return out;
}

}  // namespace palimpsest
