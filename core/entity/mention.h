// A mention: a stretch of the clean text that names, dates or counts something, or that stands for
// something named.
//
//     UK Prime Minister Theresa May advised him on Friday
//     ^^ ^^^^^^^^^^^^^^ ^^^^^^^^^^^         ^^^    ^^^^^^
//     place   role        person      a pronoun    date
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace palimpsest {

enum class EntityKind : std::uint8_t {
#define ENTITY(name, ...) name,
#include "entity/entities.def"
};

/// How a mention names: by name; by a title alone ("the President"); by a common noun ("the
/// company"); by a pronoun. Dates, amounts and roles are names.
enum class Form : std::uint8_t { name, title, nominal, pronoun };

/// What a name stands for besides its kind: the Kremlin and Washington for a government, a city or
/// a country for its team.
enum class Facet : std::uint8_t { none, government, team };

inline constexpr std::uint32_t no_index = 0xFFFFFFFF;

struct Mention {
  CleanSpan span;
  EntityKind kind{};
  Form form = Form::name;
  Facet facet = Facet::none;
  std::uint8_t confidence = 0;  // per cent
  std::uint32_t inside =
      no_index;  // index of the smallest mention around it: `the [Obama] administration`
  std::uint32_t entity = no_index;  // index of its entity; set by the step `cluster`
  std::uint32_t holder = no_index;  // of a role: index of the mention of who holds it
  std::string value = {};  // what a date, an amount or a number comes to: "2016-05", "USD 5000000",
                           // "12.5"; empty: not known, or not of these kinds
  std::string why = {};    // one sentence for the reader; empty: the row's explanation
};

struct EntityRow {
  EntityKind kind;
  std::string_view name, title, explanation;
};

/// The rows of entities.def, in order.
std::span<const EntityRow> entity_rows();
std::string_view name_of(EntityKind kind);
std::string_view name_of(Form form);
std::string_view name_of(Facet facet);
/// True for what is named, not dated, counted or a role.
bool is_named(EntityKind kind);

}  // namespace palimpsest
