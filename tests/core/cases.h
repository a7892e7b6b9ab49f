// Reads case files. A case of a repair draws the change in its text: "quick⟦-\n→⟧ly" is
// "quick-\nly" before and "quickly" after; a text without ⟦ must be left alone.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "text/span.h"

namespace palimpsest::tests {

struct DrawnEdit {
  CleanSpan span;  // in `before`
  std::string replacement;
  bool operator==(const DrawnEdit&) const = default;
};

struct RepairCase {
  std::string label, before, after;
  std::vector<DrawnEdit> edits;
};

/// Fails the test if the file is not there, is no JSON or has no cases.
std::vector<RepairCase> read_repair_cases(const std::string& name);

/// Rows of {"label","input","output"}: a whole text through analyze().
struct FlowCase {
  std::string file, label, input, output;
};
std::vector<FlowCase> read_flow_cases();

/// Every text that a case file holds, and the example articles: the inputs on which the laws are
/// checked.
std::vector<std::string> all_texts();

std::string read_file(const std::filesystem::path& path);

}  // namespace palimpsest::tests
