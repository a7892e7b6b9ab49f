// Companies and what they are called for short: "Upjohn" where the text has "Upjohn Co.".
#pragma once

#include <set>
#include <string_view>

#include "entity/finder.h"
#include "entity/person_words.h"

namespace palimpsest {

class CompanyWords {
 public:
  CompanyWords(const NamedText& text, const PersonWords& persons);
  /// A company of the text is called so for short, and nobody in it has this name.
  bool contains(std::string_view name) const { return names_.contains(name); }

 private:
  std::set<std::string_view> names_;
};

}  // namespace palimpsest
