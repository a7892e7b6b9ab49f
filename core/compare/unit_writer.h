// Writes the units of a version one after the other, and knows meanwhile where sentences begin and
// quotations are open. Inside compare/, for the reader of units only.
#pragma once

#include <cstddef>
#include <cstdint>

#include "compare/version.h"
#include "compare/words.h"

namespace palimpsest {

// Weights in quarters. A word that carries meaning says more of where it stands than "of" or a
// comma does; a match must be worth more than the hunk it splits (gaps.cpp).
inline constexpr std::uint8_t content_weight = 8, short_weight = 5, function_weight = 3,
                              mark_weight = 1;

inline std::uint8_t weight_of_word(std::uint64_t lower_key, std::size_t size) {
  const std::uint8_t weight = size <= 3 ? short_weight : content_weight;
  const bool function = is_function_word(lower_key) & (size <= 8);
  return function ? function_weight : weight;
}

class UnitWriter {
 public:
  explicit UnitWriter(Version& version) : version_(version) {
    make_room(version.text.size() / 5 + 8);  // English has a unit per 5.3 bytes
    weight_[0] = 0;
  }

  void begin_paragraph() { next_flags_ |= Unit::paragraph; }

  /// A word inside a sentence: no mark or line end stands between it and the unit before. Most
  /// units; ask `is_inside_sentence` first.
  bool is_inside_sentence() const { return !ended_ && next_flags_ == 0; }
  void add_inside(std::size_t begin, std::size_t end, std::uint64_t key, std::uint8_t weight,
                  std::uint32_t flags) {
    if (count_ == room_) make_room(room_ * 2);
    units_[count_] = {
        static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), weight,
        static_cast<std::uint16_t>(flags | (quote_is_open_ ? std::uint32_t{Unit::quoted} : 0))};
    keys_[count_] = key;
    weight_[++count_] = sum_ += weight;
  }

  /// Any unit. A sentence ends at . ! ? … and its closing marks; the next unit behind a blank
  /// begins another if it can. A quote mark between blanks closes if one is open: so tokenised
  /// texts have sentences too.
  void add(std::size_t begin, std::size_t end, std::uint64_t key, std::uint8_t weight,
           std::uint32_t flags);

  std::size_t size() const { return count_; }
  /// The last unit ends at `at`, and so nothing stands between it and what begins there.
  bool touches(std::size_t at) const { return count_ > 0 && units_[count_ - 1].end == at; }
  std::uint64_t last_key() const { return keys_[count_ - 1]; }

  /// Gives the version its units, as many as there are.
  void finish() {
    version_.units.resize(count_);
    version_.keys.resize(count_);
    version_.weight.resize(count_ + 1);
  }

 private:
  void make_room(std::size_t room);
  bool stop_is_of_the_word(std::size_t stop) const;

  Version& version_;
  Unit* units_ = nullptr;  // of version_, as are the next two
  std::uint64_t* keys_ = nullptr;
  std::uint32_t* weight_ = nullptr;
  std::size_t count_ = 0, room_ = 0;
  std::uint32_t sum_ = 0;
  std::uint32_t next_flags_ = Unit::paragraph;  // of the next unit; the text begins a paragraph
  bool ended_ = false, quote_is_open_ = false;
};

}  // namespace palimpsest
