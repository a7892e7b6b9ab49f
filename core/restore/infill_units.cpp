// A text as the units of the infill model: words, marks, numbers, paragraph breaks.
// Tested by tests/core/infill_test.cpp.
#include <algorithm>

#include "restore/infill_words.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace palimpsest {
namespace {

constexpr std::string_view clitics[] = {"s", "re", "ve", "ll", "d", "m", "t"};
constexpr std::string_view shortened[] = {
    "Mr",  "Mrs", "Ms",  "Dr",   "Sen", "Sens", "Rep", "Reps", "Gov",  "Gen", "Lt",
    "Col", "Sgt", "St",  "Jr",   "Sr",  "Inc",  "Co",  "Corp", "Ltd",  "vs",  "No",
    "Jan", "Feb", "Aug", "Sept", "Oct", "Nov",  "Dec", "Rev",  "Prof", "Adm", "Maj"};

template <class List>
bool among(const List& list, std::string_view x) {
  return std::find(std::begin(list), std::end(list), x) != std::end(list);
}

bool is_apostrophe(const Token& t) { return t.is('\'') || t.is(U'’') || t.is('`'); }

std::string folded_mark(char32_t code) {
  switch (code) {
    case U'“':
    case U'”':
    case U'„':
    case U'«':
    case U'»':
      return "\"";
    case U'’':
    case U'‘':
    case '`':
      return "'";
    case U'–':
    case U'—':
    case U'―':
      return "--";
    case U'…':
      return "...";
    default:
      return to_utf8(code);
  }
}

/// Reads tokens into units; one call for each kind of beginning.
class Reading {
 public:
  Reading(std::string_view text, const Tokens& tokens) : text_(text), tokens_(tokens) {}

  std::vector<InfillUnit> take() {
    while (at_ < tokens_.size()) {
      const Token& t = tokens_[at_];
      switch (t.kind()) {
        case TokenKind::blank:
        case TokenKind::line_break:
          blanks();
          break;
        case TokenKind::word:
          word();
          break;
        case TokenKind::number:
          number();
          break;
        case TokenKind::mark:
          mark();
          break;
        default:
          ++at_;
      }
    }
    return std::move(units_);
  }

 private:
  bool is(std::size_t i, TokenKind kind) const {
    return i < tokens_.size() && tokens_[i].kind() == kind;
  }
  std::string_view of(std::size_t i) const { return tokens_.of(text_, i); }
  bool clitic_at(std::size_t i) const {
    return i + 1 < tokens_.size() && is_apostrophe(tokens_[i]) && tokens_[i + 1].is_word() &&
           among(clitics, lower_case(of(i + 1)));
  }

  void put(std::uint32_t begin, std::uint32_t end, InfillUnit::Kind kind, std::string form,
           WordShape shape = WordShape::none) {
    const bool first = opens_ && (kind == InfillUnit::word || kind == InfillUnit::number);
    units_.push_back({begin, end, kind, opens_, shape, std::move(form)});
    if (first) opens_ = false;
  }

  void blanks() {
    const std::size_t first = at_;
    bool line = false;
    while (is(at_, TokenKind::blank) || is(at_, TokenKind::line_break))
      line |= tokens_[at_++].is_line_break();
    const std::uint32_t begin = tokens_.begin_of(first), end = tokens_.begin_of(at_);
    // Where paragraphs were lost, two blanks behind the end of a sentence are what is left of them.
    const bool wide = end - begin >= 2 && opens_;
    if (units_.empty() || at_ >= tokens_.size() || !(line || wide)) return;
    put(begin, end, InfillUnit::paragraph, "");
    opens_ = true;
  }

  void word() {
    const std::uint32_t begin = tokens_.begin_of(at_);
    if (abbreviation(begin)) return;
    const WordShape shape = tokens_[at_].shape();
    std::size_t end = at_ + 1;
    // A name with an apostrophe inside: O'Brien.
    while (!clitic_at(end) && end + 1 < tokens_.size() && is_apostrophe(tokens_[end]) &&
           tokens_[end + 1].is_word())
      end += 2;
    std::uint32_t stop = tokens_.begin_of(end);
    const bool negated = clitic_at(end) && lower_case(of(end + 1)) == "t" &&
                         (text_[stop - 1] == 'n' || text_[stop - 1] == 'N');
    if (negated) --stop;
    if (stop > begin) put(begin, stop, InfillUnit::word, folded(begin, stop), shape);
    at_ = end;
    if (negated) {
      put(stop, tokens_.end_of(end + 1), InfillUnit::word, "n't", WordShape::lower);
      at_ = end + 2;
    }
  }

  std::string folded(std::uint32_t begin, std::uint32_t end) const {
    std::string form(text_.substr(begin, end - begin));
    for (std::size_t i; (i = form.find("’")) != form.npos;) form.replace(i, 3, "'");
    return form;
  }

  /// "U.S.", "J.", "Mr.": the stop belongs to it.
  bool abbreviation(std::uint32_t begin) {
    std::size_t end = at_, letters = 0;
    while (is(end, TokenKind::word) && tokens_.end_of(end) - tokens_.begin_of(end) == 1 &&
           end + 1 < tokens_.size() && tokens_[end + 1].is('.'))
      end += 2, ++letters;
    if (letters > 1 ||
        (letters == 1 && tokens_[at_].shape() != WordShape::lower && of(at_) != "I")) {
      put(begin, tokens_.begin_of(end), letters > 1 ? InfillUnit::word : InfillUnit::initial,
          std::string(text_.substr(begin, tokens_.begin_of(end) - begin)), WordShape::upper);
      at_ = end;
      return true;
    }
    if (at_ + 1 < tokens_.size() && tokens_[at_ + 1].is('.') && among(shortened, of(at_))) {
      put(begin, tokens_.end_of(at_ + 1), InfillUnit::word,
          std::string(text_.substr(begin, tokens_.end_of(at_ + 1) - begin)), tokens_[at_].shape());
      at_ += 2;
      return true;
    }
    return false;
  }

  void number() {
    const std::size_t first = at_++;
    while (at_ + 1 < tokens_.size() &&
           (tokens_[at_].is(',') || tokens_[at_].is('.') || tokens_[at_].is(':')) &&
           tokens_[at_ + 1].is_number())
      at_ += 2;
    const std::uint32_t begin = tokens_.begin_of(first);
    constexpr std::string_view ordinals[] = {"st", "nd", "rd", "th", "s"};
    if (is(at_, TokenKind::word) && among(ordinals, of(at_))) {
      ++at_;
      put(begin, tokens_.begin_of(at_), InfillUnit::ordinal, "");
      return;
    }
    std::string form(text_.substr(begin, tokens_.begin_of(at_) - begin));
    const bool is_year =
        form.size() == 4 && at_ == first + 1 && (form.starts_with("19") || form.starts_with("20"));
    put(begin, tokens_.begin_of(at_), is_year ? InfillUnit::year : InfillUnit::number,
        std::move(form));
  }

  void mark() {
    const std::uint32_t begin = tokens_.begin_of(at_);
    if (clitic_at(at_)) {
      put(begin, tokens_.end_of(at_ + 1), InfillUnit::word, "'" + lower_case(of(at_ + 1)),
          WordShape::lower);
      at_ += 2;
      return;
    }
    std::size_t end = at_ + 1;
    while (end < tokens_.size() && tokens_[end].kind() == TokenKind::mark &&
           tokens_[end].code == tokens_[at_].code &&
           (tokens_[at_].is('.') || tokens_[at_].is('-') || tokens_[at_].is('\'') ||
            tokens_[at_].is('`')))
      ++end;
    std::string form = folded_mark(tokens_[at_].code);
    if (end > at_ + 1) form = form == "." ? "..." : form == "-" ? "--" : "\"";
    if (form == "-" && at_ > 0 && tokens_[at_ - 1].is_blank() && is(end, TokenKind::blank))
      form = "--";
    at_ = end;
    const bool ends = form == "." || form == "!" || form == "?" || form == "...";
    const bool goes_on = form == "\"" || form == "'" || form == ")" || form == "(";
    put(begin, tokens_.begin_of(at_), InfillUnit::mark, form);
    opens_ = ends || (goes_on && opens_) || form == "\"" || form == ":";
  }

  std::string_view text_;
  const Tokens& tokens_;
  std::size_t at_ = 0;
  bool opens_ = true;
  std::vector<InfillUnit> units_;
};

}  // namespace

std::vector<InfillUnit> infill_units(std::string_view text, const Tokens& tokens) {
  return Reading(text, tokens).take();
}

}  // namespace palimpsest
