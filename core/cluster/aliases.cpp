// Tested by tests/core/cluster_cases_test.cpp.
#include "cluster/aliases.h"

#include <algorithm>
#include <map>

#include "cluster/alias_groups.h"
#include "cluster/gender.h"
#include "cluster/words.h"

namespace palimpsest {
namespace {

/// One entry for each way of writing a name.
std::vector<NamedThing> read_things(const ClusterText& text, const std::vector<Mention>& mentions) {
  std::vector<NamedThing> things;
  std::map<std::string, std::uint32_t, std::less<>> known;
  for (std::uint32_t i = 0; i < mentions.size(); ++i) {
    const Mention& mention = mentions[i];
    if (!is_named(mention.kind) || mention.form == Form::pronoun || mention.form == Form::nominal)
      continue;
    Name name = read_name(text.text, text.tokens, mention.span, mention.kind);
    // "Those", "Everyone" at the beginning of a sentence; but "WHO" names. "Your Honor" is spoken
    // to.
    if (name.key.empty() || name.words.front() == "your" ||
        (name.is_single() && !name.is_acronym && stands_for_no_one(name.key)))
      continue;
    const Gender gender = mention.kind == EntityKind::person
                              ? gender_of_name(text, mention.span, name)
                              : Gender::unknown;
    // "Mr. Clinton" and "Mrs. Clinton" are two.
    std::string key = std::to_string(static_cast<int>(group_of(mention.kind)));
    if (name.is_single() && name.title_gender != Gender::unknown)
      key += name.title_gender == Gender::male ? 'm' : 'f';
    key += ' ' + name.key;
    // "Republican" and "Republicans", but not "Swiss".
    if (mention.kind == EntityKind::norp && key.size() > 6 && key.ends_with('s') &&
        !key.ends_with("ss"))
      key.pop_back();
    if (!name.suffix.empty()) key += ' ' + name.suffix;
    const auto [place, is_new] =
        known.try_emplace(std::move(key), static_cast<std::uint32_t>(things.size()));
    if (is_new)
      things.push_back(
          {.name = std::move(name), .kind = mention.kind, .gender = gender, .mentions = {}});
    NamedThing& thing = things[place->second];
    if (thing.gender == Gender::unknown) thing.gender = gender;
    thing.mentions.push_back(i);
  }
  return things;
}

/// Joins and keeps apart as the reader says.
void apply_reader(const ClusterText& text, const std::vector<NamedThing>& things,
                  AliasGroups& groups) {
  std::map<std::string, std::vector<std::uint32_t>, std::less<>> by_key;
  for (std::uint32_t i = 0; i < things.size(); ++i) by_key[things[i].name.key].push_back(i);
  const auto named = [&](const std::string& name) -> std::span<const std::uint32_t> {
    const Tokens tokens = tokenize(name);
    const auto found = by_key.find(
        read_name(name, tokens, {0, static_cast<std::uint32_t>(name.size())}, EntityKind::person)
            .key);
    if (found == by_key.end()) return {};
    return found->second;
  };
  for (const bool joining : {false, true})
    for (const ReaderName& line : text.options.lexicon) {
      const std::string& other = joining ? line.same_as : line.apart_from;
      if (other.empty()) continue;
      for (const std::uint32_t a : named(line.text))
        for (const std::uint32_t b : named(other))
          joining ? static_cast<void>(groups.join(a, b)) : groups.keep_apart(a, b);
    }
}

}  // namespace

std::vector<Cluster> join_aliases(const ClusterText& text, std::vector<Mention>& mentions) {
  const std::vector<NamedThing> things = read_things(text, mentions);
  AliasGroups groups(things);
  apply_reader(text, things, groups);
  join_persons(things, groups);
  join_bodies(text, mentions, things, groups);

  std::vector<Cluster> clusters;
  std::vector<std::uint32_t> cluster_of(things.size(), no_index);
  std::vector<std::uint32_t> thing_of(mentions.size(), no_index);
  for (std::uint32_t i = 0; i < things.size(); ++i)
    for (const std::uint32_t mention : things[i].mentions) thing_of[mention] = i;
  for (std::uint32_t i = 0; i < mentions.size(); ++i) {
    mentions[i].entity = no_index;
    if (thing_of[i] == no_index) continue;
    std::uint32_t& cluster = cluster_of[groups.root(thing_of[i])];
    if (cluster == no_index) {
      cluster = static_cast<std::uint32_t>(clusters.size());
      clusters.push_back(
          {.kind = mentions[i].kind, .gender = groups.gender(thing_of[i]), .mentions = {}});
    }
    mentions[i].entity = cluster;
    clusters[cluster].mentions.push_back(i);
    // "Elizabeth" alone tells it as well, where no fuller name does.
    const NamedThing& thing = things[thing_of[i]];
    if (clusters[cluster].gender == Gender::unknown &&
        clusters[cluster].kind == EntityKind::person && thing.name.is_single() &&
        text.model != nullptr && !text.model->lexicon().word(thing.name.key).surname)
      clusters[cluster].gender = gender_of_given_name(text, thing.name);
  }
  return clusters;
}

}  // namespace palimpsest
