// Every change on two lines: place, group and why; then the words around it, with [-what was-] and
// {+what is now+} as in a word diff. Tested by tests/core/comparison_export_test.cpp.
#include <algorithm>

#include "export/comparison.h"
#include "text/utf8.h"

namespace palimpsest {
namespace {

constexpr std::size_t context = 40;  // bytes around a change
constexpr std::size_t longest = 400;

/// A line end becomes a sign, so that each change stays on its line; a long passage is cut in the
/// middle.
std::string in_one_line(std::string_view text) {
  std::string result;
  const auto add = [&](std::string_view part) {
    for (const char c : part) {
      if (c == '\n')
        result += "⏎";
      else if (c != '\r')
        result += c == '\t' ? ' ' : c;
    }
  };
  if (text.size() <= longest) {
    add(text);
    return result;
  }
  std::size_t head = longest / 2, tail = text.size() - longest / 2;
  while (!is_boundary(text, head)) --head;
  while (!is_boundary(text, tail)) ++tail;
  add(text.substr(0, head));
  result += " […] ";
  add(text.substr(tail));
  return result;
}

std::string before(std::string_view text, std::size_t at) {
  std::size_t from = at > context ? at - context : 0;
  if (from > 0)
    if (const std::size_t blank = text.find(' ', from); blank < at) from = blank + 1;
  while (!is_boundary(text, from)) ++from;
  return (from > 0 ? "…" : "") + in_one_line(text.substr(from, at - from));
}

std::string after(std::string_view text, std::size_t at) {
  std::size_t to = std::min(text.size(), at + context);
  if (to < text.size())
    if (const std::size_t blank = text.rfind(' ', to);
        blank != std::string_view::npos && blank > at)
      to = blank;
  while (!is_boundary(text, to)) --to;
  return in_one_line(text.substr(at, to - at)) + (to < text.size() ? "…" : "");
}

}  // namespace

std::string formats::comparison_text(const Compared& compared, const ExportOptions& options) {
  const auto& [a, b, comparison] = compared;
  const OffsetCounter in_a(a.text, options.offsets), in_b(b.text, options.offsets);
  const Summary summary = summarize(comparison);
  std::string out;
  for (std::size_t g = std::size(summary.groups); g-- > 0;)
    out += std::to_string(summary.groups[g]) + " " +
           std::string(name_of(static_cast<CauseGroup>(g))) + (g > 0 ? ", " : "");
  out += summary.verdict.empty() ? "\n" : ": " + std::string(summary.verdict) + "\n";
  if (comparison.reduced)
    out +=
        "The texts were too much work to compare in full: some changes are shown larger than they "
        "are.\n";
  for (const Hunk& hunk : comparison.hunks) {
    if (hunk.moved) continue;
    const CauseRule& rule = rule_of(hunk.cause);
    std::string why = rule.why({a, b, hunk, comparison.evidence});
    if (why.empty()) why = rule.explanation;
    out += "\n@@ " + std::to_string(in_a(hunk.a.begin)) + "-" + std::to_string(in_a(hunk.a.end)) +
           " " + std::to_string(in_b(hunk.b.begin)) + "-" + std::to_string(in_b(hunk.b.end)) +
           " @@ " + std::string(name_of(rule.group)) + ": " + in_one_line(why) + "\n";
    if (hunk.is_move()) {
      out += "  " + in_one_line(hunk.a.of(a.text)) + "\n";
      continue;
    }
    out += "  " + before(a.text, hunk.a.begin);
    if (!hunk.a.empty()) out += "[-" + in_one_line(hunk.a.of(a.text)) + "-]";
    if (!hunk.b.empty()) out += "{+" + in_one_line(hunk.b.of(b.text)) + "+}";
    out += after(b.text, hunk.b.end) + "\n";
  }
  return out;
}

}  // namespace palimpsest
