// Joins one sign repeated that a tokeniser set apart: "* * Disclaimer * *", "$ $ $", "b * * * y".
// Leaves alone a line of nothing else ("* * *" parts two sections) and stops, which `spaced_mark`
// and `spaced_ellipsis` read.
#include "repair/near.h"
#include "repair/why_joined.h"

namespace palimpsest {
namespace {

bool repeats(const Token& t) {
  return t.is('*') || t.is('$') || t.is('=') || t.is('~') || t.is('_') || t.is('#') || t.is('+') ||
         t.is('<') || t.is('>');
}

/// A ruled line of hyphens and equals signs, cut in two by two ("-- -- =="): its end; 0 if there is
/// none.
std::size_t rule_end(const Near& near, std::size_t i) {
  const auto ruled = [&](std::size_t k) { return near[k].is('-') || near[k].is('='); };
  if (!ruled(i) || ruled(i - 1)) return 0;  // inside a run that was read: a long one is read once
  std::size_t end = i, marks = 0, gaps = 0;
  while (ruled(end) || (near.gap(end) && ruled(end - 1) && ruled(end + 1))) {
    gaps += near.gap(end);
    marks += ruled(end);
    ++end;
  }
  return gaps > 0 && marks > 2 ? end : 0;
}

}  // namespace

void rules::spaced_run::find(const Passage& passage, Edits& edits) {
  const Near near(passage);
  std::size_t done = 0;
  each_tokenised_mark(passage, [&](std::size_t i) {
    if (i < done) return;
    if (const std::size_t end = rule_end(near, i)) {
      std::string rule;
      for (std::size_t k = i; k < end; ++k)
        if (!near.gap(k)) rule += near.of(k);
      if (near.span(i, end - 1).size() != rule.size()) edits.add(near.span(i, end - 1), rule, 80);
      done = end;
      return;
    }
    if (!repeats(near[i])) return;
    std::size_t last = i;
    while (near.gap(last + 1) && near[last + 2].is(near[i].code)) last += 2;
    done = last + 1;
    if (last == i || (near.edge(near.previous(i)) && near.edge(near.next(last)))) return;
    edits.add(near.span(i, last), std::string((last - i) / 2 + 1, static_cast<char>(near[i].code)),
              80);
  });
}

std::string rules::spaced_run::why(const Explained& change) {
  return why_joined(change, "A tokeniser set blanks between signs that repeat each other.");
}

}  // namespace palimpsest
