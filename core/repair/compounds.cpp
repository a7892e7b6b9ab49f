// Tested by tests/cases/repair/{gap,hyphen_break}.json.
#include "repair/compounds.h"

#include "text/order.h"
#include "text/word_list.h"

namespace palimpsest {
namespace {

struct Before {
  std::uint16_t compound;
  std::uint8_t share;  // per cent
};
#include "repair/compounds.inc"

const WordList& compounds() {
  static const WordList list(compound_words);
  return list;
}

/// Words that stand behind compounds, and where in before_follower the compounds of each begin.
struct Followers {
  WordList words{follower_words};
  std::vector<std::uint16_t> begins{0};
  Followers() {
    for (const char count : follower_counts)
      begins.push_back(static_cast<std::uint16_t>(begins.back() + count - '0'));
  }
};

}  // namespace

bool is_compound(std::string_view word) { return compounds().contains(word); }

bool are_compound_parts(std::string_view first, std::string_view last) {
  static const WordList firsts(first_words), lasts(last_words);
  return firsts.contains(first) && lasts.contains(last);
}

std::vector<CompoundReading> compounds_before(std::string_view follower) {
  static const Followers followers;
  std::vector<CompoundReading> readings;
  const std::size_t row = followers.words.find(follower);
  if (row == WordList::none) return readings;
  for (std::uint16_t i = followers.begins[row]; i < followers.begins[row + 1]; ++i)
    readings.push_back({compounds()[before_follower[i].compound], before_follower[i].share});
  sort_by(readings,
          [](const CompoundReading& reading) { return std::uint64_t{~0U} - reading.confidence; });
  return readings;
}

}  // namespace palimpsest
