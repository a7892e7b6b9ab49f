// Cases of a cause: a text with the changes drawn in it. A hunk per drawing must come out with the
// cause of the file, or, where the case names another, with one of those: then it is a case to
// leave alone.
#pragma once

#include <string>
#include <vector>

namespace palimpsest::tests {

struct CompareCase {
  std::string label, before, after;
  struct Change {
    std::string before, after;
  };
  std::vector<Change> changes;
  std::vector<std::string> others;  // causes that it may have instead; empty: the file's own
  std::vector<std::string> causes;  // the whole chain, if it is said
  int at = -1;                      // only this change has the cause
  int moves = 0;                    // how many moves there must be
  bool loose = false;               // the hunks may be cut in another way
};

/// Fails the test if the file is not there, is no JSON or has no cases.
std::vector<CompareCase> read_compare_cases(const std::string& name);

}  // namespace palimpsest::tests
