// Makes the hunks of one passage out of its alignment. Inside compare/, for find_hunks.
// hunk_builder.cpp goes along the passage, hunk_noise.cpp finds where equal units differ in their
// bytes, hunk_moves.cpp cuts gaps in which passages came or went.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "compare/compare.h"

namespace palimpsest {

/// Bytes [a, a_end) of the first text and [b, b_end) of the second.
struct Bytes {
  std::uint32_t a, a_end, b, b_end;
  bool empty() const { return a == a_end && b == b_end; }
};

class HunkBuilder {
 public:
  HunkBuilder(const Version& a, const Version& b, std::vector<Hunk>& hunks)
      : a_(a), b_(b), hunks_(hunks) {}

  /// The hunks of one passage: `bytes` and `range` are its borders, `moves` what lies in its gaps,
  /// `inside` the move that it is, or none.
  void passage(const Range& range, const Bytes& bytes, const std::vector<Run>& runs,
               const std::vector<MovedBlock>* moves, std::uint32_t inside);

 private:
  /// Units [first, last) of one side that a move took or brought.
  struct Place {
    std::uint32_t first, last, move;
    bool operator<(const Place& other) const { return first < other.first; }
  };
  /// The same with bytes [begin, end); also what lies between two of them, with no move.
  struct Segment {
    std::uint32_t first, last, begin, end, move;
  };

  std::string_view old_text(std::uint32_t begin, std::uint32_t end) const {
    return std::string_view(a_.text).substr(begin, end - begin);
  }
  std::string_view new_text(std::uint32_t begin, std::uint32_t end) const {
    return std::string_view(b_.text).substr(begin, end - begin);
  }
  bool same_text(const Bytes& bytes) const;

  void add(const Range& units, const Bytes& bytes, Operation operation, std::uint16_t noise = 0);
  void add_gap(const Range& units, const Bytes& gap);
  void add_change(const Range& units, const Bytes& gap);
  Bytes trim_blanks(const Range& units, Bytes gap) const;
  static Operation operation_of(const Bytes& bytes);

  void add_noise(const Run& run);
  void add_noise_at(const Range& units, const Bytes& bytes, std::uint16_t noise);
  void add_blanks(const Range& units, const Bytes& bytes);

  void note_moves(const std::vector<MovedBlock>& moves);
  bool holds_moves(const Range& units) const;
  void add_gap_with_moves(const Range& units, Bytes gap);
  void add_end(const Segment& s, const Bytes& at, bool old);
  static std::vector<Place>::const_iterator from(const std::vector<Place>& places,
                                                 std::uint32_t first);
  static std::vector<Segment> segments(const Version& v, const std::vector<Place>& moved_places,
                                       std::uint32_t first, std::uint32_t last, std::uint32_t begin,
                                       std::uint32_t end);

  const Version& a_;
  const Version& b_;
  std::vector<Hunk>& hunks_;
  std::vector<Place> moved_away_, moved_here_;
  std::uint32_t inside_ = Hunk::none;
};

}  // namespace palimpsest
