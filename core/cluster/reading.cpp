// Tested by tests/core/cluster_cases_test.cpp.
#include "cluster/reading.h"

#include <algorithm>
#include <array>

#include "cluster/name.h"

namespace palimpsest {
namespace {

constexpr std::size_t longest_word = 16;  // of the lists
constexpr int farthest = 8;               // tokens between a name and what governs it
constexpr std::size_t most_empty = 6;     // blanks and line ends in a row that part no neighbours

bool is_empty(const Token& token) { return token.is_blank() || token.is_line_break(); }

bool opens(const Token& t) { return t.is(U'“') || t.is(U'„') || t.is(U'«'); }
bool closes(const Token& t) { return t.is(U'”') || t.is(U'»'); }

/// Lower-cased ASCII; empty for a word that is in no list.
std::string_view lower_ascii(std::string_view word, std::array<char, longest_word>& space) {
  if (word.size() > longest_word) return {};
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char c = word[i];
    space[i] = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 32) : c;
  }
  return {space.data(), word.size()};
}

}  // namespace

TextReading::TextReading(const ClusterText& text) : text_(&text), words_(text.tokens.size()) {
  std::size_t sentence = 0, paragraph = 0;
  std::array<char, longest_word> space;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const std::uint32_t at = tokens().begin_of(i);
    while (sentence + 1 < text.sentences.size() && at >= text.sentences[sentence + 1].begin)
      ++sentence;
    while (paragraph + 1 < text.paragraphs.size() && at >= text.paragraphs[paragraph + 1].begin)
      ++paragraph;
    words_[i].sentence = static_cast<std::uint32_t>(sentence);
    words_[i].paragraph = static_cast<std::uint32_t>(paragraph);
    if (tokens()[i].is_word()) words_[i].word_class = sentence_word(lower_ascii(word(i), space));
  }
  number_quotations();
  number_clauses();
}

void TextReading::number_quotations() {
  std::uint32_t open = 0, last = 0, paragraph = 0;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const Token& token = tokens()[i];
    if (words_[i].paragraph != paragraph) open = 0;
    paragraph = words_[i].paragraph;
    const bool blank_before = i == 0 || is_empty(tokens()[i - 1]);
    const bool blank_behind = i + 1 >= words_.size() || is_empty(tokens()[i + 1]);
    if (opens(token)) {
      open = ++last;
    } else if (token.is('"') || closes(token)) {
      // A straight mark, and a closing one that damage has put for an opening one, tell by the
      // blanks beside them; between two blanks marks take turns.
      const bool opening = blank_before && (!blank_behind ? true : open == 0 && token.is('"'));
      open = opening ? ++last : 0;
    }
    words_[i].quotation = open;
  }
}

void TextReading::number_clauses() {
  std::uint32_t clause = 0;
  std::size_t told = words_.size();  // the object of the last word of saying
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const bool turns = i > 0 && (words_[i].sentence != words_[i - 1].sentence ||
                                 words_[i].quotation != words_[i - 1].quotation);
    const Token& token = tokens()[i];
    bool begins = turns || token.is(';') || token.is(':') || token.is(U'—') ||
                  words_[i].word_class == WordClass::subordinator;
    if (words_[i].word_class == WordClass::coordinator) {
      // "… and he left": a subject of its own.
      const std::size_t next = behind(i);
      const Pronoun* const p = next < words_.size() ? pronoun(word(next)) : nullptr;
      begins = begins || word(i) == "but" ||
               (p != nullptr && part_of_pronoun(next, *p) == Part::subject);
    }
    if (begins) ++clause;
    words_[i].clause = clause;
    // What is said is a clause of its own: "Trump said he would", but "Trump told him he would".
    if (i == told) ++clause;
    if (words_[i].word_class != WordClass::saying) continue;
    const std::size_t next = behind(i);
    const Pronoun* const p = next < words_.size() ? pronoun(word(next)) : nullptr;
    if (p != nullptr && part_of_pronoun(next, *p) == Part::object)
      told = next;
    else
      ++clause;
  }
}

const Noun* TextReading::noun_at(std::size_t token) const {
  if (!tokens()[token].is_word()) return nullptr;
  std::array<char, longest_word> space;
  return noun(lower_ascii(word(token), space));
}

std::size_t TextReading::before(std::size_t token) const {
  for (std::size_t i = token; i-- > 0 && token - i < most_empty;) {
    if (words_[i].paragraph != words_[token].paragraph) break;
    if (!is_empty(tokens()[i])) return i;
  }
  return words_.size();
}

std::size_t TextReading::behind(std::size_t token) const {
  for (std::size_t i = token + 1; i < words_.size() && i - token < most_empty; ++i) {
    if (words_[i].paragraph != words_[token].paragraph) break;
    if (!is_empty(tokens()[i])) return i;
  }
  return words_.size();
}

bool TextReading::is_verb(std::size_t token) const {
  const WordClass c = words_[token].word_class;
  if (c == WordClass::auxiliary || c == WordClass::saying || c == WordClass::verb) return true;
  if (c != WordClass::none || tokens()[token].shape() != WordShape::lower) return false;
  const std::string_view w = word(token);
  return w.size() > 3 && w.ends_with("ed") && !w.ends_with("eed");
}

bool TextReading::is_edge(std::size_t token) const {
  const Token& t = tokens()[token];
  return t.is(',') || t.is(';') || t.is(':') || t.is('(') || t.is(')') || t.is(U'—') ||
         t.is(U'–') || t.is('"') || opens(t) || closes(t) || t.is('.') || t.is('!') || t.is('?') ||
         t.is('[') || t.is(']');
}

Part TextReading::part(std::size_t first, std::size_t last) const {
  const std::size_t none = words_.size();
  // Behind: 's, a verb, or a verb behind an apposition.
  std::size_t next = behind(last);
  if (next < none && (tokens()[next].is('\'') || tokens()[next].is(U'’'))) {
    const std::size_t s = behind(next);
    if (s == next + 1 && (word(s) == "s" || word(s) == "S")) return Part::possessor;
    if (next == last + 1 && s < none && s > next + 1) return Part::possessor;  // states'
  }
  if (next < none && tokens()[next].is(',')) {
    std::size_t comma = behind(next);
    for (int steps = 0; steps < 14 && comma < none && !tokens()[comma].is(','); ++steps)
      comma = words_[comma].sentence == words_[last].sentence ? behind(comma) : none;
    next = comma < none && tokens()[comma].is(',') ? behind(comma) : none;
  }
  while (next < none && words_[next].word_class == WordClass::adverb) next = behind(next);
  const bool verb_behind =
      next < none && words_[next].sentence == words_[last].sentence && is_verb(next);
  // Before: what governs it, over titles, articles and adjectives.
  std::size_t at = before(first);
  for (int steps = 0; steps < farthest; ++steps, at = before(at)) {
    if (at == none || words_[at].sentence != words_[first].sentence || is_edge(at)) break;
    const WordClass c = words_[at].word_class;
    if (c == WordClass::preposition) return Part::prepositional;
    if (c == WordClass::subordinator || c == WordClass::coordinator) break;
    if (is_verb(at)) return verb_behind && c == WordClass::saying ? Part::subject : Part::object;
  }
  return verb_behind ? Part::subject : Part::other;
}

Part TextReading::part_of_pronoun(std::size_t token, const Pronoun& pronoun) const {
  const std::size_t next = behind(token);
  if (pronoun.possessive && pronoun.word != "hers" && pronoun.word != "mine") {
    if (pronoun.word != "her") return Part::possessor;
    if (next < words_.size() && (tokens()[next].is_word() || tokens()[next].is_number())) {
      const WordClass c = words_[next].word_class;
      if (c == WordClass::none || c == WordClass::verb) return Part::possessor;
    }
  }
  if (pronoun.word == "he" || pronoun.word == "she" || pronoun.word == "they" ||
      pronoun.word == "i" || pronoun.word == "we")
    return Part::subject;
  const std::size_t last = before(token);
  if (last < words_.size() && words_[last].word_class == WordClass::preposition)
    return Part::prepositional;
  if (pronoun.word == "it") return part(token, token);
  return Part::object;
}

}  // namespace palimpsest
