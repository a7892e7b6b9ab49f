// Tested by tests/core/quote_cases_test.cpp.
#include "quote/stretch.h"

#include <algorithm>

#include "repair/quote_marks.h"

namespace palimpsest {
namespace {

constexpr std::size_t deepest = 4;     // marks deeper than that are damage
constexpr std::uint32_t farthest = 6;  // paragraphs that a stretch without marks may cross

struct Open {
  std::uint32_t stretch;
  bool twice, unmatched, runs_on;
};

class Pairing {
 public:
  Pairing(const Tokens& tokens, std::span<const CleanSpan> paragraphs)
      : tokens_(tokens), paragraphs_(paragraphs) {}

  void read(const QuoteMark& mark) {
    if (mark.role != QuoteRole::opening && mark.role != QuoteRole::closing) return;
    const CleanSpan at = tokens_.span(mark.token, mark.token + mark.size() - std::size_t{1});
    while (paragraph_ < paragraphs_.size() && paragraphs_[paragraph_].end <= at.begin)
      end_paragraph();
    if (paragraph_ == paragraphs_.size()) return;
    if (mark.role == QuoteRole::opening)
      open(mark, at);
    else
      close(is_double(mark.form), at);
  }

  std::vector<QuotedStretch> take() && {
    end_paragraph();
    std::erase_if(stretches_, [](const QuotedStretch& s) { return s.inner.empty(); });
    set_parents();
    return std::move(stretches_);
  }

 private:
  void open(const QuoteMark& mark, CleanSpan at) {
    if (is_double(mark.form)) far_ = no_index;
    // A second opening mark of one kind: the first one has lost its counterpart.
    const bool twice = is_double(mark.form);
    while (!open_.empty() && open_.back().twice == twice && open_.back().unmatched)
      open_.pop_back();
    if (open_.size() == deepest) open_.erase(open_.begin());
    open_.push_back(
        {static_cast<std::uint32_t>(stretches_.size()), twice, mark.unmatched, mark.runs_on});
    stretches_.push_back({.span = {at.begin, at.begin},
                          .inner = {at.end, at.end},
                          .paragraph = static_cast<std::uint32_t>(paragraph_)});
  }
  void close(bool twice, CleanSpan at) {
    std::size_t i = open_.size();
    while (i > 0 && open_[i - 1].twice != twice) --i;
    if (i == 0) {
      close_far(twice, at);
      return;
    }
    QuotedStretch& stretch = stretches_[open_[i - 1].stretch];
    stretch.span.end = at.end;
    stretch.inner.end = at.begin;
    open_.resize(i - 1);
  }
  /// A mark that closes what an earlier paragraph has opened: sentences on lines of their own.
  void close_far(bool twice, CleanSpan at) {
    if (!twice || far_ == no_index || !open_.empty()) return;
    QuotedStretch& stretch = stretches_[far_];
    if (stretch.paragraph + farthest < paragraph_) return;
    stretch.span.end = at.end;
    stretch.inner.end = at.begin;
    stretch.runs_on = false;
    far_ = no_index;
  }
  void end_paragraph() {
    // A single mark without its counterpart is more often an apostrophe.
    const auto first = std::find_if(open_.begin(), open_.end(),
                                    [](const Open& one) { return one.twice || one.runs_on; });
    if (paragraph_ < paragraphs_.size() && first != open_.end()) {
      QuotedStretch& stretch = stretches_[first->stretch];
      stretch.span.end = stretch.inner.end = paragraphs_[paragraph_].end;
      stretch.runs_on = true;
      far_ = first->twice ? first->stretch : no_index;
    }
    open_.clear();
    ++paragraph_;
  }
  void set_parents() {
    std::vector<std::uint32_t> around;
    for (std::size_t i = 0; i < stretches_.size(); ++i) {
      while (!around.empty() && stretches_[around.back()].span.end <= stretches_[i].span.begin)
        around.pop_back();
      if (!around.empty()) stretches_[i].parent = around.back();
      around.push_back(static_cast<std::uint32_t>(i));
    }
  }

  const Tokens& tokens_;
  std::span<const CleanSpan> paragraphs_;
  std::size_t paragraph_ = 0;
  std::vector<QuotedStretch> stretches_;
  std::vector<Open> open_;
  std::uint32_t far_ = no_index;  // runs on, and nothing has been opened since
};

}  // namespace

std::vector<QuotedStretch> find_stretches(std::string_view text, const Tokens& tokens,
                                          std::span<const CleanSpan> paragraphs) {
  Pairing pairing(tokens, paragraphs);
  for (const QuoteMark& mark : find_quote_marks(text, tokens)) pairing.read(mark);
  return std::move(pairing).take();
}

}  // namespace palimpsest
