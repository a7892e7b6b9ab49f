// An entity: somebody or something, with all the mentions that stand for it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "entity/mention.h"
#include "entity/reader_name.h"
#include "model/model.h"
#include "token/token.h"

namespace palimpsest {

enum class Gender : std::uint8_t { unknown, male, female };

std::string_view name_of(Gender gender);

struct Entity {
  EntityKind kind{};
  Gender gender = Gender::unknown;        // of a person
  std::string name;                       // the fullest name, as written
  std::vector<std::string> aliases = {};  // other names, as written, in the order of the text
  std::vector<std::string> roles = {};    // "President", in the order of the text
  std::vector<std::uint32_t> mentions;    // indices, in the order of the text
};

/// What the step `cluster` reads.
struct ClusterText {
  std::string_view text;
  const Tokens& tokens;
  std::span<const CleanSpan> paragraphs, sentences;
  const Model* model;  // may be null
  const EntityOptions& options;
};

/// Joins mentions that stand for one entity, adds the pronouns and titles that stand for one, and
/// sets `entity` of each mention; a mention of a date, an amount or a role has none. The order of
/// the text is kept, so indices in `inside` and `holder` are set anew. Entities are in the order of
/// their first mention. O(n) for a bounded number of candidates a mention.
std::vector<Entity> find_entities(const ClusterText& text, std::vector<Mention>& mentions);

}  // namespace palimpsest
