// A document as the comparison of reports reads it: sentences of units, where a name, a number or a
// date is one unit with a key that the same thing has in the other text, too.
//
//     Some 4,000 US soldiers were deployed to eastern Europe
//     word number name word …                        name
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/document.h"

namespace palimpsest {

enum class UnitSort : std::uint8_t { word, name, number, date, pronoun };

/// How sure a verb is stated: nothing said of it, will, may, or by hearsay.
enum class Certainty : std::uint8_t { stated, future, possible, alleged };

struct ReportUnit {
  static constexpr std::uint8_t function = 1;  // the, of, was …
  static constexpr std::uint8_t negation = 2;  // not, no, never, n't
  static constexpr std::uint8_t capital = 4;
  static constexpr std::uint8_t quoted = 8;   // inside quotation marks
  static constexpr std::uint8_t breaks = 16;  // a mark stands before it: , ; : – or a quotation's

  CleanSpan span;
  std::uint64_t key = 0;     // of the stem, the entity or the value
  std::uint32_t number = 0;  // of the key, in both texts the same (number_units)
  std::uint32_t mention = no_index;
  UnitSort sort = UnitSort::word;
  std::uint8_t flags = 0;
  std::uint8_t rarity = 0;                  // 1 to 12
  Certainty certainty = Certainty::stated;  // that the word itself says
  std::uint16_t synonyms = 0;
  std::int16_t opposites = 0;

  bool is(std::uint8_t flag) const { return (flags & flag) != 0; }
  /// Something to be found in the other text.
  bool is_content() const { return sort != UnitSort::word || !is(function); }
};

struct ReportSentence {
  CleanSpan span;
  std::uint32_t first = 0, last = 0;  // units
};

struct ReportText {
  const Document& doc;
  std::string_view text;
  std::vector<ReportUnit> units;
  std::vector<ReportSentence> sentences;  // as in the document, in the same order

  std::string_view of(const ReportUnit& unit) const { return unit.span.of(text); }
};

/// `keys`: of each entity, the same number for the same entity in the other text. O(n).
ReportText read_report(const Document& doc, const std::vector<std::uint32_t>& keys);

/// Numbers the keys of both texts, 0, 1, 2 …, and says how many there are. O(n).
std::uint32_t number_units(ReportText& a, ReportText& b);

/// The entities of both, each pair or lone one a row: the same name or alias, a person's surname
/// where only one person of each text bears it, a body's initials. O(n log n).
struct EntityKeys {
  std::vector<std::uint32_t> a, b;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> rows;  // indices, no_index for none
};
EntityKeys align_entities(const Document& a, const Document& b);

}  // namespace palimpsest
