// Joins what a tokeniser parted inside a contraction: "do n't", "they 'll", "gon na", "'T was", and
// with the apostrophe alone ("don ' t", "I ' m") or lost ("do nt").
// Leaves "can not only" alone, and the 's of a noun, which is `possessive`.
#include "repair/clitics.h"
#include "repair/near.h"
#include "repair/why_joined.h"
#include "repair/word_set.h"

namespace palimpsest {
namespace {

/// Pairs without an apostrophe: NLTK's and the Penn Treebank's list.
bool is_fused_pair(std::string_view first, std::string_view second) {
  constexpr std::string_view pairs[][2] = {
      {"gon", "na"},  {"got", "ta"}, {"wan", "na"}, {"gim", "me"}, {"lem", "me"},
      {"can", "not"}, {"wha", "dd"}, {"dd", "ya"},  {"wha", "t"},  {"t", "cha"},
      {"din", "nae"}, {"du", "n"},   {"n", "no"},   {"in", "nit"}};
  for (const auto& pair : pairs)
    if (first == pair[0] && second == pair[1]) return true;
  return false;
}

/// The second parts of all pairs, and clitics without their apostrophe: asked of every small word.
bool may_lean(std::string_view word) {
  switch (word.size()) {
    case 1:
      return word[0] == 's' || word[0] == 'm' || word[0] == 'd' || word[0] == 't' || word[0] == 'n';
    case 2:
      return word == "na" || word == "ta" || word == "me" || word == "nt" || word == "ve" ||
             word == "re" || word == "ll" || word == "dd" || word == "ya" || word == "no";
    case 3:
      return word == "not" || word == "cha" || word == "nae" || word == "nit";
    default:
      return false;
  }
}

/// What makes "can not" two words.
bool asks_for_two_words(std::string_view word) {
  return word == "only" || word == "just" || word == "merely" || word == "simply" || word == "but";
}

/// Joins what ends at the token `i`: an apostrophe or a small word.
void join(const Near& near, std::size_t i, Edits& edits) {
  if (near[i].kind() == TokenKind::mark) {
    if (!near.apostrophe(i)) return;
    const Clitic clitic = read_clitic(near, i);
    if (clitic.kind == Clitic::contraction)
      edits.add(near.span(clitic.first, clitic.last), clitic.joined(near), 97);
    return;
  }
  if (!near[i].is_word() || !may_lean(near.of(i)) || !near.gap(i - 1)) return;
  --i;  // the gap
  if (!near[i - 1].is_word()) return;
  const LowerWord before(near.of(i - 1)), after(near.of(i + 1));
  if (before.view().size() > 12 || after.view().size() > 3 || near[i + 2].is('-')) return;
  const bool ends = !near.apostrophe(i + 2);
  if (ends && is_fused_pair(before, after)) {
    // Parts of one letter are pairs only beside their third: "wha t cha".
    if (before == "can" && asks_for_two_words(LowerWord(near.of(near.next(i + 1))))) return;
    if (before == "t" && near.of(i - 3) != "wha") return;
    if (before == "n" && LowerWord(near.of(i - 3)) != "du") return;
    if (after == "n" && LowerWord(near.of(i + 3)) != "no") return;
    if (after == "t" && LowerWord(near.of(i + 3)) != "cha") return;
    edits.add(near.span(i), "", before == "can" ? 85 : 96);
  } else if (ends && is_bare_clitic(before, near.of(i + 1))) {
    edits.add(near.span(i), "", 85);
  }
}

}  // namespace

void rules::contraction::find(const Passage& passage, Edits& edits) {
  const Near near(passage);
  for (const TokenRange& stretch : passage.tokenised_stretches())
    for (std::size_t k = stretch.first; k < stretch.last; ++k) {
      const Token& token = passage.tokens[k];
      const bool small = token.is_word() && passage.tokens.begin_of(k + 1) - token.begin <= 3;
      if (small || token.kind() == TokenKind::mark) join(near, k, edits);
    }
}

std::string rules::contraction::why(const Explained& change) {
  return why_joined(change,
                    "A tokeniser cut a contraction such as don't, they'll or gonna in pieces.");
}

}  // namespace palimpsest
