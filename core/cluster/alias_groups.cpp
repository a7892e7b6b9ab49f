// Tested by tests/core/cluster_cases_test.cpp.
#include "cluster/alias_groups.h"

#include <algorithm>

namespace palimpsest {
namespace {

struct KnownAlias {
  std::string_view name, other;
};
constexpr KnownAlias known_aliases[] = {
#define ALIAS(name, other) {name, other},
#include "cluster/known_aliases.def"
};

}  // namespace

KindGroup group_of(EntityKind kind) {
  switch (kind) {
    case EntityKind::person:
      return KindGroup::person;
    case EntityKind::organisation:
    case EntityKind::place:
    case EntityKind::facility:
      return KindGroup::body;
    case EntityKind::norp:
      return KindGroup::norp;
    default:
      return KindGroup::other;
  }
}

AliasGroups::AliasGroups(const std::vector<NamedThing>& things)
    : parent_(things.size()), gender_(things.size()), apart_(things.size()) {
  for (std::uint32_t i = 0; i < things.size(); ++i) {
    parent_[i] = i;
    gender_[i] = things[i].gender;
  }
}

std::uint32_t AliasGroups::root(std::uint32_t thing) {
  while (parent_[thing] != thing) thing = parent_[thing] = parent_[parent_[thing]];
  return thing;
}

void AliasGroups::keep_apart(std::uint32_t a, std::uint32_t b) {
  a = root(a);
  b = root(b);
  if (a == b) return;
  apart_[a].push_back(b);
  apart_[b].push_back(a);
}

bool AliasGroups::may_join(std::uint32_t a, std::uint32_t b) {
  a = root(a);
  b = root(b);
  if (a == b) return true;
  if (gender_[a] != Gender::unknown && gender_[b] != Gender::unknown && gender_[a] != gender_[b])
    return false;
  const auto& fewer = apart_[a].size() < apart_[b].size() ? apart_[a] : apart_[b];
  const std::uint32_t other = apart_[a].size() < apart_[b].size() ? b : a;
  return std::none_of(std::begin(fewer), std::end(fewer),
                      [&](std::uint32_t x) { return root(x) == other; });
}

bool AliasGroups::join(std::uint32_t a, std::uint32_t b) {
  if (!may_join(a, b)) return false;
  a = root(a);
  b = root(b);
  if (a == b) return true;
  if (a > b) std::swap(a, b);  // the one that is named first stays
  parent_[b] = a;
  if (gender_[a] == Gender::unknown) gender_[a] = gender_[b];
  apart_[a].insert(apart_[a].end(), apart_[b].begin(), apart_[b].end());
  apart_[b].clear();
  return true;
}

std::string_view known_name(std::string_view key) {
  for (const KnownAlias& alias : known_aliases)
    if (alias.other == key) return alias.name;
  return key;
}

}  // namespace palimpsest
