// Puts back the blank between two sentences: "the end.The owner said.“We" becomes "the end. The
// owner said. “We". Leaves alone names with dots ("Node.js", "example.com"), initials ("U.S."),
// addresses, file names, code, and a closing mark ("hat.“" ends a German quotation).
#include <algorithm>

#include "repair/lines.h"
#include "repair/word_set.h"

namespace palimpsest {
namespace {

bool is_stop(const Token& t) { return t.is('.') || t.is('!') || t.is('?'); }

/// Parts that follow a dot in names of sites, files and firms, whatever their case.
bool is_name_part(std::string_view word) {
  static constexpr auto words =
      word_set("Biz", "Co", "Com", "Edu", "Eu", "Gov", "Html", "Info", "Int", "Io", "Js", "Mil",
               "Net", "Nl", "Org", "Pdf", "Php", "Tv", "Uk", "Us", "Xml", "Zip");
  return words.contains(word);
}

/// Is the word at `i` the only thing in its run of non-blanks up to here? An address has more.
bool begins_plainly(const Tokens& tokens, std::size_t i) {
  if (i == 0) return true;
  const Token& t = tokens[i - 1];
  return t.is_blank() || t.is_line_break() || t.is('"') || t.is(U'“') || t.is(U'”') || t.is(U'‘') ||
         t.is('(') || t.is(U'’') || t.is('\'') || t.is('-');
}

/// And does running text go on behind the word at `i`?
bool goes_on_plainly(const Tokens& tokens, std::size_t i) {
  if (i + 1 == tokens.size()) return true;
  const Token& t = tokens[i + 1];
  return t.is_blank() || t.is_line_break() || t.is(',') || t.is(U'’') || t.is('\'') || t.is('-');
}

/// Quotation marks of the paragraph so far.
struct Marks {
  std::uint32_t straight = 0, opening = 0, closing = 0;

  void take(const Token& t) {
    if (t.is_line_break()) *this = {};
    straight += t.is('"'), opening += t.is(U'“'), closing += t.is(U'”');
  }
  /// Would this mark open a quotation? A text may have only straight marks, or only closing ones.
  bool opens(const Token& mark) const {
    return mark.is('"') ? straight % 2 == 0 : opening == 0 && closing % 2 == 0;
  }
};

}  // namespace

void rules::glued_sentence::find(const Passage& passage, Edits& edits) {
  if (passage.habits.count('.') + passage.habits.count('!') + passage.habits.count('?') == 0 ||
      is_code(passage.habits))
    return;
  const Tokens& tokens = passage.tokens;
  Marks marks;
  for (std::size_t i = 1; i + 1 < tokens.size(); ++i) {
    marks.take(tokens[i - 1]);
    if (!is_stop(tokens[i]) || !tokens[i - 1].is_word()) continue;
    const Token& next = tokens[i + 1];
    if (next.is_blank() || next.is_line_break()) continue;
    const Token& last = tokens[i - 1];
    // "U.S.", "p.m.", "Ph.D": a sentence ends with a word in small letters, or a short sentence is
    // one capitalised word.
    const std::string_view word = passage.of(i - 1);
    if (word.size() < 2 ||
        (last.shape() != WordShape::lower && last.shape() != WordShape::capitalised))
      continue;
    if (!begins_plainly(tokens, i - 1)) continue;
    if (next.is(U'“') || next.is(U'‘')) {
      // A mark of opening shape glued to the word behind it; in German it would close.
      if (i + 2 < tokens.size() && tokens[i + 2].is_word() &&
          tokens[i + 2].shape() != WordShape::lower)
        edits.add({tokens.end_of(i), tokens.end_of(i)}, " ", 92);
      continue;
    }
    if ((next.is('"') || next.is(U'”')) && i + 2 < tokens.size() &&
        tokens[i + 2].shape() == WordShape::capitalised) {
      const std::uint32_t at = marks.opens(next) ? tokens.end_of(i) : tokens.end_of(i + 1);
      edits.add({at, at}, " ", 85);
      continue;
    }
    if (!next.is_word() || next.shape() != WordShape::capitalised ||
        !goes_on_plainly(tokens, i + 1))
      continue;
    const std::string_view first = passage.of(i + 1);
    if (first.size() < 2 && first != "A" && first != "I") continue;
    if (is_name_part(first)) continue;
    const bool name_like = last.shape() == WordShape::capitalised;
    // "Yahoo!News", "Inc.One": after a capitalised word the sentence must be seen to go on.
    if (name_like && (!tokens[i].is('.') || i + 3 >= tokens.size() || !tokens[i + 2].is_blank() ||
                      tokens[i + 3].shape() != WordShape::lower))
      continue;
    const CleanSpan place{tokens.end_of(i), tokens.end_of(i)};
    edits.add(place, " ", name_like ? 75 : 92);
  }
}

std::string rules::glued_sentence::why(const Explained&) { return {}; }

}  // namespace palimpsest
