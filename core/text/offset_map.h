// Where a place of one text lies in another text that was made from it by replacing parts.
//
//     source   The  mayorâ€™s  plan , he said .        pieces: [9,16) -> [9,12)  [22,23) -> [18,18)
//     … clean    The  mayor’s  plan, he said.
//
// Between two pieces the texts are equal, byte for byte. Offsets are UTF-8 bytes. A value: copy it,
// keep it.
#pragma once

#include <vector>

#include "text/span.h"

namespace palimpsest {

/// One replaced part: [source.begin, source.end) became [clean.begin, clean.end). Either may be
/// empty, not both.
struct Replaced {
  SourceSpan source;
  CleanSpan clean;
  auto operator<=>(const Replaced&) const = default;
};

class OffsetMap {
 public:
  OffsetMap() = default;  // the identity

  /// `pieces` in order, not overlapping in either text, with equal distances between them in both:
  /// asserted.
  explicit OffsetMap(std::vector<Replaced> pieces);

  /// The least span of the other text that holds all of `span`: what lies inside a replaced part
  /// widens to that part. A span that begins with a kept character and ends with one comes back
  /// unchanged from to_clean, then to_source. O(log pieces).
  CleanSpan to_clean(SourceSpan span) const;
  SourceSpan to_source(CleanSpan span) const;

  const std::vector<Replaced>& pieces() const { return pieces_; }
  bool operator==(const OffsetMap&) const = default;

 private:
  std::vector<Replaced> pieces_;
};

/// Which pieces a piece of a composed map came from: index ranges into the two maps; one of them
/// may be empty.
struct Origin {
  std::uint32_t first_begin = 0, first_end = 0, second_begin = 0, second_end = 0;
};

/// The map of doing `first`, then `second` (whose source is the clean text of `first`). Pieces that
/// share a character, or that are both at one empty place, become one. `origins`, if given, gets
/// one entry per piece. O(pieces of both).
OffsetMap compose(const OffsetMap& first, const OffsetMap& second,
                  std::vector<Origin>* origins = nullptr);

}  // namespace palimpsest
