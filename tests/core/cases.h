// Reads case files. A case of a repair draws the change in its text: "quick⟦-\n→⟧ly" is
// "quick-\nly" before and "quickly" after; a text without ⟦ must be left alone.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
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

/// Rows of {"label","text","version"?,"report"?,"blind"?} with the text drawn as in a repair's.
/// Where both are missing the version is the text as it shall be, but for a blind one, which has
/// neither.
struct RestoreCase {
  RepairCase drawn;
  std::string version, report;
  bool blind = false;
};
std::vector<RestoreCase> read_restore_cases(const std::string& name);

/// Rows of {"label","input","output"}: a whole text through analyze().
struct FlowCase {
  std::string file, label, input, output;
};
std::vector<FlowCase> read_flow_cases();

/// Rows of {"cases":[{"label","text","names"?,"values"?}]}: every mention of the file's kind stands
/// between ⟦ and ⟧, which may nest; a text without them has none of that kind.
struct EntityCase {
  std::string label, text;
  std::vector<CleanSpan> spans;  // in the order of the text, outer ones first
  std::vector<std::pair<std::string, std::string>> names;  // a name and its label
  std::vector<std::string> values;                         // of the marked mentions; empty: any
};
std::vector<EntityCase> read_entity_cases(const std::string& name);

/// Every text that a case file holds, and the example articles: the inputs on which the laws are
/// checked.
std::vector<std::string> all_texts();

std::string read_file(const std::filesystem::path& path);

}  // namespace palimpsest::tests
