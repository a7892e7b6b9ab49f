// The step `restore`: words that other words were written over are put back, or marked as lost.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "repair/change.h"
#include "restore/rule.h"

namespace palimpsest {

struct RestoreOptions {
  const RestoreModel* model = nullptr;  // none: only a version or a report tells what was lost
  std::string version, report;  // bytes of texts at hand, of any encoding, or HTML; empty: none
  std::vector<RestorationKind> reject;  // rows that are not asked

  /// Whether there is anything to restore by.
  bool any() const { return model != nullptr || !version.empty() || !report.empty(); }
};

/// What the rules propose, settled and applied: a clean text whose source is `damaged.text`, with
/// suggestions in it. No changes: there is nothing to restore.
Cleaned restore(const DamagedText& damaged, const RestoreOptions& options);

/// The restored text is read again until nothing more is restored, at most so often; so that
/// restoring it again restores nothing.
inline constexpr int max_restore_rounds = 4;

/// What the reader is told of a kind of change, whichever table its row stands in.
struct ChangeRow {
  ChangeKind kind;
  Group group;
  Safety safety;
  std::string_view name, title, explanation;
};
ChangeRow row_of(ChangeKind kind);
/// Both tables, repairs first.
std::vector<ChangeRow> change_rows();

}  // namespace palimpsest
