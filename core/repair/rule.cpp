// Tested by tests/core/repair_test.cpp.
#include "repair/rule.h"

#include <algorithm>

#include "repair/wide_blanks.h"
#include "text/order.h"

namespace palimpsest {
namespace {

constexpr RepairRule rows[] = {
#define REPAIR(name, stage, group, safety, title, explanation)                         \
  {RepairKind::name, Stage::stage,      Group::group,    Safety::safety, #name, title, \
   explanation,      rules::name::find, rules::name::why},
#include "repair/repairs.def"
};

}  // namespace

std::span<const RepairRule> repair_rules() { return rows; }
const RepairRule& rule_of(RepairKind kind) { return rows[static_cast<std::size_t>(kind)]; }

std::string_view name_of(Group group) {
  constexpr std::string_view names[] = {"characters", "layout", "quotes",
                                        "numbers",    "gaps",   "restore"};
  return names[static_cast<std::size_t>(group)];
}
std::string_view title_of(Group group) {
  constexpr std::string_view titles[] = {"Characters",      "Layout",
                                         "Quotation marks", "Numbers",
                                         "Missing words",   "Words that were overwritten"};
  return titles[static_cast<std::size_t>(group)];
}
std::string_view name_of(Safety safety) {
  constexpr std::string_view names[] = {"suggestion", "likely", "safe"};
  return names[static_cast<std::size_t>(safety)];
}
std::string_view name_of(Stage stage) {
  constexpr std::string_view names[] = {"characters", "layout", "words", "quotes"};
  return names[static_cast<std::size_t>(stage)];
}

const std::vector<QuoteMark>& Passage::quote_marks() const {
  if (!quote_marks_) {
    const bool any = habits.other_marks > 0 || habits.count('"') > 0 || habits.count('\'') > 0 ||
                     habits.count('`') > 0;
    quote_marks_ = any ? find_quote_marks(text, tokens) : std::vector<QuoteMark>();
  }
  return *quote_marks_;
}

const std::vector<TokenRange>& Passage::tokenised_stretches() const {
  if (!stretches_) {
    const bool any = habits.spaced_stops + habits.detached > 0;
    stretches_ =
        any ? find_tokenised_stretches(text, tokens, habits.marks) : std::vector<TokenRange>();
  }
  return *stretches_;
}

const std::vector<WideBlank>& Passage::wide_blanks() const {
  if (!wide_blanks_) wide_blanks_ = read_wide_blanks(*this);
  return *wide_blanks_;
}

void Edits::add(CleanSpan span, std::string_view replacement, std::uint8_t confidence,
                std::uint8_t detail) {
  if (replacement.size() > 0xFFFF) return;
  edits_.push_back({span, static_cast<std::uint32_t>(text_.size()),
                    static_cast<std::uint16_t>(replacement.size()), kind_, safety_, confidence,
                    detail});
  text_ += replacement;
}

void Edits::suggest(CleanSpan span, std::string_view replacement, std::uint8_t confidence,
                    std::uint8_t detail) {
  const std::size_t before = edits_.size();
  add(span, replacement, confidence, detail);
  if (edits_.size() > before) edits_.back().safety = Safety::suggestion;
}

void Edits::add_reading(std::string_view text, std::uint8_t confidence) {
  if (!edits_.empty())
    readings_.push_back(
        {static_cast<std::uint32_t>(edits_.size() - 1), confidence, std::string(text)});
}

void Edits::settle(std::string_view text) {
  struct Ranked {
    Edit edit;
    std::uint32_t index;
  };
  std::vector<Ranked> ranked;
  ranked.reserve(edits_.size());
  for (std::uint32_t i = 0; i < edits_.size(); ++i)
    if (replacement(edits_[i]) != edits_[i].span.of(text)) ranked.push_back({edits_[i], i});
  // Rules add in row order, so an edit's index is its rank; suggestions come after all that is
  // applied.
  const auto rank = [](const Ranked& r) {
    return (r.edit.safety == Safety::suggestion ? std::uint64_t{1} << 32 : 0) | r.index;
  };
  sort_by(ranked, [](const Ranked& r) { return key_of_span(r.edit.span); });
  // A sweep that keeps the better rank of two neighbours that collide. An edit beaten by one that
  // is beaten later is not called back: the next round of the stages asks for it again.
  std::vector<Ranked> kept;
  for (const Ranked& next : ranked) {
    bool keep = true;
    while (!kept.empty()) {
      const Edit& last = kept.back().edit;
      const bool collide =
          last.span.end > next.edit.span.begin ||
          (last.span.begin == next.edit.span.begin &&
           last.span.empty() == next.edit.span.empty()) ||
          (last.span.end == next.edit.span.begin && (last.span.empty() || next.edit.span.empty()) &&
           last.text_size > 0 && next.edit.text_size > 0);
      if (!collide) break;
      if (rank(kept.back()) <= rank(next)) {
        keep = false;
        break;
      }
      kept.pop_back();
    }
    if (keep) kept.push_back(next);
  }
  std::vector<Reading> readings;
  std::vector<std::int64_t> place(edits_.size(), -1);
  for (std::size_t i = 0; i < kept.size(); ++i) place[kept[i].index] = static_cast<std::int64_t>(i);
  for (Reading& r : readings_)
    if (place[r.edit] >= 0) {
      r.edit = static_cast<std::uint32_t>(place[r.edit]);
      readings.push_back(std::move(r));
    }
  sort_by(readings, [](const Reading& r) { return std::uint64_t{r.edit}; });
  readings_ = std::move(readings);
  edits_.clear();
  for (const Ranked& r : kept) edits_.push_back(r.edit);
}

}  // namespace palimpsest
