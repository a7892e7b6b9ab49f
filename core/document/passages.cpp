// Tested by tests/core/laws_test.cpp.
#include "document/passages.h"

#include <algorithm>

#include "text/unicode.h"

namespace palimpsest {
namespace {

// Abbreviations that stand before a name or a number and so never end a sentence there;
// lower-cased, without the stop.
constexpr std::string_view before_a_name[] = {
    "adm",  "attn", "brig", "capt", "cmdr", "col", "cpl",  "det",  "dr",     "fr",
    "ft",   "gen",  "gov",  "hon",  "insp", "jr",  "lt",   "maj",  "messrs", "mr",
    "mrs",  "ms",   "mt",   "no",   "nos",  "pp",  "pres", "prof", "pvt",    "rep",
    "reps", "rev",  "sen",  "sens", "sgt",  "sr",  "st",   "supt", "v",      "vs"};

bool is_abbreviation(std::string_view word) {
  const std::string lower = lower_case(word);
  return std::binary_search(std::begin(before_a_name), std::end(before_a_name),
                            std::string_view(lower));
}

bool is_sentence_end(const Token& t) { return t.is('.') || t.is('!') || t.is('?') || t.is(U'…'); }

bool is_closing(const Token& t) {
  return t.is('"') || t.is('\'') || t.is(U'”') || t.is(U'’') || t.is(')') || t.is(']') ||
         t.is(U'»');
}

bool can_begin(const Token& t) {
  return t.is_number() || (t.is_word() && t.shape() != WordShape::lower) || t.is('"') ||
         t.is('\'') || t.is(U'“') || t.is(U'‘') || t.is('(') || t.is('[') || t.is(U'«') ||
         t.is(U'„') || t.is(U'”');
}

/// "J. Morgan", "U.S. troops", "Gov. Brown": the stop at `stop` belongs to the word before it.
bool stop_is_of_the_word(std::string_view text, const Tokens& tokens, std::size_t stop,
                         std::size_t first) {
  if (!tokens[stop].is('.') || stop <= first || !tokens[stop - 1].is_word()) return false;
  const std::string_view word = tokens.of(text, stop - 1);
  const bool initial =
      word.size() == 1 && is_upper(static_cast<unsigned char>(word[0])) && word != "I";
  return initial || is_abbreviation(word);
}

}  // namespace

std::vector<CleanSpan> find_paragraphs(std::string_view text, const Tokens& tokens) {
  (void)text;
  bool has_empty_line = false;
  bool line_is_empty = false;
  for (std::size_t i = 0; i < tokens.size() && !has_empty_line; ++i) {
    if (tokens[i].is_line_break()) {
      has_empty_line = line_is_empty;
      line_is_empty = true;
    } else if (!tokens[i].is_blank()) {
      line_is_empty = false;
    }
  }
  std::vector<CleanSpan> paragraphs;
  bool open = false;
  std::uint32_t breaks = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].is_line_break()) {
      ++breaks;
      continue;
    }
    if (tokens[i].is_blank()) continue;
    if (breaks >= (has_empty_line ? 2u : 1u)) open = false;
    breaks = 0;
    if (!open) paragraphs.push_back(tokens.span(i));
    paragraphs.back().end = tokens.end_of(i);
    open = true;
  }
  return paragraphs;
}

std::vector<CleanSpan> find_sentences(std::string_view text, const Tokens& tokens,
                                      const std::vector<CleanSpan>& paragraphs) {
  std::vector<CleanSpan> sentences;
  std::size_t i = 0;
  for (const CleanSpan& paragraph : paragraphs) {
    while (i < tokens.size() && tokens.begin_of(i) < paragraph.begin) ++i;
    std::size_t first = i;
    while (i < tokens.size() && tokens.begin_of(i) < paragraph.end) {
      std::size_t end = i + 1;
      if (is_sentence_end(tokens[i])) {
        const std::size_t stop = i;
        while (end < tokens.size() && (is_sentence_end(tokens[end]) || is_closing(tokens[end])))
          ++end;
        const bool blank =
            end < tokens.size() && (tokens[end].is_blank() || tokens[end].is_line_break());
        std::size_t next = end;
        while (next < tokens.size() && (tokens[next].is_blank() || tokens[next].is_line_break()))
          ++next;
        if (blank && next < tokens.size() && tokens.begin_of(next) < paragraph.end &&
            can_begin(tokens[next]) &&
            !(end == stop + 1 && stop_is_of_the_word(text, tokens, stop, first))) {
          sentences.push_back(tokens.span(first, end - 1));
          first = next;
          end = first;
        }
      }
      i = std::max(end, i + 1);
    }
    if (first < tokens.size() && tokens.begin_of(first) < paragraph.end)
      sentences.push_back({tokens.begin_of(first), paragraph.end});
  }
  return sentences;
}

}  // namespace palimpsest
