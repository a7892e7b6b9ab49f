// Takes away the blanks that a tokeniser set around punctuation: "Trump , ( CNN )" becomes "Trump,
// (CNN)". Leaves texts alone in which most stops stand at their word: French sets " ; " on purpose.
#include "repair/rule.h"

namespace palimpsest {

void rules::spaced_mark::find(const Passage& passage, Edits& edits) {
  if (!passage.habits.tokenised()) return;
  const Tokens& tokens = passage.tokens;
  for (std::size_t i = 1; i + 1 < tokens.size(); ++i) {
    if (!tokens[i].is_blank()) continue;
    const Token& before = tokens[i - 1];
    const Token& after = tokens[i + 1];
    const bool closes = after.is(',') || after.is('.') || after.is(';') || after.is(':') ||
                        after.is('!') || after.is('?') || after.is(')') || after.is(']');
    const bool clitic = after.is(U'’') && i + 2 < tokens.size() && passage.of(i + 2) == "s";
    const bool opens = before.is('(') || before.is('[');
    if (closes || opens || clitic) edits.add(tokens.span(i), "", 95);
  }
}

std::string rules::spaced_mark::why(const Explained&) { return {}; }

}  // namespace palimpsest
