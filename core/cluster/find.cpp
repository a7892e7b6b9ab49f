// The step `cluster`: aliases, then titles, then pronouns. Tested by
// tests/core/cluster_cases_test.cpp.
#include <algorithm>
#include <array>

#include "cluster/aliases.h"
#include "cluster/entity.h"
#include "cluster/gender.h"
#include "cluster/name.h"
#include "cluster/naming.h"
#include "cluster/resolve.h"
#include "cluster/role_phrase.h"

namespace palimpsest {
namespace {

/// Links the anaphors: those that stand on a mention to it, the others as new ones. `entity` of a
/// mention is then a cluster, or clusters.size() + the index of a noun.
void link(std::vector<Mention>& mentions, const std::vector<Anaphor>& anaphors) {
  std::vector<Mention> added;
  std::size_t next = 0;
  for (const Anaphor& anaphor : anaphors) {
    while (next < mentions.size() && mentions[next].span.begin < anaphor.span.begin) ++next;
    std::size_t same = next;
    while (same < mentions.size() && same < next + 8 && mentions[same].span != anaphor.span) ++same;
    if (same < mentions.size() && same < next + 8) {
      mentions[same].entity = anaphor.referent;
      if (mentions[same].form != Form::nominal) mentions[same].kind = anaphor.kind;
      continue;
    }
    added.push_back({.span = anaphor.span,
                     .kind = anaphor.kind,
                     .form = anaphor.form,
                     .confidence = anaphor.confidence,
                     .entity = anaphor.referent,
                     .why = anaphor.why});
  }
  insert_mentions(mentions, std::move(added));
}

/// "President", "spokesman": what the mentions of roles say that their holders are.
void collect_roles(const ClusterText& text, const std::vector<Mention>& mentions,
                   std::vector<Entity>& entities) {
  for (const Mention& mention : mentions) {
    if (mention.kind != EntityKind::role || mention.holder == no_index) continue;
    const std::uint32_t holder = mentions[mention.holder].entity;
    if (holder == no_index) continue;
    std::vector<std::string>& roles = entities[holder].roles;
    std::string role(mention.span.of(text.text));
    if (std::find(std::begin(roles), std::end(roles), role) == roles.end() && roles.size() < 32)
      roles.push_back(std::move(role));
  }
}

}  // namespace

std::string_view name_of(Gender gender) {
  constexpr std::array<std::string_view, 3> names = {"unknown", "male", "female"};
  return names[static_cast<std::size_t>(gender)];
}

// Not inlined: a page loads it later than what calls it (the doors in wasm/CMakeLists.txt).
[[gnu::noinline]] std::vector<Entity> find_entities(const ClusterText& text,
                                                    std::vector<Mention>& mentions) {
  std::vector<Cluster> clusters = join_aliases(text, mentions);
  add_role_phrases(text, mentions, clusters);
  const Resolution resolution = resolve_pronouns(text, mentions, clusters, learnt_weights());
  link(mentions, resolution.anaphors);

  std::vector<Entity> entities;
  std::vector<std::uint32_t> entity_of(clusters.size() + resolution.nouns.size(), no_index);
  for (std::uint32_t i = 0; i < mentions.size(); ++i) {
    if (mentions[i].entity == no_index) continue;
    const std::uint32_t referent = mentions[i].entity;
    if (entity_of[referent] == no_index) {
      entity_of[referent] = static_cast<std::uint32_t>(entities.size());
      const bool named = referent < clusters.size();
      const Referent* const noun = named ? nullptr : &resolution.nouns[referent - clusters.size()];
      Entity& entity = entities.emplace_back();
      entity.kind = named ? clusters[referent].kind : noun->kind;
      entity.gender = named ? clusters[referent].gender : noun->gender;
    }
    mentions[i].entity = entity_of[referent];
    entities[mentions[i].entity].mentions.push_back(i);
  }
  for (Entity& entity : entities) {
    name_entity(text, mentions, entity);
    if (entity.kind != EntityKind::person) entity.gender = Gender::unknown;
  }
  collect_roles(text, mentions, entities);
  return entities;
}

}  // namespace palimpsest
