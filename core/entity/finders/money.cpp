// Amounts of money with their currency: "$5 million", "US$93 million", "Rs 500 crore", "5 bn
// euros", "50p", "billions of dollars", "$5-10 million". Leaves alone a currency without an amount
// ("the dollar fell"), a weight ("200 pounds" in a text without £) and words that are also
// currencies ("won 5", "20 marks").
#include "entity/amount.h"
#include "entity/currency.h"
#include "entity/finder.h"
#include "entity/numeral.h"

namespace palimpsest {
namespace {

using enum TermSort;

class MoneyReader {
 public:
  MoneyReader(const Terms& terms, Mentions& mentions) : terms_(terms), mentions_(mentions) {
    for (std::size_t i = 0; i < terms.size() && !has_pound_sign_; ++i)
      has_pound_sign_ = terms.is_mark(i, U'£');
  }

  void find() {
    for (std::size_t i = 0; i < terms_.size();) {
      const std::size_t end = read(i);
      i = end > i ? end : i + 1;
    }
  }

 private:
  /// Reads what begins at `i`; the term behind it, or 0.
  std::size_t read(std::size_t i) {
    switch (terms_[i].sort) {
      case mark:
        if (terms_[i].value < 0x80 && terms_[i].value != '$') return 0;
        return read_sign(i);
      case currency_sign:
        return read_letters(i);
      case currency_code:
        return read_code(i);
      case word:
        return terms_.digit_count(i) == 1 ? read_letter(i) : 0;
      case digits:
      case numeral:
      case many:
      case half:
      case quantifier:
      case article:
        return read_before_word(i);
      default:
        return 0;
    }
  }

  void add(std::size_t first, std::size_t end, std::string code, const std::string& number) {
    // Around names: "[Canadian] dollars", "[US]$5".
    mentions_.add(terms_.span(first, end), 97, {}, true);
    if (!code.empty() && !number.empty()) mentions_.set_value(std::move(code) + " " + number);
  }

  static std::string_view code_of_sign(const Term& term) {
    return term.sort == mark ? currency_of_sign(term.value) : std::string_view();
  }

  /// "$5 million", "US$93", "$10-$15 million", "$5 to $10 million".
  std::size_t read_sign(std::size_t i) {
    std::string code(code_of_sign(terms_[i]));
    if (code.empty() || !terms_.follows(i + 1)) return 0;
    std::size_t first = i, number_at = i + 1;
    read_country(first, code);
    if (first == i && read_country_behind(number_at, code)) ++number_at;
    const std::optional<Amount> amount = read_amount(terms_, number_at, Joined::dash, true);
    if (!amount || amount->first.in_words) return 0;
    std::string number = amount->value();
    std::size_t end = amount->end;
    const std::size_t next = end + 1;
    const bool dash = terms_.is_dash(end) && terms_.glued(end) && terms_.glued(next);
    const bool both_of = terms_.is_text(end, "and") && terms_.is_text(first - 1, "between");
    if (!amount->last && (dash || both_of || terms_.is_text(end, "to")) && terms_.follows(end) &&
        terms_.is_mark(next, terms_[i].value)) {
      const auto other = read_numeral(terms_, next + 1, true);
      if (other && !other->in_words) {
        // "$5 to $10 million": the million is of both.
        Amount range{amount->first, *other, 0};
        const std::string both_numbers = range.value();
        if (dash) {
          end = other->end;
          number = both_numbers;
        } else {
          number = both_numbers.substr(0, both_numbers.find(".."));
        }
      }
    }
    end = skip_code(end, code);
    add(first, end, code, number);
    return end;
  }

  /// The country's letters before the sign: "US", "U.S.", "HK"; moves `first` to them.
  void read_country(std::size_t& first, std::string& code) const {
    if (!terms_.is_mark(first, '$') || first == 0) return;
    const std::size_t before = first - 1;
    if (first >= 4 && terms_.glued(first) && terms_.is_mark(before, '.') &&
        terms_.text(before - 1) == "S" && terms_.text(before - 3) == "U") {
      first -= 4;
      return;
    }
    if (terms_[before].shape == WordShape::lower) return;
    const bool is_code = terms_.is(before, currency_code);
    if (!terms_.glued(first) && !(is_code && terms_.follows(first))) return;
    const std::string_view letters = terms_.text(before);
    const std::string_view dollar = dollar_of(letters);
    if (dollar.empty() || (is_code && letters.size() != 3 && !terms_.glued(first))) return;
    first = before;
    code = dollar;
  }

  /// "$US30 million", "$A 5".
  bool read_country_behind(std::size_t at, std::string& code) const {
    if (!terms_.glued(at) || !terms_.is_mark(at - 1, '$') || !terms_.follows(at + 1)) return false;
    const std::string_view dollar = dollar_of(terms_.text(at));
    if (!dollar.empty()) code = dollar;
    return !dollar.empty();
  }

  /// Behind an amount: "USD", or "dollars" written once more.
  std::size_t skip_code(std::size_t end, std::string& code) const {
    if (!terms_.follows(end)) return end;
    if (terms_.is(end, currency_code) && terms_[end].shape == WordShape::upper) {
      code = iso_letters(terms_[end].value);
      return end + 1;
    }
    return terms_.is(end, currency) && terms_[end].value == iso_code("USD") && code == "USD"
               ? end + 1
               : end;
  }

  /// "Rs 500 crore", "Rs. 500", "Dh25,000".
  std::size_t read_letters(std::size_t i) {
    const Term& sign = terms_[i];
    const bool any_case = terms_.is_text(i, "kr") || terms_.is_text(i, "rs");
    if ((sign.shape == WordShape::lower && !any_case) || terms_.glued(i)) return 0;
    // "Re 5" begins a letter; only one rupee is "Re 1".
    if (terms_.is_text(i, "re") && terms_.text(i + 1) != "1") return 0;
    std::size_t at = i + 1;
    if (terms_.is_mark(at, '.') && terms_.glued(at)) ++at;
    return read_after(i, at, currency_code_of(sign.value, 0));
  }

  std::size_t read_after(std::size_t first, std::size_t at, const std::string& code) {
    if (!terms_.follows(at) || !terms_.is(at, digits)) return 0;
    const auto amount = read_amount(terms_, at, Joined::dash, true);
    if (!amount) return 0;
    add(first, amount->end, code, amount->value());
    return amount->end;
  }

  /// A word in capitals beside it: in a line of capitals "TRY 5 TIMES" is no money.
  bool is_shouted(std::size_t i) const {
    const auto upper = [&](std::size_t at) {
      return terms_[at].shape == WordShape::upper && terms_.digit_count(at) > 1 &&
             !terms_.is(at, currency_code);
    };
    return (i > 0 && terms_.follows(i) && upper(i - 1)) || (terms_.follows(i + 2) && upper(i + 2));
  }

  /// "USD 5 million", "EUR5m".
  std::size_t read_code(std::size_t i) {
    if (terms_[i].shape != WordShape::upper || is_shouted(i)) return 0;
    return read_after(i, i + 1, iso_letters(terms_[i].value));
  }

  /// Naira, rand and peso: "N500 million", "R20,000", "P500 million".
  std::size_t read_letter(std::size_t i) {
    const std::string_view letter = terms_.text(i);
    const std::string_view code = letter == "N"   ? "NGN"
                                  : letter == "R" ? "ZAR"
                                  : letter == "Y" ? "JPY"
                                  : letter == "P" ? "PHP"
                                                  : "";
    if (code.empty() || !terms_.is(i + 1, digits) || !terms_.glued(i + 1) || terms_.glued(i))
      return 0;
    const auto amount = read_numeral(terms_, i + 1, true);
    if (!amount || (amount->power == 0 && terms_[i + 1].digits != Term::Digits::grouped)) return 0;
    return read_after(i, i + 1, std::string(code));
  }

  /// "5 million euros", "50p", "20 €", "billions of dollars", "500 Hong Kong dollars".
  std::size_t read_before_word(std::size_t i) {
    if (terms_.is(i, digits) && terms_.glued(i) && !terms_.is(i - 1, mark))
      return 0;  // "MH17 dollars"
    const auto amount = read_amount(terms_, i, Joined::dash_or_word, true);
    if (!amount) return 0;
    std::size_t at = amount->end;
    if (!terms_.follows(at)) return at;
    const Numeral& last = amount->last ? *amount->last : amount->first;
    if (last.vague && terms_.is(at, of)) ++at;
    if (const std::string_view sign = code_of_sign(terms_[at]);
        !sign.empty() && !terms_.is_mark(at, '$') && !terms_.is_mark(at, U'£')) {
      const bool of_next = terms_.is(at + 1, digits) && terms_.follows(at + 1) && !terms_.glued(at);
      if (of_next || !terms_.follows(at)) return 0;
      add(i, at + 1, std::string(sign), amount->value());
      return at + 1;
    }
    if (terms_.is_mark(at, U'¢') && terms_.glued(at)) {
      add(i, at + 1, {}, {});
      return at + 1;
    }
    if (terms_.is_text(at, "p") && terms_.glued(at) && is_pence(i)) {
      add(i, at + 1, "GBP", amount->last ? std::string() : print(times_ten_to(*last.value, -2)));
      return at + 1;
    }
    if (terms_.is_mark(at, '-') && terms_.glued(at) && terms_.glued(at + 1)) ++at;
    const std::size_t before_nation = at;
    const std::uint32_t country = read_nation(at);
    const bool named = at > before_nation;
    if (!terms_.follows(at)) return amount->end;
    if (terms_.is(at, cent) && terms_[at].value == 1) {
      add(i, at + 1, {}, {});
      return at + 1;
    }
    if (terms_.is(at, currency_code) && terms_[at].shape == WordShape::upper && !is_shouted(at)) {
      add(i, at + 1, iso_letters(terms_[at].value), amount->value());
      return at + 1;
    }
    const bool grouped = terms_.is(i, digits) && terms_[i].digits == Term::Digits::grouped;
    if (!terms_.is(at, currency) || !is_money(at, last, named || grouped)) return amount->end;
    std::string code = currency_code_of(terms_[at].value, country);
    const bool coins = terms_.is_text(at, "pence") || terms_.is_text(at, "penny");
    std::size_t end = at + 1;
    if (terms_.is_text(end, "sterling") && terms_.follows(end)) ++end;
    std::string number = amount->value();
    if (coins) number = last.value && !amount->last ? print(times_ten_to(*last.value, -2)) : "";
    add(i, end, std::move(code), number);
    return end;
  }

  /// "50p"; not a picture's lines.
  bool is_pence(std::size_t i) const {
    if (!terms_.is(i, digits) || terms_[i].digits == Term::Digits::odd) return false;
    const std::uint32_t lines = terms_[i].value;
    return lines != 480 && lines != 720 && lines != 1080 && lines != 2160;
  }

  /// "US", "U.S.", "Canadian", "Hong Kong", "New Zealand": up to the currency's word.
  std::uint32_t read_nation(std::size_t& at) const {
    std::size_t i = at;
    if (terms_.text(i) == "U" && terms_.is_mark(i + 1, '.') && terms_.text(i + 2) == "S") {
      i += terms_.is_mark(i + 3, '.') ? 4 : 3;
      if (!terms_.is(i, currency)) return 0;
      at = i;
      return iso_code("US");
    }
    const bool two = terms_.is_text(i, "hong") || terms_.is_text(i, "new") ||
                     terms_.is_text(i, "south") || terms_.is_text(i, "saudi") ||
                     terms_.is_text(i, "sri") || terms_.is_text(i, "deutsche");
    if (two) ++i;
    if (!terms_.follows(i) ||
        !terms_.is(i + (terms_.is_text(i, "arabian") ? 1 : 0), two ? nation : nation))
      return 0;
    const std::uint32_t country = terms_[i].value;
    if (!terms_.is(i + 1, currency) || !terms_.follows(i + 1)) return 0;
    at = i + 1;
    return country;
  }

  /// Whether the currency's word at `i` behind this number is one. `sure`: a nation stands before
  /// it, or the number is long and has its commas.
  bool is_money(std::size_t i, const Numeral& number, bool sure) const {
    if (sure || number.power > 0 || number.vague) return true;
    const std::uint32_t code = terms_[i].value;
    if (terms_.is_text(i, "pound") || terms_.is_text(i, "pounds"))
      return (has_pound_sign_ && !terms_.is(i + 1, of)) || terms_.is_text(i + 1, "sterling");
    if (terms_.is_text(i, "penny")) return false;
    if (code == iso_code("KRW") || code == iso_code("DEM") || terms_.is_text(i, "crowns"))
      return false;
    return true;
  }

  const Terms& terms_;
  Mentions& mentions_;
  bool has_pound_sign_ = false;
};

}  // namespace

void finders::money::find(const NamedText& text, Mentions& mentions) {
  if (text.terms != nullptr) MoneyReader(*text.terms, mentions).find();
}

}  // namespace palimpsest
