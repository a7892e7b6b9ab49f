// The rows of entities.def.
#include "entity/mention.h"

#include <array>

namespace palimpsest {
namespace {

constexpr EntityRow rows[] = {
#define ENTITY(name, title, explanation) {EntityKind::name, #name, title, explanation},
#include "entity/entities.def"
};

}  // namespace

std::span<const EntityRow> entity_rows() { return rows; }

std::string_view name_of(EntityKind kind) { return rows[static_cast<std::size_t>(kind)].name; }

std::string_view name_of(Form form) {
  constexpr std::array<std::string_view, 4> names = {"name", "title", "nominal", "pronoun"};
  return names[static_cast<std::size_t>(form)];
}

std::string_view name_of(Facet facet) {
  constexpr std::array<std::string_view, 3> names = {"none", "government", "team"};
  return names[static_cast<std::size_t>(facet)];
}

bool is_named(EntityKind kind) { return kind <= EntityKind::person; }

}  // namespace palimpsest
