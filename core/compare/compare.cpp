// The whole comparison on one screen. Tested by tests/core/causes_test.cpp.
#include "compare/compare.h"

#include <algorithm>

#include "compare/evidence.h"
#include "compare/hunks.h"

namespace palimpsest {
namespace {

double similarity_of(const Version& a, const Version& b, const Alignment& alignment) {
  const std::uint64_t both = std::uint64_t{a.weight.back()} + b.weight.back();
  if (both == 0) return 1;
  std::uint64_t kept = 0;
  for (const Run& run : alignment.runs) kept += a.weight_of(run.a, run.a_end());
  for (const MovedBlock& move : alignment.moves)
    for (const Run& run : move.runs) kept += a.weight_of(run.a, run.a_end());
  return static_cast<double>(2 * kept) / static_cast<double>(both);
}

}  // namespace

Comparison compare_versions(const Version& a, const Version& b) {
  Comparison result;
  const Alignment alignment = align(a, b);
  result.hunks = find_hunks(a, b, alignment);
  result.similarity = std::min(1.0, similarity_of(a, b, alignment));
  result.reduced = alignment.reduced;
  result.work = alignment.work;
  for (Hunk& hunk : result.hunks) note_words(a, b, hunk);
  result.evidence = find_evidence(a, b, result.hunks);
  for (Hunk& hunk : result.hunks) find_cause(a, b, result.evidence, hunk);
  return result;
}

std::string_view name_of(Operation operation) {
  constexpr std::string_view names[] = {"replace", "insert", "delete", "move"};
  return names[static_cast<std::size_t>(operation)];
}

CauseGroup group_of(const Hunk& hunk) { return rule_of(hunk.cause).group; }

Summary summarize(const Comparison& comparison) {
  Summary summary;
  summary.causes.resize(cause_rules().size());
  for (const Hunk& hunk : comparison.hunks) {
    if (hunk.moved) continue;  // counted with its move
    ++summary.causes[static_cast<std::size_t>(hunk.cause)];
    ++summary.groups[static_cast<std::size_t>(group_of(hunk))];
  }
  const auto count = [&](CauseGroup group) {
    return summary.groups[static_cast<std::size_t>(group)];
  };
  if (comparison.hunks.empty())
    summary.verdict = "the same text";
  else if (count(CauseGroup::meaning) == 0 && count(CauseGroup::wording) == 0)
    summary.verdict = count(CauseGroup::style) == 0    ? "nothing but damage"
                      : count(CauseGroup::damage) == 0 ? "nothing but style"
                                                       : "nothing but damage and style";
  return summary;
}

}  // namespace palimpsest
