// Speech without marks: "Peskov said that Putin will call", "Putin will call, Peskov said".
#pragma once

#include <vector>

#include "quote/reading.h"
#include "quote/speaker.h"

namespace palimpsest {

struct Indirect {
  CleanSpan content;  // the clause that tells what is said, without "that"
  Speaker speaker;
  WordRange cue;
};

/// In the order of the text. Leaves out what is said not to have been said ("declined to say"), and
/// clauses that hold nothing but a quotation. O(n).
std::vector<Indirect> find_indirect(const QuoteReading& reading);

}  // namespace palimpsest
