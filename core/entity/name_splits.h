// Two names that the tagger took for one.
#pragma once

#include <set>
#include <string_view>
#include <vector>

#include "entity/finder.h"
#include "entity/person_words.h"

namespace palimpsest {

class NameSplits {
 public:
  explicit NameSplits(const NamedText& text);
  /// The name, or the two that it is: "Russia Russia" and "Trump Obama" glued by damage, "Democrat
  /// Hillary Clinton", "Ohio Democrat", "Cox News Service AUSTIN".
  std::vector<NameSpan> parts(const NameSpan& name) const;

 private:
  std::size_t second_name(const NameSpan& name) const;
  std::size_t end_of_people(const NameSpan& name) const;
  std::size_t begin_of_people(const NameSpan& name) const;
  std::size_t begin_of_dateline(const NameSpan& name) const;

  const NamedText& text_;
  PersonWords persons_;
  std::set<std::string_view> names_;
};

}  // namespace palimpsest
