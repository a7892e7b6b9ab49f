// Tested by tests/core/cluster_cases_test.cpp.
#include "cluster/name.h"

#include <algorithm>
#include <array>

#include "text/unicode.h"
#include "text/utf8.h"

namespace palimpsest {
namespace {

constexpr std::size_t most_words = 24, most_tokens = 96;

struct Title {
  std::string_view word;
  char gender;
};
constexpr char m = 'm', f = 'f', a = 'a';
constexpr Title titles[] = {
#define TITLE(word, gender) {#word, gender},
#include "cluster/titles.def"
};

constexpr std::string_view suffixes[] = {"jr", "sr", "ii", "iii", "iv", "esq", "phd", "md"};

// U+00C0 to U+017F without their marks; "?" stays as it is.
constexpr std::string_view plain_letters =
    "AAAAAA?CEEEEIIII?NOOOOO?OUUUUY??aaaaaa?ceeeeiiii?nooooo?ouuuuy?y"
    "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIi??JjKk?LlLlLl?"
    "?LlNnNnNn???OoOoOo??RrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZz?";

/// A token that holds a name together without a blank: "Jean-Luc", "O'Neill", "AT&T".
bool joins(const Token& token) {
  return token.is('-') || token.is(U'‐') || token.is(U'‑') || token.is('\'') || token.is(U'’') ||
         token.is('&');
}

bool is_single_letter(std::string_view word) {
  return !word.empty() && code_point_at(word, 0).size == word.size();
}

/// The words under a span, with what stands between them folded in.
struct Pieces {
  std::vector<std::string> words;
  std::vector<bool> capitals;  // whether all letters of the word are
};

Pieces read_pieces(std::string_view text, const Tokens& tokens, CleanSpan span, bool letters_join) {
  Pieces pieces;
  bool glue = false;  // the next word belongs to the last one
  const std::size_t first = tokens.at(span.begin);
  const std::size_t limit = std::min(tokens.size(), first + most_tokens);
  for (std::size_t i = first;
       i < limit && tokens.begin_of(i) < span.end && pieces.words.size() < most_words; ++i) {
    const Token& token = tokens[i];
    if (token.is_word() || token.is_number()) {
      const std::string_view word = tokens.of(text, i);
      const bool capitals = token.shape() == WordShape::upper ||
                            (is_single_letter(word) && token.shape() == WordShape::capitalised);
      if (glue && !pieces.words.empty()) {
        pieces.words.back() += folded_word(word);
        pieces.capitals.back() = pieces.capitals.back() && capitals;
      } else {
        pieces.words.push_back(folded_word(word));
        pieces.capitals.push_back(capitals);
      }
      glue = false;
      continue;
    }
    const bool between = i > 0 && i + 1 < tokens.size() && tokens[i - 1].is_word() &&
                         (tokens[i + 1].is_word() || tokens[i + 1].is_number());
    if (joins(token) && between) {
      // The 's of a possessive is no part of the name.
      if ((token.is('\'') || token.is(U'’')) && tokens.of(text, i + 1) == "s") {
        ++i;
        continue;
      }
      if (!token.is('\'') && !token.is(U'’') && !pieces.words.empty())
        pieces.words.back() += token.is('&') ? '&' : '-';
      glue = true;
    } else if (token.is('.') && between && letters_join) {
      glue = is_single_letter(tokens.of(text, i - 1)) && is_single_letter(tokens.of(text, i + 1));
    } else {
      glue = false;
    }
  }
  return pieces;
}

Gender of(TitleGender gender) {
  return gender == TitleGender::male     ? Gender::male
         : gender == TitleGender::female ? Gender::female
                                         : Gender::unknown;
}

/// The index of the word before `at` with only blanks and one stop between; size() for none.
std::size_t word_before(const Tokens& tokens, std::size_t at) {
  bool stop = false;
  while (at-- > 0) {
    if (tokens[at].is_blank()) continue;
    if (tokens[at].is('.') && !stop) {
      stop = true;
      continue;
    }
    return tokens[at].is_word() ? at : tokens.size();
  }
  return tokens.size();
}

}  // namespace

std::string folded_word(std::string_view word) {
  std::string out;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = code_point_at(word, at);
    char32_t code = c.code;
    if (code >= 0xC0 && code < 0xC0 + plain_letters.size() && plain_letters[code - 0xC0] != '?')
      code = static_cast<unsigned char>(plain_letters[code - 0xC0]);
    if (code == U'’') code = '\'';
    if (char_class(code) != CharClass::combining) append_utf8(out, to_lower(code));
    at += c.size;
  }
  return out;
}

TitleGender title_gender(std::string_view lower) {
  for (const Title& title : titles)
    if (title.word == lower)
      return title.gender == m   ? TitleGender::male
             : title.gender == f ? TitleGender::female
                                 : TitleGender::any;
  return TitleGender::none;
}

std::string Name::joined() const {
  std::string out;
  for (const std::string& word : words) out += word;
  return out;
}

Name read_name(std::string_view text, const Tokens& tokens, CleanSpan span, EntityKind kind) {
  const bool person = kind == EntityKind::person;
  Pieces pieces = read_pieces(text, tokens, span, !person);
  // "U.K." is one word, whatever it was taken for; "J. K. Rowling" has three.
  if (person && pieces.words.size() > 1 &&
      std::all_of(pieces.words.begin(), pieces.words.end(),
                  [](const std::string& word) { return is_single_letter(word); }))
    pieces = read_pieces(text, tokens, span, true);
  Name name;
  std::size_t first = 0, last = pieces.words.size();
  if (first < last && (pieces.words[first] == "the" || pieces.words[first] == "a")) ++first;
  if (person) {
    while (first + 1 < last) {
      const TitleGender title = title_gender(pieces.words[first]);
      if (title == TitleGender::none) break;
      if (of(title) != Gender::unknown) name.title_gender = of(title);
      ++first;
    }
    while (last > first + 1 && std::find(std::begin(suffixes), std::end(suffixes),
                                         pieces.words[last - 1]) != std::end(suffixes))
      name.suffix = pieces.words[--last];
    std::size_t at = tokens.at(span.begin);
    for (int steps = 0; steps < 3 && at < tokens.size(); ++steps) {
      at = word_before(tokens, at);
      if (at == tokens.size()) break;
      const TitleGender title = title_gender(folded_word(tokens.of(text, at)));
      if (title == TitleGender::none) break;
      if (of(title) != Gender::unknown && name.title_gender == Gender::unknown)
        name.title_gender = of(title);
    }
  }
  if (last > first && pieces.words[last - 1] == "s") --last;  // "Russia 's", before it is mended
  for (std::size_t i = first; i < last; ++i) {
    name.words.push_back(pieces.words[i]);
    if (!name.key.empty()) name.key += ' ';
    name.key += pieces.words[i];
  }
  name.is_acronym = name.words.size() == 1 && pieces.capitals[first] && name.key.size() > 1;
  return name;
}

}  // namespace palimpsest
