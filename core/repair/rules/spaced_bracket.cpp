// Takes away the blanks inside brackets: "( See [ 3 ] )" becomes "(See [3])", and those around
// brackets inside a word: "the governor ( s )", "d ( ə ) -VOR".
// Leaves alone what no tokeniser wrote, and a bracket at a line's end.
#include "repair/near.h"
#include "repair/smiley.h"

namespace palimpsest {
namespace {

bool opens(const Token& t) { return t.is('(') || t.is('[') || t.is('{'); }
bool closes(const Token& t) { return t.is(')') || t.is(']') || t.is('}'); }

/// The `(` of "word ( s )".
bool is_plural(const Near& near, std::size_t i) {
  if (!near[i].is('(') || !near[i - 2].is_word()) return false;
  const std::size_t ending = near.next(i);
  return (near.of(ending) == "s" || near.of(ending) == "es") && near[near.next(ending)].is(')');
}

/// The `(` of "Re ( a ) d": a letter in brackets inside a word, whose rest is no word.
bool is_inside_word(const Near& near, std::size_t i) {
  const std::size_t letter = near.next(i), end = near.next(letter), rest = near.next(end);
  return near[i].is('(') && near[i - 2].is_word() && near[letter].is_word() &&
         near.span(letter).size() == 1 && near[end].is(')') && rest == end + 2 &&
         near[rest].shape() == WordShape::lower && near.of(rest).size() == 1 &&
         near.of(rest) != "a";
}

/// The `(` of "d ( ə ) -VOR-zhak": a letter of the phonetic alphabet alone in brackets is a sound
/// that may be left out, in the middle of a word.
bool is_optional_sound(const Near& near, std::size_t i) {
  const std::size_t letter = near.next(i), end = near.next(letter), rest = near.next(end);
  const bool phonetic = near[letter].is_word() && near[letter].code >= 0x250 &&
                        near[letter].code < 0x2B0 && near.span(letter).size() == 2;
  return near[i].is('(') && near[i - 2].is_word() && phonetic && near[end].is(')') &&
         rest == end + 2 && (near[rest].is_word() || near[rest].is('-'));
}

}  // namespace

void rules::spaced_bracket::find(const Passage& passage, Edits& edits) {
  const Near near(passage);
  each_tokenised_mark(passage, [&](std::size_t i) {
    if (opens(near[i])) {
      const bool inside =
          near.gap_before(i) && (is_inside_word(near, i) || is_optional_sound(near, i));
      if (inside || (near.gap_before(i) && is_plural(near, i))) edits.add(near.span(i - 1), "", 85);
      if (near.gap_after(i)) edits.add(near.span(i + 1), "", 96);
      if (inside) edits.add(near.span(near.next(near.next(i)) + 1), "", 85);
    } else if (closes(near[i]) && near.gap_before(i) && !opens(near[i - 2])) {
      const std::size_t eyes = near[i - 2].is('-') ? near.previous(i - 2) : i - 2;
      if (smiley_end(near, eyes) != i) edits.add(near.span(i - 1), "", 96);
    }
  });
}

std::string rules::spaced_bracket::why(const Explained&) { return {}; }

}  // namespace palimpsest
