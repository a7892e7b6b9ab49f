// Tested by tests/core/quote_marks_test.cpp.
#include "repair/quote_pairing.h"

#include <algorithm>
#include <array>
#include <limits>

namespace palimpsest {
namespace {

// A state is the marks that are open, outermost first: d a double one, s a single one.
enum State : std::uint8_t { none, d, s, ds, sd, dsd, sds, dd };
constexpr std::size_t state_count = 8;

// In tenths of a natural logarithm of odds, as the scores.
constexpr std::int16_t nested = 40;  // a double mark inside a double one: “called “this” so”
constexpr std::int16_t lost = 45;    // a mark without its counterpart
constexpr std::int16_t left_open = 40;
constexpr std::int16_t left_open_and_going_on = 5;

struct Step {
  State to;
  std::int16_t cost;
};
using Steps = std::array<Step, state_count>;

// What an opening or closing mark does in each state; where it does not fit, one mark was lost.
constexpr Steps open_double = {
    {{d, 0}, {d, lost}, {sd, 0}, {dsd, 0}, {sd, lost}, {dsd, lost}, {sd, 2 * lost}, {dd, lost}}};
constexpr Steps close_double = {
    {{none, lost}, {none, 0}, {s, lost}, {none, lost}, {s, 0}, {ds, 0}, {s, lost}, {d, 0}}};
constexpr Steps open_single = {{{s, 0},
                                {ds, 0},
                                {s, lost},
                                {ds, lost},
                                {sds, 0},
                                {ds, 2 * lost},
                                {sds, lost},
                                {ds, 2 * lost}}};
constexpr Steps close_single = {
    {{none, lost}, {d, lost}, {none, 0}, {d, 0}, {none, lost}, {d, lost}, {sd, 0}, {dd, lost}}};

constexpr std::array<std::uint8_t, state_count> open_doubles = {0, 1, 0, 1, 1, 2, 1, 2};
constexpr std::array<std::uint8_t, state_count> open_singles = {0, 0, 1, 1, 1, 1, 2, 0};

struct Cell {
  std::int64_t score;
  State from;
  QuoteRole role;
};
using Column = std::array<Cell, state_count>;
constexpr std::int64_t unreached = std::numeric_limits<std::int64_t>::min() / 2;

Column column_after(const Column& before, const QuoteScores& scores, bool is_double_mark) {
  Column after;
  after.fill({unreached, none, QuoteRole::kept});
  const auto reach = [&](State from, State to, std::int64_t gain, QuoteRole role) {
    const std::int64_t total = before[from].score + gain;
    if (total > after[to].score) after[to] = {total, from, role};
  };
  const Steps& opens = is_double_mark ? open_double : open_single;
  const Steps& closes = is_double_mark ? close_double : close_single;
  for (std::uint8_t i = 0; i < state_count; ++i) {
    const State from = static_cast<State>(i);
    if (before[from].score <= unreached) continue;
    if (scores.apostrophe > impossible) reach(from, from, scores.apostrophe, QuoteRole::apostrophe);
    if (scores.prime > impossible) reach(from, from, scores.prime, QuoteRole::prime);
    reach(from, closes[from].to, scores.closing - closes[from].cost, QuoteRole::closing);
    reach(from, opens[from].to, scores.opening - opens[from].cost, QuoteRole::opening);
    if (from == d && is_double_mark) reach(from, dd, scores.opening - nested, QuoteRole::opening);
  }
  return after;
}

/// Marks what has no counterpart, given the roles. The stack holds at most three open marks.
void find_unmatched(std::span<QuoteMark> marks, QuotesGoOn goes_on) {
  std::array<std::size_t, 4> open{};
  std::size_t count = 0;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    QuoteMark& mark = marks[i];
    if (mark.role == QuoteRole::opening) {
      if (count == open.size()) {
        marks[open[0]].unmatched = true;
        std::copy(open.begin() + 1, open.end(), open.begin());
        --count;
      }
      open[count++] = i;
    } else if (mark.role == QuoteRole::closing) {
      std::size_t k = count;
      while (k > 0 && is_double(marks[open[k - 1]].form) != is_double(mark.form)) --k;
      if (k == 0) {
        mark.unmatched = true;
        continue;
      }
      for (std::size_t j = k; j < count; ++j) marks[open[j]].unmatched = true;
      count = k - 1;
    }
  }
  for (std::size_t j = 0; j < count; ++j) {
    QuoteMark& mark = marks[open[j]];
    mark.unmatched = true;
    mark.runs_on = is_double(mark.form) ? goes_on.doubles : goes_on.singles;
  }
}

}  // namespace

void QuotePairing::pair(std::span<QuoteMark> marks, std::span<const QuoteScores> scores,
                        QuotesGoOn goes_on) {
  if (marks.empty()) return;
  Column column;
  column.fill({unreached, none, QuoteRole::kept});
  column[none].score = 0;
  back_.resize(marks.size());
  for (std::size_t i = 0; i < marks.size(); ++i) {
    column = column_after(column, scores[i], is_double(marks[i].form));
    for (std::size_t j = 0; j < state_count; ++j) {
      back_[i].from[j] = column[j].from;
      back_[i].role[j] = static_cast<std::uint8_t>(column[j].role);
    }
  }
  const auto total = [&](std::size_t j) {
    return column[j].score -
           open_doubles[j] * (goes_on.doubles ? left_open_and_going_on : left_open) -
           open_singles[j] * (goes_on.singles ? left_open_and_going_on : left_open);
  };
  std::size_t state = 0;
  for (std::size_t j = 1; j < state_count; ++j)
    if (total(j) > total(state)) state = j;
  for (std::size_t i = marks.size(); i-- > 0;) {
    marks[i].role = static_cast<QuoteRole>(back_[i].role[state]);
    state = back_[i].from[state];
  }
  find_unmatched(marks, goes_on);
}

}  // namespace palimpsest
