// The verbs that say who speaks.
#pragma once

#include <cstdint>
#include <string_view>

namespace palimpsest {

enum class CueUse : std::uint8_t { say, tell, describe, gesture };
enum class CueClause : std::uint8_t { none, that, bare };
enum class CueForm : std::uint8_t { base, third, past, participle };

struct Cue {
  std::string_view base, third, past, participle;
  CueUse use;
  CueClause clause;
  bool noun;  // base and third person may be nouns
};

struct CueWord {
  const Cue* cue = nullptr;  // null: the word is none
  CueForm form{};
  explicit operator bool() const { return cue != nullptr; }
  bool is_finite() const { return form != CueForm::participle; }
};

/// The row that `word`, in small letters, is a form of. Looks at the rows of its first letter.
CueWord find_cue(std::string_view word);

}  // namespace palimpsest
