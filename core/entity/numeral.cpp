// Tested by tests/core/numeral_test.cpp.
#include "entity/numeral.h"

namespace palimpsest {
namespace {

using enum TermSort;

bool is_scale(const Terms& terms, std::size_t i) {
  return terms.is(i, scale) || terms.is(i, hundred);
}

/// Tenths of thousandths of ½, ¼, ¾ and eighths; 0 for another character.
std::uint64_t vulgar_fraction(const Term& term) {
  if (term.sort != mark) return 0;
  switch (term.value) {
    case U'½':
      return 5000;
    case U'¼':
      return 2500;
    case U'¾':
      return 7500;
    case U'⅛':
      return 1250;
    case U'⅜':
      return 3750;
    case U'⅝':
      return 6250;
    case U'⅞':
      return 8750;
    default:
      return 0;
  }
}

/// "1/2" at `i`, in ten-thousandths; 0 where it is no fraction, 1 where it has no exact value.
std::uint64_t slash_fraction(const Terms& terms, std::size_t i) {
  if (!terms.is_plain(i) || !terms.is_mark(i + 1, '/') || !terms.glued(i + 1) ||
      !terms.is_plain(i + 2) || !terms.glued(i + 2))
    return 0;
  if (terms.is_mark(i + 3, '/') && terms.glued(i + 3)) return 0;  // a date
  const std::uint64_t above = terms[i].value, below = terms[i + 2].value;
  if (above == 0 || above >= below || terms.digit_count(i) > 2) return 0;
  if (below == 3) return 1;
  return below == 2 || below == 4 || below == 5 || below == 8 || below == 10 || below == 16
             ? above * 10000 / below
             : 0;
}

/// Reads one numeral from left to right.
class Reader {
 public:
  Reader(const Terms& terms, std::size_t i, bool short_scales)
      : terms_(terms), at_(i), short_scales_(short_scales) {}

  std::optional<Numeral> read() {
    const Term& first = terms_[at_];
    bool found = false;
    if (first.sort == digits)
      found = read_digits();
    else if (first.sort == mark)
      found = read_vulgar();
    else if (first.sort == many)
      found = read_many();
    else if (first.sort == numeral)
      found = read_words();
    else if (first.sort == half)
      found = read_half();
    else if (first.sort == quantifier)
      found = read_quantifier();
    else if (first.sort == article)
      found = read_behind_article();
    if (!found) return std::nullopt;
    result_.end = at_;
    result_.in_words = first.sort != digits && first.sort != mark;
    return result_;
  }

 private:
  bool follows(TermSort sort) const { return terms_.is(at_, sort) && terms_.follows(at_); }

  void set(std::optional<Decimal> value) { result_.value = value; }

  bool read_digits() {
    if (const std::uint64_t part = slash_fraction(terms_, at_); part > 0) {
      if (part > 1) set(Decimal{part, -4});
      at_ += 3;
      return true;
    }
    if (terms_[at_].digits != Term::Digits::odd) set(read_decimal(terms_.text(at_)));
    const bool plain = terms_.is_plain(at_);
    ++at_;
    if (plain) read_fraction_behind();
    read_scales();
    return true;
  }

  /// "5½", "5 1/2".
  void read_fraction_behind() {
    std::uint64_t part = terms_.follows(at_) ? vulgar_fraction(terms_[at_]) : 0;
    std::size_t size = 1;
    if (part == 0 && terms_.follows(at_) && !terms_.glued(at_)) {
      part = slash_fraction(terms_, at_);
      size = 3;
    }
    if (part == 0) return;
    if (result_.value) set(part > 1 ? plus(*result_.value, {part, -4}) : std::optional<Decimal>());
    at_ += size;
  }

  bool read_vulgar() {
    const std::uint64_t part = vulgar_fraction(terms_[at_]);
    if (part == 0) return false;
    set(Decimal{part, -4});
    ++at_;
    read_scales();
    return true;
  }

  /// Thousand, million, dozen, bn; with a hyphen too: "93-million".
  bool read_scales() {
    bool any = false;
    read_and_a_half();
    while (true) {
      std::size_t i = at_;
      if (terms_.is_mark(i, '-') && terms_.glued(i) && terms_.glued(i + 1) &&
          is_scale(terms_, i + 1))
        ++i;
      if (!terms_.follows(i)) break;
      if (terms_.is(i, dozen)) {
        if (result_.value) set(times(*result_.value, 12));
      } else if (is_scale(terms_, i) || is_short_scale(i)) {
        const int power = static_cast<int>(terms_[i].value);
        if (result_.value) set(times_ten_to(*result_.value, power));
        if (power > 2) result_.power += power;
      } else {
        break;
      }
      any = true;
      at_ = i + 1;
    }
    return any;
  }

  bool is_short_scale(std::size_t i) const {
    if (!terms_.is(i, short_scale)) return false;
    // The letter alone is a word of its own elsewhere ("5 m", "5 B"); with money it is not.
    return short_scales_ || (terms_.digit_count(i) > 1 && !terms_.is_text(i, "mil"));
  }

  void read_and_a_half() {
    if (terms_.is_text(at_, "and") && terms_.follows(at_) && terms_.is(at_ + 1, article) &&
        terms_.is(at_ + 2, half)) {
      at_ += 3;
    } else if (terms_.is_mark(at_, '-') && terms_.is_text(at_ + 1, "and") &&
               terms_.is_mark(at_ + 2, '-') && terms_.is(at_ + 3, article) &&
               terms_.is_mark(at_ + 4, '-') && terms_.is(at_ + 5, half)) {
      at_ += 6;
    } else {
      return;
    }
    if (result_.value) set(plus(*result_.value, {5, -1}));
  }

  /// "twenty-one", "three hundred and five thousand two hundred".
  bool read_words() {
    std::uint64_t total = 0, current = 0;
    enum { start, ten, small, big } last = start;
    while (true) {
      std::size_t i = at_;
      if (last != start && terms_.is_dash(i) && terms_.glued(i) && terms_.glued(i + 1)) ++i;
      if (last == big && terms_.is_text(i, "and")) ++i;
      if (last != start && !terms_.follows(i)) break;
      const Term& term = terms_[i];
      if (term.sort == numeral) {
        const bool fits =
            last == start || last == big || (last == ten && term.value < 10 && term.value > 0);
        if (!fits) break;
        current += term.value;
        last = term.value >= 20 ? ten : small;
      } else if (is_scale(terms_, i) && last != start) {
        const std::uint64_t factor = power_of_ten(term.value);
        if (term.value == 2) {
          if (current == 0 || current >= 100) break;
          current *= factor;
        } else {
          if (current == 0 || total + current > 1'000'000'000U) break;
          total = (total + current) * factor;
          current = 0;
          result_.power = static_cast<int>(term.value);
        }
        last = big;
      } else {
        break;
      }
      if (term.sort == numeral && current + total > 0) result_.power = 0;
      at_ = i + 1;
    }
    set(Decimal{total + current, 0});
    if (terms_.is_dash(at_) && terms_.glued(at_) && terms_.glued(at_ + 1) &&
        (terms_.is(at_ + 1, fraction) || is_quarter(at_ + 1) || is_singular_fraction(at_ + 1))) {
      const std::uint32_t below = is_quarter(at_ + 1)        ? 4
                                  : terms_.is(at_ + 1, half) ? 2
                                                             : terms_[at_ + 1].value;
      const std::uint64_t parts = (total + current) * 10000;
      set(below > 0 && parts % below == 0 ? std::optional(Decimal{parts / below, -4})
                                          : std::nullopt);
      at_ += 2;
      return true;
    }
    read_scales();
    return true;
  }

  static std::uint64_t power_of_ten(std::uint32_t power) {
    std::uint64_t result = 1;
    for (std::uint32_t i = 0; i < power; ++i) result *= 10;
    return result;
  }
  bool is_quarter(std::size_t i) const {
    return terms_.is(i, period) &&
           terms_[i].value % 100 == static_cast<std::uint32_t>(Period::quarter);
  }
  /// "one-third", "one-half".
  bool is_singular_fraction(std::size_t i) const {
    return terms_.is(i, half) || (terms_.is(i, ordinal) && terms_[i].value > 2 &&
                                  terms_[i].value <= 10 && terms_.is_text(at_ - 1, "one"));
  }

  /// "half a million", "half-million", "half a dozen".
  bool read_half() {
    std::size_t i = at_ + 1;
    if (!terms_.follows(i)) return false;
    if (terms_.is(i, article) || terms_.is_mark(i, '-')) ++i;
    if (!terms_.follows(i) || !(terms_.is(i, scale) || terms_.is(i, dozen))) return false;
    set(Decimal{5, -1});
    at_ = i;
    return read_scales();
  }

  /// "several hundred", "few thousand", "couple of million", "several dozen".
  bool read_quantifier() {
    std::size_t i = at_ + 1;
    if (terms_.is(i, of) && terms_.follows(i)) ++i;
    if (!terms_.follows(i) || !(is_scale(terms_, i) || terms_.is(i, dozen))) return false;
    at_ = i;
    result_.vague = true;
    return read_scales();
  }

  /// "a million", "a dozen", "a few hundred", "a half-million", "a quarter of a million".
  bool read_behind_article() {
    const std::size_t i = at_ + 1;
    const TermSort next = terms_[i].sort;
    if (next != quantifier && next != half && next != period && next != hundred && next != scale &&
        next != dozen)
      return false;  // nearly always
    if (!terms_.follows(i) || terms_.is_text(at_, "the")) return false;
    result_.article = true;
    if (terms_.is(i, quantifier)) {
      ++at_;
      return read_quantifier();
    }
    if (terms_.is(i, half)) {
      ++at_;
      return read_half();
    }
    if (is_quarter(i) && terms_.is(i + 1, of) && terms_.is(i + 2, article) &&
        terms_.is(i + 3, scale) && terms_.follows(i + 3)) {
      set(Decimal{25, -2});
      at_ = i + 3;
      return read_scales();
    }
    if (!(is_scale(terms_, i) || terms_.is(i, dozen))) return false;
    set(Decimal{1, 0});
    at_ = i;
    return read_scales();
  }

  /// "dozens", "tens of thousands", "hundreds of millions".
  bool read_many() {
    result_.vague = true;
    ++at_;
    while (follows(of) && terms_.follows(at_ + 1) && terms_.is(at_ + 1, many)) at_ += 2;
    return true;
  }

  const Terms& terms_;
  std::size_t at_;
  bool short_scales_;
  Numeral result_;
};

}  // namespace

std::optional<Numeral> read_numeral(const Terms& terms, std::size_t i, bool short_scales) {
  return Reader(terms, i, short_scales).read();
}

}  // namespace palimpsest
