// Paragraphs and sentences of the clean text.
#pragma once

#include <string_view>
#include <vector>

#include "text/span.h"
#include "token/token.h"

namespace palimpsest {

/// Runs of lines between empty lines; where a text has no empty line, every line is a paragraph.
/// Without the blanks at their edges. O(n).
std::vector<CleanSpan> find_paragraphs(std::string_view text, const Tokens& tokens);

/// Sentences of the paragraphs: they end at . ! ? … with closing marks behind, before a blank and a
/// word that can begin a sentence; not behind an abbreviation or an initial. Every character that
/// is no blank is in one. O(n).
std::vector<CleanSpan> find_sentences(std::string_view text, const Tokens& tokens,
                                      const std::vector<CleanSpan>& paragraphs);

}  // namespace palimpsest
