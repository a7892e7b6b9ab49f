// Joins a number that blanks cut: "4 , 000" and "4, 000" become "4,000"; "1 . 5" becomes "1.5".
// Leaves lists ("rooms 3, 120, 130"; "4, 100 and 200"), dates ("July 21, 2017"), years ("In 2016,
// 300 people") and sentence ends ("in 1995. 5 years later") alone. Needs no other sign of a
// tokeniser: in 174,429 words of clean text "\d{1,3}, \d{3}" does not occur once.
#include "repair/calendar.h"
#include "repair/number_words.h"
#include "repair/split_number.h"
#include "repair/why_joined.h"

namespace palimpsest {
namespace {

class Reader {
 public:
  explicit Reader(const Passage& passage) : near_(passage) {}

  /// True for "4 , 000": one to three digits, then three; `inner` if the left group continues a
  /// number.
  bool is_thousands(const SplitPoint& p, bool inner) const {
    const std::string_view left = near_.of(p.left), right = near_.of(p.right);
    if (right.size() != 3 || left.size() > 3) return false;
    if (inner) return left.size() == 3;
    return left[0] != '0' && (right == "000" || !continues(p.left));
  }

  /// The word before the number says that it counts rooms, pages, days of a month.
  bool is_labelled(std::size_t left) const {
    std::size_t word = near_.previous(left);
    if (near_[word].is('.') && word != left) --word;  // "No. 3", "pp. 3"
    if (near_[word].is('#')) return true;
    return near_[word].is_word() && word != left - 1 && near_.of(word) != "P" &&
           (is_month(near_.of(word)) || is_numbered_thing(near_.of(word)));
  }

  /// "4, 100 and 200", "2, 4, 100": other numbers of a list beside the two. "1, 500 and 2, 000" is
  /// a range.
  bool is_listed(const SplitPoint& p) const {
    const std::size_t before = near_.previous(p.left);
    if (before != p.left - 1 && near_[before].is(',') && near_[near_.previous(before)].is_number())
      return true;
    if (near_.of(p.right) == "000") return false;
    std::size_t after = near_.next(p.right);
    if (near_[after].is(',')) after = near_.next(after);
    if (near_[after].is_number() && near_.of(after).size() != 3) return true;
    if (!is_and(after)) return false;
    const std::size_t number = near_.next(after);
    return near_[number].is_number() && !split_after(near_, number) &&
           !is_intact_before(near_, number) && near_.of(number).size() <= 3;
  }

  /// The decimal fraction of "1 . 5 million", not the end of a sentence: "in 1995 . 5 years later".
  bool is_fraction(const SplitPoint& p) const {
    const std::size_t after = near_.next(p.right);
    const bool measured = near_[after].is('%') || is_scale(near_.of(after));
    if (is_currency(near_.previous(p.left)) || measured) return true;
    const std::string_view left = near_.of(p.left);
    const bool year = left.size() == 4 && (left[0] == '1' || left[0] == '2');
    return !year || near_.of(p.right).size() > 2;
  }

  /// "$1. 5 billion": with a blank behind the stop only, where sign and scale say what it is.
  bool is_amount(const SplitPoint& p) const {
    return is_currency(near_.previous(p.left)) && is_scale(near_.of(near_.next(p.right)));
  }
  /// "€ 5 , 00"
  bool is_euro_cents(const SplitPoint& p) const {
    return near_.of(p.right).size() == 2 && near_[near_.previous(p.left)].is(U'€');
  }
  /// The ". 56" of "1, 234. 56 euros".
  bool is_cents(const SplitPoint& p) const {
    const std::size_t after = near_.next(p.right);
    return near_.of(p.right).size() <= 2 && (is_unit(near_.of(after)) || near_[after].is('%'));
  }

  const Near& near() const { return near_; }

 private:
  /// Digits of the same number stand before, behind a mark or a letter: "EY4096", "3.14".
  bool continues(std::size_t i) const {
    return (near_[i - 1].is('.') || near_[i - 1].is(',')) && near_[i - 2].is_number();
  }
  bool is_currency(std::size_t i) const {
    return near_[i].is('$') || near_[i].is(U'£') || near_[i].is(U'€') || near_[i].is(U'¥');
  }
  bool is_and(std::size_t i) const {
    return near_.of(i) == "and" || near_.of(i) == "or" || near_[i].is('&');
  }

  Near near_;
};

}  // namespace

void rules::spaced_number::find(const Passage& passage, Edits& edits) {
  const Habits& habits = passage.habits;
  if (habits.numbers < 2 || habits.count(',') + habits.count('.') == 0) return;
  const Reader reader(passage);
  const Near& near = reader.near();
  InStretch in_stretch(passage);
  std::size_t inner = 0;  // the number that the last edit joined to the one before
  each_mark(passage, [&](std::size_t mark) {
    if (!near[mark].is(',') && !near[mark].is('.')) return;
    const std::size_t i = near.previous(mark);
    const SplitPoint p = split_after(near, i);
    if (!p) return;
    const bool goes_on = inner == i && i != 0;
    const bool tokenised = in_stretch(i);
    const auto join = [&](std::uint8_t confidence) {
      edits.add(near.span(i + 1, p.right - 1), near.of(p.mark), confidence);
      inner = p.right;
    };
    if (near[p.mark].is(',')) {
      if (p.both() && reader.is_euro_cents(p)) return join(85);
      if (reader.is_thousands(p, goes_on)) {
        const bool doubtful = reader.is_labelled(i) || (!goes_on && reader.is_listed(p));
        if (!doubtful) join(p.both() ? 95 : 90);
      } else if (p.both() && !tokenised && near.of(p.right).size() != 4) {
        join(80);  // no writer sets a blank before a comma: one thing cut "[1,2]"
      }
    } else if (p.both()) {
      if (reader.is_fraction(p)) join(tokenised ? 88 : 90);
    } else if (p.gap_after && (reader.is_amount(p) || (goes_on && reader.is_cents(p)))) {
      join(85);
    }
  });
}

std::string rules::spaced_number::why(const Explained& change) {
  const bool comma = change.after.find(',') != std::string_view::npos;
  return why_joined(change, comma ? "A comma inside a number has no blank beside it."
                                  : "A point inside a number has no blank beside it.");
}

}  // namespace palimpsest
