// Joins a currency sign to its amount: "$ 5" becomes "$5", "US $ 20" becomes "US$20".
// Leaves a table's columns alone ("12 $ 31,180"), and where no tokeniser was at work every sign
// whose amount, or any number of the text, was left whole: there the blank is the writer's own.
#include <optional>

#include "repair/split_number.h"

namespace palimpsest {
namespace {

bool is_sign(const Token& t) {
  return t.is('$') || t.is(U'£') || t.is(U'€') || t.is(U'¥') || t.is(U'₹') || t.is(U'₽') ||
         t.is(U'₩') || t.is(U'₪') || t.is(U'₺') || t.is(U'₦') || t.is(U'₱') || t.is(U'₴');
}

/// Dollars by country: US$, A$, HK$.
bool is_country(std::string_view word) {
  constexpr std::string_view countries[] = {"US", "AU", "CA", "CAN", "NZ", "HK", "NT", "C",
                                            "A",  "S",  "R",  "Z",   "J",  "EC", "TT", "BZ"};
  for (const std::string_view c : countries)
    if (word == c) return true;
  return false;
}

class Reader {
 public:
  explicit Reader(const Passage& passage) : passage_(passage), near_(passage) {}

  /// Is the blank behind the sign `i` damage, though nothing around is tokenised?
  bool is_cut(std::size_t i) {
    const std::size_t before = near_.previous(i), number = i + 2;
    // A country's letters, a column's minus, another amount.
    if (before == i - 1 && !near_.open(before) && near_[before].kind() != TokenKind::mark)
      return false;
    if (near_[before].is('-') || (near_[before].is_number() && !after_amount_)) return false;
    if (is_intact_before(near_, number)) return false;
    const SplitPoint point = split_after(near_, number);
    if (point && point.both()) return true;
    if (point || !(near_[i].is('$') || near_[i].is(U'£'))) return false;
    if (!numbers_) numbers_ = count_numbers(passage_);
    return numbers_->intact == 0;
  }
  void joined(bool yes) { after_amount_ = yes; }
  const Near& near() const { return near_; }

 private:
  const Passage& passage_;
  Near near_;
  std::optional<NumberHabits> numbers_;
  bool after_amount_ = false;  // the last sign of this line was joined to its amount
};

}  // namespace

void rules::spaced_currency::find(const Passage& passage, Edits& edits) {
  if (passage.habits.count('$') + passage.habits.other_marks == 0) return;
  Reader reader(passage);
  const Near& near = reader.near();
  InStretch in_stretch(passage);
  each_mark(passage, [&](std::size_t i) {
    if (near.edge(i)) reader.joined(false);
    if (!is_sign(near[i])) return;
    const bool tokenised = in_stretch(i);
    if (near[i].is('$') && tokenised && near.gap_before(i) && is_country(near.of(i - 2)) &&
        near[near.next(i)].is_number() && (near.of(i - 2).size() > 1 || !near.edge(i - 3)))
      edits.add(near.span(i - 1), "", 80);
    if (!near.gap(i + 1)) return;
    const Token& amount = near[i + 2];
    if (!amount.is_number() && !(amount.is('.') && near[i + 3].is_number())) return;
    const bool cut =
        tokenised ? !near[near.previous(i)].is_number() || near[i - 1].is('-') : reader.is_cut(i);
    reader.joined(cut);
    if (cut) edits.add(near.span(i + 1), "", tokenised ? 93 : 80);
  });
}

std::string rules::spaced_currency::why(const Explained&) { return {}; }

}  // namespace palimpsest
