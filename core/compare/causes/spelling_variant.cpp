// British and American spelling, and accents: "defence", "defense"; "organise", "organize"; "café",
// "cafe". Leaves words alone that differ in any other letter.
#include "compare/sides.h"

namespace palimpsest {
namespace {

/// The word with what the two spellings differ in made one: -ise and -ize, -our and -or, -tre and
/// -ter, -ence and -ense, doubled l, -ogue and -og, ae and e, accents.
std::string folded(std::string_view word) {
  struct Fold {
    std::string_view from, to;
  };
  constexpr Fold folds[] = {{"isation", "ization"},
                            {"ise", "ize"},
                            {"ising", "izing"},
                            {"yse", "yze"},
                            {"ysing", "yzing"},
                            {"our", "or"},
                            {"ogue", "og"},
                            {"ae", "e"},
                            {"oe", "e"},
                            {"ll", "l"},
                            {"programme", "program"},
                            {"grey", "gray"},
                            {"ence", "ense"},
                            {"tre", "ter"},
                            {"cheque", "check"},
                            {"é", "e"},
                            {"è", "e"},
                            {"ê", "e"},
                            {"ë", "e"},
                            {"á", "a"},
                            {"à", "a"},
                            {"â", "a"},
                            {"ä", "a"},
                            {"ã", "a"},
                            {"ó", "o"},
                            {"ô", "o"},
                            {"ö", "o"},
                            {"ú", "u"},
                            {"ü", "u"},
                            {"í", "i"},
                            {"ï", "i"},
                            {"ñ", "n"},
                            {"ç", "c"},
                            {"judgement", "judgment"},
                            {"ageing", "aging"},
                            {"tyre", "tire"},
                            {"plough", "plow"},
                            {"kerb", "curb"},
                            {"sceptic", "skeptic"},
                            {"towards", "toward"},
                            {"licence", "license"}};
  std::string text(word);
  for (const Fold& fold : folds)
    for (std::size_t at = 0; (at = text.find(fold.from, at)) != std::string::npos;
         at += fold.to.size())
      text.replace(at, fold.from.size(), fold.to);
  return text;
}

}  // namespace

bool causes::spelling_variant::matches(const Difference& d) {
  const Words x = old_side(d), y = new_side(d);
  if (x.size() != 1 || y.size() != 1 || x.text().front() != y.text().front()) return false;
  return x.size() == 1 && y.size() == 1 && x.unit(x.first).is(Unit::word) &&
         y.unit(y.first).is(Unit::word) && folded(x.text()) == folded(y.text());
}

std::string causes::spelling_variant::why(const Difference& d) {
  return changes("the spelling", d);
}

}  // namespace palimpsest
