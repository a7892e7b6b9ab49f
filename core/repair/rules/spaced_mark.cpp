// Takes away the blank that a tokeniser set before a mark that closes: "He left , she said ."
// becomes "He left, she said."
// Leaves alone what no tokeniser wrote, words that begin with a dot (.NET, .5), dots in a row, and
// French, where ; : ! ? have a blank before them on purpose.
#include <optional>

#include "repair/language.h"
#include "repair/near.h"
#include "repair/smiley.h"

namespace palimpsest {

void rules::spaced_mark::find(const Passage& passage, Edits& edits) {
  const Near near(passage);
  std::optional<bool> french;
  each_tokenised_mark(passage, [&](std::size_t i) {
    const Token& mark = near[i];
    const bool tall = mark.is(';') || mark.is(':') || mark.is('!') || mark.is('?');
    if (!tall && !mark.is(',') && !mark.is('.')) return;
    if (!near.gap_before(i)) return;
    const Token& after = near[i + 1];
    if (after.is_word() || after.is_number() || after.is('(') || after.is('[') || after.is('$'))
      return;
    if (mark.is('.') && (after.is('.') || near[i - 2].is('.'))) return;
    if (mark.is('.') && near.gap(i + 1) && near[i + 2].is('.') && !near[i + 3].is('.')) return;
    if ((mark.is(':') || mark.is(';')) && (after.is('/') || smiley_end(near, i) != 0)) return;
    if (tall) {
      if (!french) french = count_languages(passage.text, passage.tokens).reads_as_french();
      if (*french) return;
    }
    edits.add(near.span(i - 1), "", 96);
  });
}

std::string rules::spaced_mark::why(const Explained&) { return {}; }

}  // namespace palimpsest
