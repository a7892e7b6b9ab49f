// Aligns what lies between anchors.
#pragma once

#include <vector>

#include "compare/align.h"
#include "compare/anchors.h"

namespace palimpsest {

/// Memory that all gaps of one comparison share.
struct GapMemory {
  AnchorFinder finder;
  std::vector<std::int32_t> rows;
  std::vector<std::uint8_t> trace;
  std::vector<std::int32_t> frontier;
};

/// Appends the runs of `range`, in order. Small ranges exactly, by weight; large ones through ever
/// shorter or longer anchors, then greedily. `level` 0 begins with anchors of three units.
void align_gap(const Version& a, const Version& b, Range range, int level, int depth, Work& work,
               GapMemory& memory, std::vector<Run>& runs);

/// Appends a run, or widens the last one if it touches it.
void add_run(std::vector<Run>& runs, Run run);

}  // namespace palimpsest
