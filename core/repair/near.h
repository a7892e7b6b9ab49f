// A passage read by token number without fear of its ends: before the first token and after the
// last stands an edge, as at a line break. Token numbers may wrap below zero.
//
//     Trump ␣ , ␣ he      `,` has a gap before and a gap after
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "repair/rule.h"

namespace palimpsest {

class Near {
 public:
  explicit Near(const Passage& passage) : passage_(passage) {}

  const Token& operator[](std::size_t i) const {
    return i < passage_.tokens.size() ? passage_.tokens[i] : edge_;
  }
  std::string_view of(std::size_t i) const {
    return i < passage_.tokens.size() ? passage_.of(i) : std::string_view{};
  }
  bool edge(std::size_t i) const { return (*this)[i].is_line_break(); }
  /// One plain blank: what a tokeniser sets. A tab, a no-break space or a run means something else.
  bool gap(std::size_t i) const {
    return (*this)[i].is_blank() && (*this)[i].code == ' ' &&
           passage_.tokens.end_of(i) - passage_.tokens.begin_of(i) == 1;
  }
  /// A gap that has something on its far side, on the same line.
  bool gap_before(std::size_t i) const { return gap(i - 1) && !edge(i - 2); }
  bool gap_after(std::size_t i) const { return gap(i + 1) && !edge(i + 2); }
  bool alone(std::size_t i) const { return gap_before(i) && gap_after(i); }
  /// A blank or an edge: here a token ends that was set between blanks.
  bool open(std::size_t i) const { return (*this)[i].is_blank() || edge(i); }
  bool apostrophe(std::size_t i) const { return (*this)[i].is('\'') || (*this)[i].is(U'’'); }
  /// The next token that is no gap; the last one before.
  std::size_t next(std::size_t i) const { return gap(i + 1) ? i + 2 : i + 1; }
  std::size_t previous(std::size_t i) const { return gap(i - 1) ? i - 2 : i - 1; }

  /// The bytes of token `i`; of tokens `first` up to and with `last`.
  CleanSpan span(std::size_t i) const { return passage_.tokens.span(i); }
  CleanSpan span(std::size_t first, std::size_t last) const {
    return {passage_.tokens.begin_of(first), passage_.tokens.end_of(last)};
  }
  const Passage& passage() const { return passage_; }

 private:
  static constexpr Token edge_{0, '\n', static_cast<std::uint32_t>(TokenKind::line_break), 0};
  const Passage& passage_;
};

/// Calls `visit(i)` for every mark and line break.
template <class Visit>
void each_mark(const Passage& passage, Visit visit) {
  for (const std::uint32_t i : passage.habits.marks) visit(std::size_t{i});
}

/// The same for those that lie in a tokenised stretch.
template <class Visit>
void each_tokenised_mark(const Passage& passage, Visit visit) {
  const std::vector<std::uint32_t>& marks = passage.habits.marks;
  auto mark = marks.begin();
  for (const TokenRange& stretch : passage.tokenised_stretches()) {
    mark = std::lower_bound(mark, marks.end(), stretch.first);
    for (; mark != marks.end() && *mark < stretch.last; ++mark) visit(std::size_t{*mark});
  }
}

/// Asks of rising token numbers whether they lie in a tokenised stretch.
class InStretch {
 public:
  explicit InStretch(const Passage& passage) : stretches_(passage.tokenised_stretches()) {}
  bool operator()(std::size_t i) {
    while (at_ < stretches_.size() && stretches_[at_].last <= i) ++at_;
    return at_ < stretches_.size() && stretches_[at_].first <= i;
  }

 private:
  const std::vector<TokenRange>& stretches_;
  std::size_t at_ = 0;
};

}  // namespace palimpsest
