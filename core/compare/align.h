// Which units of two versions are the same ones. The steps of align.cpp, each in its own file:
// anchors.cpp (runs that both texts have once), gaps.cpp (what lies between them), settle.cpp (what
// reads better), moves.cpp (what stands elsewhere).
#pragma once

#include <cstdint>
#include <vector>

#include "compare/version.h"

namespace palimpsest {

/// `size` units from `a` in the first version are those from `b` in the second.
struct Run {
  std::uint32_t a, b, size;
  std::uint32_t a_end() const { return a + size; }
  std::uint32_t b_end() const { return b + size; }
  bool operator==(const Run&) const = default;
};

/// Units [a, a_end) of the first version and [b, b_end) of the second.
struct Range {
  std::uint32_t a, a_end, b, b_end;
  std::uint32_t a_size() const { return a_end - a; }
  std::uint32_t b_size() const { return b_end - b; }
  bool empty() const { return a == a_end && b == b_end; }
};

/// A passage of the first version that stands elsewhere in the second; `runs` is what it kept.
struct MovedBlock {
  Range range;
  std::vector<Run> runs;
};

struct Alignment {
  std::vector<Run> runs;          // in order in both versions, not overlapping, not touching
  std::vector<MovedBlock> moves;  // in order in the first version, in hunks of `runs`
  std::uint64_t work = 0;         // steps counted
  bool reduced = false;           // the budget ended before the work did
};

/// Counted work: table probes, cells, steps along a diagonal. The budget is linear in the texts, so
/// the same texts give the same answer on every machine and no text takes long.
class Work {
 public:
  static constexpr std::uint64_t per_unit = 600, always = 2'000'000;
  explicit Work(std::uint64_t units) : limit_(per_unit * units + always) {}
  void spend(std::uint64_t steps) { spent_ += steps; }
  /// False, and the answer is reduced, if that many steps are not left.
  bool may_spend(std::uint64_t steps) {
    if (spent_ + steps <= limit_) return true;
    reduced_ = true;
    return false;
  }
  std::uint64_t spent() const { return spent_; }
  bool reduced() const { return reduced_; }

 private:
  std::uint64_t limit_, spent_ = 0;
  bool reduced_ = false;
};

/// Aligns by key. O(n) in the units of both, but for chaining runs.
Alignment align(const Version& a, const Version& b);

}  // namespace palimpsest
