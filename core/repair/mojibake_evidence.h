// What a text has shown of its mojibake, kilobyte by kilobyte: doubtful stretches are judged by
// their surroundings.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "repair/mojibake_decoding.h"

namespace palimpsest {

struct Stretch {
  std::uint32_t begin = 0, end = 0;  // bytes
};

// In half points: a stretch that is read whatever stands around it; one that speaks for its page
// when others are judged; one that is read unless its surroundings speak against it.
inline constexpr int sure_score = 14, witness_score = 12, likely_score = 8;

class MojibakeEvidence {
 public:
  explicit MojibakeEvidence(std::string_view text);

  /// Letters outside ASCII that stand for themselves.
  void see_strays(std::uint32_t at, int count);
  /// A character of the text outside ASCII, below U+3000.
  void see(char32_t code) {
    iso_controls_ = iso_controls_ || (code < 0xA0 && is_defined_in_windows_1252(code));
    controls_ = controls_ || code < 0xA0;
    specials_ = specials_ || (code >= 0x2013 && code <= 0x2122 && code != U'€');
  }
  void see(const Stretch& stretch, const Decoding& decoding);
  /// To be called when all stretches have been seen, before `expected`.
  void conclude();

  bool found() const { return pages_ != 0; }
  /// The pages of all witnesses.
  PageSet pages() const { return pages_; }
  Expected expected(const Stretch& stretch) const;
  /// Whether a stretch that was decoded as expected is to be believed.
  bool believes(const Stretch& stretch, const Decoding& decoding) const;

 private:
  struct Bin {
    std::array<std::uint8_t, code_page_count> sure{};  // witnesses, by page
    std::uint16_t witnesses = 0;                       // stretches of witness_score
    std::uint16_t rounds = 0;                          // how often these were decoded, summed
    std::uint16_t strays = 0;
    std::uint64_t families = 0;  // of the letters that witnesses gave
  };
  struct Near {
    std::array<int, code_page_count> sure{};
    int all = 0, witnesses = 0, rounds = 0, strays = 0;
    std::uint64_t families = 0;
  };
  static bool is_defined_in_windows_1252(char32_t code);
  Near near(std::uint32_t at) const;
  int strangeness(const Stretch& stretch, const Decoding& decoding) const;
  std::uint32_t spoken_alphabets() const;

  std::string_view text_;
  std::vector<Bin> bins_;
  std::array<std::uint32_t, 0x180> letters_{};  // how often each was decoded
  PageSet pages_ = 0;
  int bare_ = 0;               // first bytes whose later byte was dropped
  bool hard_blanks_ = false;   // no-break spaces took part as bytes
  bool controls_ = false;      // so did C1 controls
  bool iso_controls_ = false;  // some where Windows-1252 has marks
  bool specials_ = false;      // marks that Windows-1252 has and ISO-8859-15 has not
  Losses losses_;
};

}  // namespace palimpsest
