// Names of one text that stand for one thing, while they are being joined: a forest of sets
// (Tarjan 1975) in which some pairs must never meet.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "cluster/name.h"

namespace palimpsest {

/// A name of a text with all the mentions that are written so, in one group of kinds.
struct NamedThing {
  Name name;
  EntityKind kind{};                    // of its first mention
  Gender gender = Gender::unknown;      // as titles and given names say
  std::vector<std::uint32_t> mentions;  // indices, in the order of the text
};

/// Kinds that may name one thing: a seat of government is a place, a building and a body.
enum class KindGroup : std::uint8_t { person, body, norp, other };
KindGroup group_of(EntityKind kind);

class AliasGroups {
 public:
  explicit AliasGroups(const std::vector<NamedThing>& things);

  std::uint32_t root(std::uint32_t thing);
  /// The two never come together from now on, unless they have already.
  void keep_apart(std::uint32_t a, std::uint32_t b);
  /// Joins the groups of both; false if they are kept apart or their genders clash.
  bool join(std::uint32_t a, std::uint32_t b);
  /// True if join would do it.
  bool may_join(std::uint32_t a, std::uint32_t b);
  Gender gender(std::uint32_t thing) { return gender_[root(thing)]; }

 private:
  std::vector<std::uint32_t> parent_;
  std::vector<Gender> gender_;
  std::vector<std::vector<std::uint32_t>> apart_;  // of a root: things that it must not hold
};

/// The sieves of one group of kinds, in order of precision; each joins what it is sure of.
void join_persons(const std::vector<NamedThing>& things, AliasGroups& groups);
void join_bodies(const ClusterText& text, const std::vector<Mention>& mentions,
                 const std::vector<NamedThing>& things, AliasGroups& groups);

/// True for two names of a person of two words or more that one person may bear.
bool fits_person(const Name& a, const Name& b);

/// The name that every other row of known_aliases.def stands for: "us" gives "united states"; what
/// is in no row comes back as it is.
std::string_view known_name(std::string_view key);

}  // namespace palimpsest
