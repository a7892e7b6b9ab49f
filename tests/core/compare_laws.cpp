#include "compare_laws.h"

#include <algorithm>
#include <vector>

#include "export/comparison.h"
#include "text/utf8.h"

namespace palimpsest::tests {
namespace {

template <class S>
bool inside(std::string_view text, S span) {
  return span.begin <= span.end && span.end <= text.size() && is_boundary(text, span.begin) &&
         is_boundary(text, span.end);
}

/// The second text, made of the first and the hunks alone: what no hunk holds is kept in order.
std::string rebuild(std::string_view a, std::string_view b, const std::vector<const Hunk*>& hunks,
                    std::uint32_t a_begin, std::uint32_t a_end, std::uint32_t b_begin,
                    std::uint32_t b_end) {
  std::vector<const Hunk*> away = hunks, here = hunks;
  std::stable_sort(away.begin(), away.end(),
                   [](auto x, auto y) { return x->a.begin < y->a.begin; });
  std::stable_sort(here.begin(), here.end(),
                   [](auto x, auto y) { return x->b.begin < y->b.begin; });
  std::string kept;
  std::uint32_t at = a_begin;
  for (const Hunk* hunk : away) {
    if (hunk->a.begin < at && !hunk->a.empty()) return "hunks overlap in the first text";
    if (hunk->a.empty()) continue;
    kept += a.substr(at, hunk->a.begin - at);
    at = hunk->a.end;
  }
  kept += a.substr(at, a_end - at);
  std::string made;
  std::size_t used = 0;
  std::uint32_t to = b_begin;
  for (const Hunk* hunk : here) {
    if (hunk->b.empty()) continue;
    if (hunk->b.begin < to) return "hunks overlap in the second text";
    made += kept.substr(std::min(used, kept.size()), hunk->b.begin - to);
    used += hunk->b.begin - to;
    made += hunk->b.of(b);
    to = hunk->b.end;
  }
  made += kept.substr(std::min(used, kept.size()));
  (void)b_end;
  return made;
}

/// A hunk edge between two letters or two digits of one text cuts a word.
bool cuts_a_word(const Version& v, std::uint32_t at) {
  const auto next = std::upper_bound(v.units.begin(), v.units.end(), at,
                                     [](std::uint32_t x, const Unit& u) { return x < u.begin; });
  if (next == v.units.begin()) return false;
  const Unit& unit = *(next - 1);
  if (unit.begin < at && at < unit.end) return true;
  return unit.begin == at && unit.is(Unit::joined);
}

bool are_equal(const Version& x, const Version& y) {
  const auto same_unit = [](const Unit& p, const Unit& q) {
    return p.begin == q.begin && p.end == q.end && p.weight == q.weight && p.flags == q.flags;
  };
  return std::ranges::equal(x.units, y.units, same_unit) && x.keys == y.keys &&
         x.weight == y.weight;
}

}  // namespace

std::string broken_comparison_law(std::string_view old_text, std::string_view new_text) {
  const Version a = read_version(std::string(old_text)), b = read_version(std::string(new_text));
  for (const Version* v : {&a, &b}) {
    std::uint32_t end = 0;
    for (const Unit& unit : v->units) {
      if (unit.begin < end || unit.end <= unit.begin ||
          !inside(v->text, OldSpan{unit.begin, unit.end}))
        return "a unit's span";
      end = unit.end;
    }
    if (end > v->text.size()) return "units leave the text";
  }
  if (!are_equal(b, read_version(std::string(new_text), &a)))
    return "a text read beside another is another";
  const Comparison comparison = compare_versions(a, b);
  std::vector<const Hunk*> outer;
  for (const Hunk& hunk : comparison.hunks) {
    if (!inside(old_text, hunk.a) || !inside(new_text, hunk.b)) return "a hunk's span";
    if (hunk.causes == 0) return "a hunk without a cause";
    if (!hunk.is_move() && !hunk.is_inside_move()) outer.push_back(&hunk);
    if (!hunk.is_move() && hunk.a.of(old_text) == hunk.b.of(new_text))
      return "a hunk that changes nothing";
    const bool is_empty_right = (hunk.operation == Operation::insert) == hunk.a.empty() &&
                                (hunk.operation == Operation::remove) == hunk.b.empty();
    if (!is_empty_right) return "an operation that does not fit its spans";
    for (const std::uint32_t at : {hunk.a.begin, hunk.a.end})
      if (cuts_a_word(a, at))
        return "a hunk cuts a word of the first text at " + std::to_string(at);
    for (const std::uint32_t at : {hunk.b.begin, hunk.b.end})
      if (cuts_a_word(b, at))
        return "a hunk cuts a word of the second text at " + std::to_string(at);
    for (const Letters& l : changed_letters(a, b, hunk))
      if (!inside(old_text, l.a) || !inside(new_text, l.b) || !hunk.a.contains(l.a) ||
          !hunk.b.contains(l.b))
        return "letters outside their hunk";
  }
  if (const std::string made =
          rebuild(old_text, new_text, outer, 0, static_cast<std::uint32_t>(old_text.size()), 0,
                  static_cast<std::uint32_t>(new_text.size()));
      made != new_text)
    return "the hunks do not make the second text: " + made;
  for (std::size_t i = 0; i < comparison.hunks.size(); ++i) {
    const Hunk& move = comparison.hunks[i];
    if (!move.is_move()) continue;
    std::vector<const Hunk*> inner;
    for (const Hunk& hunk : comparison.hunks)
      if (hunk.is_inside_move() && hunk.move == i) inner.push_back(&hunk);
    const std::uint32_t a_begin = a.units[move.units.a].begin,
                        a_end = a.units[move.units.a_end - 1].end,
                        b_begin = b.units[move.units.b].begin,
                        b_end = b.units[move.units.b_end - 1].end;
    if (rebuild(old_text, new_text, inner, a_begin, a_end, b_begin, b_end) !=
        new_text.substr(b_begin, b_end - b_begin))
      return "the hunks inside a move do not make it";
  }
  if (old_text == new_text && !comparison.hunks.empty()) return "equal texts differ";
  if (comparison.work > Work::per_unit * (std::uint64_t{a.size()} + b.size()) + Work::always)
    return "more work than the budget";
  if (comparison.similarity < 0 || comparison.similarity > 1) return "the similarity";
  const std::string json = formats::comparison_json({a, b, comparison}, {});
  if (json != formats::comparison_json({a, b, compare_versions(a, b)}, {}))
    return "two answers to one question";
  const Json parsed = Json::parse(json, nullptr, false);
  if (parsed.is_discarded()) return "the JSON cannot be read";
  for (const Json& hunk : parsed["hunks"])
    for (const auto& [side, excerpt] : {std::pair{"a", "before"}, {"b", "after"}})
      if (hunk[side][1].get<std::size_t>() - hunk[side][0].get<std::size_t>() !=
          utf16_length(hunk[excerpt].get_ref<const std::string&>()))
        return "a span does not fit its excerpt";
  return {};
}

}  // namespace palimpsest::tests
