// What a reader says about names, in place of what the program would find.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "entity/mention.h"

namespace palimpsest {

/// One line of the reader's own lexicon. Texts are compared with folded blanks, case as written.
struct ReaderName {
  std::string text;                // the name as it stands in the text
  bool is_name = true;             // false: not a name, wherever it stands
  std::optional<EntityKind> kind;  // none: as found
  std::string same_as;             // another name of the same entity: the two are one
  std::string apart_from;          // another name: the two are never one
};

/// A mention that the caller brings along; its form is read from its text.
struct GivenMention {
  SourceSpan span;
  EntityKind kind{};
};

struct EntityOptions {
  std::vector<ReaderName> lexicon;                 // the earlier line wins
  std::optional<std::vector<GivenMention>> given;  // take the place of found ones
};

}  // namespace palimpsest
