// Joins the 's of a noun ("the state 's rights", "the year ' s end") and the apostrophe of a plural
// ("the states ' rights").
// Leaves alone a single quotation mark that happens to follow an s: the marks of a line that are no
// possessives must come in pairs.
#include "repair/clitics.h"
#include "repair/near.h"
#include "repair/why_joined.h"
#include "repair/word_set.h"

namespace palimpsest {
namespace {

// Words in -s that own nothing.
constexpr auto no_nouns =
    word_set("as", "is", "was", "has", "does", "this", "his", "its", "us", "yes", "thus", "plus",
             "always", "perhaps", "says", "goes", "ours", "yours", "hers", "theirs", "besides",
             "towards", "afterwards", "whereas", "unless", "across", "less", "versus", "minus",
             "sometimes", "means", "makes", "likes", "seems", "gets", "let's");

/// "the states ' rights": a lone apostrophe after a plural.
bool may_be_plural(const Near& near, std::size_t i) {
  if (!near.gap_before(i) || !near.open(i + 1)) {
    const bool before_stop = near.gap_before(i) && !near[i + 1].is_word() &&
                             !near[i + 1].is_number() && !near.apostrophe(i + 1);
    if (!before_stop) return false;
  }
  const Token& owner = near[i - 2];
  if (!owner.is_word()) return false;
  const std::string_view word = near.of(i - 2);
  const char last = word.back();
  if ((last == 'x' || last == 'z') && word.size() > 2)
    return owner.shape() == WordShape::capitalised && near[i + 2].shape() == WordShape::lower;
  return word.size() > 2 && (last == 's' || last == 'S') && !no_nouns.contains(LowerWord(word));
}

/// Quotation marks among the apostrophes of a line that are surely no possessives.
struct Quotes {
  int lone = 0;  // still to come
  bool open = false;
};

bool is_lone(const Near& near, std::size_t i) {
  return near.apostrophe(i) && near.open(i - 1) && near.open(i + 1);
}

int count_lone(const Near& near, std::size_t i) {
  int count = 0;
  for (; !near.edge(i); ++i)
    count +=
        is_lone(near, i) && !may_be_plural(near, i) && read_clitic(near, i).kind == Clitic::none;
  return count;
}

}  // namespace

void rules::possessive::find(const Passage& passage, Edits& edits) {
  const Near near(passage);
  Quotes quotes;
  bool counted = false;  // the lone marks of this line
  each_tokenised_mark(passage, [&](std::size_t i) {
    if (near.edge(i)) {
      quotes = {};
      counted = false;
      return;
    }
    if (near[i].is(U'‘')) quotes.open = true;
    if (!near.apostrophe(i)) return;
    const Clitic clitic = read_clitic(near, i);
    if (clitic.kind == Clitic::possessive) {
      edits.add(near.span(clitic.first, clitic.last), clitic.joined(near), 97);
      return;
    }
    if (clitic.kind != Clitic::none) return;
    if (!counted) {
      quotes.lone = count_lone(near, i);
      counted = true;
    }
    if (may_be_plural(near, i)) {
      if (quotes.open && quotes.lone == 0) {
        quotes.open = false;  // it closes what was opened
      } else if (!quotes.open && quotes.lone % 2 == 1 && near.gap(i + 1) && near[i].is('\'')) {
        quotes.open = true;  // it opens what one of them closes
      } else {
        edits.add(near.span(i - 1), "", 90);
      }
      return;
    }
    if (is_lone(near, i)) {
      --quotes.lone;
      quotes.open = !quotes.open;
    } else if (near.open(i - 1)) {
      quotes.open = true;  // 'word
    } else if (near.open(i + 1) && quotes.open) {
      quotes.open = false;  // word'
    }
  });
}

std::string rules::possessive::why(const Explained& change) {
  return why_joined(change, "A tokeniser parted the possessive ending from its noun.");
}

}  // namespace palimpsest
