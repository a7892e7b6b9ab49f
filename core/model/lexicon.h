// What the word lists know of a word or a phrase: given names, surnames, places, demonyms, and a
// class of words that are used alike. Read-only; part of a Model.
//
// Words are kept as 24-bit hashes, so a word of no list is taken for one of a list about once in
// 200 times (95,000 entries in 16.7 million values): good enough as evidence among other evidence,
// too weak to stand alone. Countries and demonyms are kept letter by letter and are exact.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace palimpsest {

struct NameFacts {
  bool given = false;
  bool surname = false;
  bool country = false;
  bool demonym = false;
  bool city = false;
  bool region = false;
  bool organisation = false;
  bool honorific = false;     // Mr, Dr, Sen; without the stop
  std::uint8_t female = 255;  // share of women among the bearers of the given name, percent, in
                              // steps of seven; 255: not a given name

  bool any() const {
    return given || surname || country || demonym || city || region || organisation || honorific;
  }
};

/// One row of the exact list: "russian" is of "Russia". Both forms lower-cased but for `country`.
struct CountryName {
  std::string lower;    // "russian", "russians", "russia", "uae"
  std::string country;  // "Russia"
  bool is_demonym = false;
};

/// One hashed entry as it is written to a model file.
struct LexiconEntry {
  std::uint32_t key = 0;         // lexicon_key() of the lower-cased word or phrase
  std::uint16_t word_class = 0;  // 0: none
  std::uint8_t facts = 0;        // given = bit 0 ... honorific = bit 7, in the order of NameFacts
  std::uint8_t female = 15;      // 0 to 14, in steps of seven percent; 15: unknown
};

/// 24-bit key of a lower-cased word, or of a phrase with one blank between its words.
std::uint32_t lexicon_key(std::string_view lower);

class Lexicon {
 public:
  Lexicon() = default;
  /// Entries may come in any order; of two with one key the first stays.
  Lexicon(const std::vector<LexiconEntry>& words, const std::vector<LexiconEntry>& phrases,
          std::vector<CountryName> countries);

  /// What is known of one word, lower-cased.
  NameFacts word(std::string_view lower) const;
  /// What is known of several words, lower-cased, with one blank between them.
  NameFacts phrase(std::string_view lower) const;
  /// The country of a demonym or of another name of the country: "russian" -> "Russia"; "" if none.
  std::string_view country_of(std::string_view lower) const;
  /// The class of words that are used alike, 1 and up; 0 for a word that is not in the list.
  std::uint16_t word_class(std::string_view lower) const;

 private:
  struct Table {
    std::vector<std::uint64_t> slots;  // open addressing, a power of two; 0: empty
    std::uint64_t find(std::uint32_t key) const;
    void fill(const std::vector<LexiconEntry>& entries);
  };
  const CountryName* find_country(std::string_view lower) const;

  Table words_, phrases_;
  std::vector<CountryName> countries_;  // sorted by `lower`
};

}  // namespace palimpsest
