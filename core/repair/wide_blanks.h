// What a run of several blanks means, for the rules paragraph_break, gap and blank_run, which must
// agree on it. A clean-up that turned each line end and each lost word into a blank leaves its
// trace in them:
//
//     predecessor.  This month      two after a stop: a paragraph ended
//     confirm that   relations      three in mid-sentence: a word is lost between two blanks
//     the ”  of normal relations    two after an opening mark: likewise
//     Career  In 1947 he            a heading
//
// Two blanks after every sentence are a typist's habit and mean nothing; columns, lists and code
// are left alone.
#pragma once

#include <string_view>
#include <vector>

#include "repair/rule.h"
#include "repair/wide_blank.h"

namespace palimpsest {

/// In text order; empty at once where the text has no wide blank. O(tokens). Rules ask
/// Passage::wide_blanks(), which keeps the answer.
std::vector<WideBlank> read_wide_blanks(const Passage& passage);

/// An abbreviation before a name ("Gov", "Mr"): its stop ends no sentence.
bool is_title_abbreviation(std::string_view word);

/// A quotation mark that stands open: nothing or a blank before it, or a mark of opening shape.
bool is_opening_quote(const Passage& passage, std::size_t token);

}  // namespace palimpsest
