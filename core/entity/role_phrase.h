// Reads a title in front of a name or behind it:
//
//     former acting attorney general Sally Yates      Conway, a top aide in Trump's White House,
//     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^                            ^^^^^^^^
//
// The nationality, place or organisation in front of a title is a mention of its own and no part of
// it: "Russian [Foreign Minister]", "White House [press secretary]".
#pragma once

#include <optional>

#include "entity/finder.h"
#include "entity/name_cover.h"
#include "entity/role_words.h"

namespace palimpsest {

struct RolePhrase {
  std::size_t first = 0, last = 0;  // tokens
  std::size_t head = 0;             // the word that says what somebody is
  RoleUse use{};                    // of the head
  bool plural = false;
};

/// The title whose last word is token `last`; none if that word ends no title. Does not ask whether
/// a name follows. O(1): at most a dozen words are read.
std::optional<RolePhrase> role_phrase_ending_at(const NamedText& text, const NameCover& cover,
                                                std::size_t last);

/// The title that stands right before token `name`, the first one of a person's name, and can only
/// belong to it.
std::optional<RolePhrase> role_before_name(const NamedText& text, const NameCover& cover,
                                           std::size_t name);

/// The title that stands behind a person's name and a comma: `last` is the last token of the name.
std::optional<RolePhrase> role_after_name(const NamedText& text, const NameCover& cover,
                                          std::size_t last);

}  // namespace palimpsest
