// Both versions in one text, with del and ins, the cause as a class and the reason as a title: it
// can be read without colour, by ear and on paper. Tested by tests/core/comparison_export_test.cpp.
#include <algorithm>
#include <utility>
#include <vector>

#include "export/comparison.h"
#include "export/escape.h"
#include "text/order.h"

namespace palimpsest {
namespace {

constexpr std::string_view head =
    "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>Two versions of a "
    "text</title>\n"
    "<style>\nbody{max-width:38rem;margin:2rem auto;padding:0 1rem;font:19px/30px Georgia,serif}\n"
    "main{white-space:pre-wrap}\n"
    "del{text-decoration:line-through}ins{text-decoration:underline}\n"
    ".meaning{font-weight:bold}.damage,.style{opacity:.7}.moved{border:1px dotted}\n</style>\n";

class Page {
 public:
  explicit Page(const Compared& compared) : compared_(compared) {
    const std::vector<Hunk>& hunks = compared.comparison.hunks;
    for (std::uint32_t i = 0; i < hunks.size(); ++i)
      if (!hunks[i].is_move())
        places_.push_back({hunks[i].is_inside_move() ? hunks[i].move : Hunk::none, i});
    sort_by(places_, [](const auto& place) { return two_keys(place.first, place.second); });
  }

  /// The changes of one passage with what was kept between them, from `a` to `a_end` of the first
  /// text.
  void add_passage(std::uint32_t a, std::uint32_t a_end, std::uint32_t move) {
    const auto& [first, second, comparison] = compared_;
    std::uint32_t at = a;
    for (auto place = std::lower_bound(places_.begin(), places_.end(), std::pair{move, 0u});
         place != places_.end() && place->first == move; ++place) {
      const Hunk& hunk = comparison.hunks[place->second];
      add_escaped(out, std::string_view(first.text).substr(at, hunk.a.begin - at));
      at = hunk.a.end;
      add_hunk(hunk);
    }
    add_escaped(out, std::string_view(first.text).substr(at, a_end - at));
  }

  std::string out;

 private:
  void open(std::string_view element, const Hunk& hunk) {
    const CauseRule& rule = rule_of(hunk.cause);
    const std::string why =
        rule.why({compared_.a, compared_.b, hunk, compared_.comparison.evidence});
    out.append("<").append(element).append(" class=\"").append(name_of(rule.group)).append(" ");
    out.append(rule.name).append("\" title=\"");
    add_escaped(out, why.empty() ? rule.explanation : why);
    out += "\">";
  }

  void add_hunk(const Hunk& hunk) {
    const auto& [first, second, comparison] = compared_;
    if (!hunk.a.empty()) {
      open("del", hunk);
      add_escaped(out, hunk.a.of(first.text));
      out += "</del>";
    }
    if (hunk.b.empty()) return;
    open("ins", hunk);
    if (hunk.moved) {
      const Hunk& move = comparison.hunks[hunk.move];
      const std::uint32_t a = first.units[move.units.a].begin,
                          a_end = first.units[move.units.a_end - 1].end;
      add_escaped(out, std::string_view(second.text)
                           .substr(hunk.b.begin, second.units[move.units.b].begin - hunk.b.begin));
      add_passage(a, a_end, hunk.move);
      const std::uint32_t end = second.units[move.units.b_end - 1].end;
      add_escaped(out, std::string_view(second.text).substr(end, hunk.b.end - end));
    } else {
      add_escaped(out, hunk.b.of(second.text));
    }
    out += "</ins>";
  }

  const Compared& compared_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> places_;  // move that it is inside, hunk
};

}  // namespace

std::string formats::comparison_html(const Compared& compared, const ExportOptions&) {
  const Summary summary = summarize(compared.comparison);
  Page page(compared);
  page.out = head;
  page.out += "<p>";
  for (std::size_t g = std::size(summary.groups); g-- > 0;)
    page.out += std::string(title_of(static_cast<CauseGroup>(g))) + ": " +
                std::to_string(summary.groups[g]) + (g > 0 ? " · " : "");
  page.out += "</p>\n<main>";
  page.add_passage(0, static_cast<std::uint32_t>(compared.a.text.size()), Hunk::none);
  page.out += "</main>\n</html>\n";
  return std::move(page.out);
}

}  // namespace palimpsest
