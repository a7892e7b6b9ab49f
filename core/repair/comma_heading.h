// A heading that lost its line and hangs on what follows by a comma: "it rained. Get in, By plane".
// Read by the rule that parts it (glued_heading) and by what says what runs of blanks mean
// (wide_blanks), which must agree on it.
#pragma once

#include <cstddef>
#include <string_view>

#include "repair/rule.h"

namespace palimpsest {

/// A heading of more words has a caption before it that lost its line too.
constexpr std::size_t most_words_of_heading = 6;

struct CommaHeading {
  std::size_t comma = 0, last = 0;  // tokens: the comma, 0 if none; the last of the heading itself
  bool plain = true;                // no capital but the first
  bool upper = true;                // two words or more, all in capitals
  bool odd_end = false;             // "Who?,", "Note:,"
  std::size_t words = 0;
};

/// At most 20 words from token `first` up to a comma with a blank behind it. O(1).
CommaHeading read_comma_heading(const Passage& passage, std::size_t first);

/// First words of a part of a sentence that a comma may follow: "In 1947,", "However,".
bool introduces(const Token& token, std::string_view word);

/// Has the token the capital that a heading begins with?
bool begins_heading(const Passage& passage, std::size_t first);

/// Does a sentence end before this blank? Looks back over closing marks and a footnote's number.
bool sentence_ends_before(const Passage& passage, std::size_t blank);

/// The first token of a heading that ends with the comma `comma`, behind a sentence end; 0: none.
std::size_t comma_heading_before(const Passage& passage, std::size_t comma);

}  // namespace palimpsest
