// All that is known of one text, as one value; and the whole flow on one screen.
#pragma once

#include <string_view>
#include <vector>

#include "decode/decode.h"
#include "document/passages.h"
#include "repair/repair.h"
#include "token/token.h"

namespace palimpsest {

/// One struct per step; defaults are what the page does.
struct Options {
  DecodeOptions decode;
  RepairOptions repair;
};

struct Document {
  Source source;
  Cleaned cleaned;
  Tokens tokens;                      // of the clean text
  std::vector<CleanSpan> paragraphs;  // without the line ends between them
  std::vector<CleanSpan> sentences;   // inside paragraphs
};

/// Total: any bytes give a Document. O(n) in the input except where a step says otherwise.
Document analyze(std::string_view bytes, const Options& options = {});

}  // namespace palimpsest
