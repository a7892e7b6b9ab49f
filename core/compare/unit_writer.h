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

/// Without a branch: a processor guesses one wrong for every third word. Longer function words
/// ("throughout") count as content words.
inline std::uint8_t weight_of_word(std::uint64_t lower_key, std::size_t size) {
  const std::uint32_t weight = content_weight - (content_weight - short_weight) * (size <= 3);
  const std::uint32_t function = is_function_word(lower_key) & ((lower_key & hashed) == 0);
  return static_cast<std::uint8_t>(weight - function * (weight - function_weight));
}

class UnitWriter {
 public:
  explicit UnitWriter(Version& version) : version_(version) {
    make_room(version.text.size() / 5 + 8);  // English has a unit per 5.3 bytes
    weight_[0] = 0;
  }

  void begin_paragraph() { next_flags_ |= Unit::paragraph; }

  /// No mark or line end stands before the next unit that would make it the first of a sentence.
  bool is_inside_sentence() const { return !ended_ && next_flags_ == 0; }

  /// Where the next units go. A copy is kept in registers by a loop that adds most units itself;
  /// what it added must be given back before anything else is asked of the writer.
  struct Place {
    Unit* unit;
    std::uint64_t* key;
    std::uint32_t* weight;  // of the units before
    std::uint32_t quoted;   // Unit::quoted in a quotation, or 0
    std::size_t room;       // for so many more

    /// A word or a comma inside a sentence.
    void add(std::size_t begin, std::size_t end, std::uint64_t its_key, std::uint8_t its_weight,
             std::uint32_t flags) {
      *unit++ = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), its_weight,
                 static_cast<std::uint16_t>(flags | quoted)};
      *key++ = its_key;
      const std::uint32_t sum = *weight + its_weight;
      *++weight = sum;
      --room;
    }
  };
  Place place() {
    if (count_ == room_) make_room(room_ * 2);
    return {units_ + count_, keys_ + count_, weight_ + count_,
            quote_is_open_ ? std::uint32_t{Unit::quoted} : 0, room_ - count_};
  }
  void give_back(const Place& place) { count_ = room_ - place.room; }

  /// Any unit. A sentence ends at . ! ? … and its closing marks; the next unit behind a blank
  /// begins another if it can. A quote mark between blanks closes if one is open: so tokenised
  /// texts have sentences too.
  void add(std::size_t begin, std::size_t end, std::uint64_t key, std::uint8_t weight,
           std::uint32_t flags);

  /// Units [first, last) of another version, a line of it, which here begins at `begin`.
  void copy(const Version& other, std::uint32_t first, std::uint32_t last, std::size_t begin);

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
  std::uint32_t next_flags_ = Unit::paragraph;  // of the next unit; the text begins a paragraph
  bool ended_ = false, quote_is_open_ = false;
};

}  // namespace palimpsest
