// The names of persons in a text, to ask whether a word is somebody's.
#pragma once

#include <set>
#include <string_view>

#include "entity/finder.h"

namespace palimpsest {

class PersonWords {
 public:
  explicit PersonWords(const NamedText& text);
  /// A person of exactly this name stands in the text.
  bool contains(std::string_view name) const { return names_.contains(name); }
  /// A person whose name of several words ends with this one: "Obama" of "Barack Obama".
  bool is_surname(std::string_view word) const { return surnames_.contains(word); }
  bool is_full_name(std::string_view name) const { return full_names_.contains(name); }

 private:
  std::set<std::string_view> names_, full_names_, surnames_;
};

}  // namespace palimpsest
