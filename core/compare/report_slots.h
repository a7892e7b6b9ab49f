// Two linked sentences unit by unit: what stands in the same place of both, so that "400" here is
// seen to be where "4,000" is there.
#pragma once

#include <cstdint>
#include <vector>

#include "compare/report_text.h"

namespace palimpsest {

/// The units of one sentence of each text and which of them are the same.
class UnitPairs {
 public:
  /// A longest common subsequence of the units, by weight (Hirschberg 1977 names the recurrence);
  /// of a sentence of more than 120 units the rest stays unpaired. O(n m).
  UnitPairs(const ReportText& a, const ReportText& b, std::uint32_t sentence_a,
            std::uint32_t sentence_b);

  const ReportText& a;
  const ReportText& b;
  const ReportSentence& sentence_a;
  const ReportSentence& sentence_b;

  /// The unit of the other sentence that is the same, or no_index.
  std::uint32_t of_a(std::uint32_t unit) const { return of_a_[unit - sentence_a.first]; }
  std::uint32_t of_b(std::uint32_t unit) const { return of_b_[unit - sentence_b.first]; }
  /// The same thing stands somewhere in the other sentence.
  bool is_in_b(const ReportUnit& unit) const { return holds(b, sentence_b, unit); }
  bool is_in_a(const ReportUnit& unit) const { return holds(a, sentence_a, unit); }

  /// How much the words around both units say that they are in the same place: 0, nothing, to
  /// about 5.
  float same_place(std::uint32_t unit_a, std::uint32_t unit_b) const;
  /// Between the same two paired units.
  bool same_gap(std::uint32_t unit_a, std::uint32_t unit_b) const;
  /// Share of the weight of the shorter sentence that is paired.
  float paired_share() const { return paired_share_; }

 private:
  static bool holds(const ReportText& r, const ReportSentence& sentence, const ReportUnit& unit);
  std::vector<std::uint32_t> of_a_, of_b_;
  float paired_share_ = 0;
};

/// The same stem, name or value; or words for one another.
bool is_same(const ReportUnit& x, const ReportUnit& y);
bool is_like(const ReportUnit& x, const ReportUnit& y);

}  // namespace palimpsest
