// What stands around the runs of blanks of a text, for wide_blanks.cpp, which says what they mean.
#pragma once

#include <cstdint>
#include <vector>

#include "repair/rule.h"

namespace palimpsest {

/// A wide blank with what stands around it.
struct BlankRun {
  std::uint32_t token = 0, width = 0;
  std::uint32_t words = 0, ends = 0;       // since the run before it, or since the line's begin
  bool after_stop = false, plain = false;  // see blank_survey.cpp
};

/// A line of the text, with the runs in it.
struct BlankLine {
  std::uint32_t first_token = 0, bytes = 0, words = 0, numbers = 0;
  std::uint32_t first_run = 0, last_run = 0;     // half open
  std::uint32_t wide_ends = 0, single_ends = 0;  // sentence ends of the plain sort
  std::uint32_t inner_runs = 0;                  // runs that follow no stop
  bool indented = false;
};

/// What ends before a blank.
struct SentenceEnd {
  bool stop = false;      // a sentence
  bool plain = false;     // and surely: its last word is a common one, so its stop is of no
                          // abbreviation
  bool initials = false;  // its last word is in capitals or a letter: "Louis W."
};
/// Looks back from a blank over closing marks and a footnote's number to a stop, at most to token
/// `first`; a few tokens.
SentenceEnd sentence_end_before(const Passage& passage, std::size_t blank, std::size_t first);

/// The runs and lines of the text, in one walk.
struct BlankSurvey {
  std::vector<BlankRun> runs;
  std::vector<BlankLine> lines;  // those that hold a word or a number
};

/// O(tokens).
BlankSurvey survey_blanks(const Passage& passage);

bool is_quote(const Token& token);  // a quotation mark of any shape
bool is_dash(const Token& token);

/// Can a sentence, a heading or an item of a list begin with this token?
bool opens_text(const Token& token);

}  // namespace palimpsest
