// A name, taken apart: what the alias sieves compare.
//
//     Mr. François Gérard Georges Hollande Jr.
//     title (male)  words: francois gerard georges hollande   suffix: jr
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cluster/entity.h"

namespace palimpsest {

struct Name {
  std::vector<std::string> words;  // lower-cased, without accents, article, title and suffix
  std::string key;                 // the words with one blank between them
  std::string suffix;              // "jr", "iii"; empty: none
  Gender title_gender = Gender::unknown;
  bool is_acronym = false;  // one word of two or more capitals: "NATO", "U.N."

  bool is_single() const { return words.size() == 1; }
  /// The words without blanks: "donaldtrump".
  std::string joined() const;
};

/// The name under `span`. Its title may stand before the span as well ("Mr. [Hollande]"). A name of
/// more than 24 words is cut there. Without words: `key` is empty.
Name read_name(std::string_view text, const Tokens& tokens, CleanSpan span, EntityKind kind);

/// Lower-cased, Latin letters without their marks.
std::string folded_word(std::string_view word);

/// The gender that a title says, "mrs" for instance; none for a word that is no title.
enum class TitleGender : std::uint8_t { none, any, male, female };
TitleGender title_gender(std::string_view lower);

}  // namespace palimpsest
