// Where in a text mojibake may be. The gate that clean text pays for: a table lookup per character
// outside ASCII, nothing for eight ASCII bytes in a row.
#pragma once

#include <cstdint>
#include <string_view>

#include "repair/mojibake_evidence.h"

namespace palimpsest {

/// Goes through a text from stretch to stretch. Stretches end at blanks, or after some kilobytes,
/// and do not overlap.
class StretchFinder {
 public:
  explicit StretchFinder(std::string_view text) : text_(text) {}

  /// The next stretch in which neighbours can be bytes of one sequence. What lies between goes
  /// to `evidence`. False at the end.
  bool next(Stretch& stretch, MojibakeEvidence& evidence);
  /// The next stretch before `end` with a character that is a first byte in one of `pages`.
  bool next_first_byte(Stretch& stretch, PageSet pages, std::uint32_t end);
  void go_on_at(std::uint32_t at) { at_ = done_ = at; }

 private:
  Stretch around(std::uint32_t at) const;

  std::string_view text_;
  std::uint32_t at_ = 0, done_ = 0;
};

}  // namespace palimpsest
