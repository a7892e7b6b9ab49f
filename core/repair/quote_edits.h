// From what each mark is to what it should look like: the edits of the rows of the stage `quotes`.
// Each mark belongs to one row at most.
#pragma once

#include "repair/quote_marks.h"
#include "repair/rule.h"

namespace palimpsest {

/// Adds the edits of the rows that set a mark, those of `kind` alone: one edit per mark, with the
/// blank that a tokeniser set on its inner side.
void add_quote_edits(const Passage& passage, RepairKind kind, Edits& edits);

/// "It opens a quotation: " became “." and the like.
std::string why_quote(const Explained& change);

}  // namespace palimpsest
