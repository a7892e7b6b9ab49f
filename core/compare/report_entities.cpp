// Which entity of one text is which of the other. Tested by tests/core/report_test.cpp.
#include <algorithm>
#include <string>

#include "cluster/alias_groups.h"
#include "cluster/name.h"
#include "compare/report_text.h"
#include "compare/report_words.h"
#include "model/hash.h"
#include "text/key_numbers.h"

namespace palimpsest {
namespace {

struct Names {
  std::vector<Name> names;  // the name, then the aliases
  KindGroup group{};
};

Name name_of_text(const std::string& text, EntityKind kind) {
  return read_name(text, tokenize(text), {0, static_cast<std::uint32_t>(text.size())}, kind);
}

/// One key for what is written alike: bodies and places share their names, peoples their stems.
std::string key_of_name(const Name& name, KindGroup group) {
  if (name.key.empty()) return {};
  if (group == KindGroup::person) return "p " + name.key;
  if (group == KindGroup::norp) return "n " + stem_of(name.key);
  return "b " + std::string(known_name(name.key));
}

std::vector<Names> read_names(const Document& doc) {
  std::vector<Names> all;
  all.reserve(doc.entities.size());
  for (const Entity& entity : doc.entities) {
    Names names;
    names.group = group_of(entity.kind);
    if (names.group == KindGroup::other) names.group = KindGroup::body;
    names.names.push_back(name_of_text(entity.name, entity.kind));
    for (const std::string& alias : entity.aliases)
      names.names.push_back(name_of_text(alias, entity.kind));
    all.push_back(std::move(names));
  }
  return all;
}

/// Entities by a key; a key that two entities bear tells nothing.
struct EntityIndex {
  KeyNumbers keys;
  std::vector<std::uint32_t> entities;  // by the key's number

  void add(std::string_view key, std::uint32_t entity) {
    if (key.empty()) return;
    const std::uint32_t number = keys.add(hash_text(key));
    if (number == entities.size()) entities.push_back(entity);
    if (entities[number] != entity) entities[number] = no_index;
  }
};

std::string initials_of(const Name& name) {
  std::string letters;
  for (const std::string& word : name.words)
    if (word != "of" && word != "the" && word != "and" && word != "for" && !word.empty())
      letters += word[0];
  return letters.size() >= 3 ? letters : std::string();
}

/// Names, then surnames of persons, then initials of bodies, each on what the one before left.
constexpr int sieves = 3;

void add_keys(EntityIndex& index, const Names& names, int sieve, std::uint32_t entity) {
  for (const Name& name : names.names) {
    if (sieve == 0) index.add(key_of_name(name, names.group), entity);
    if (name.words.empty()) continue;
    if (sieve == 1 && names.group == KindGroup::person) index.add(name.words.back(), entity);
    if (sieve == 2 && names.group == KindGroup::body) {
      if (name.is_acronym) index.add(name.joined(), entity);
      if (!name.is_single()) index.add(initials_of(name), entity);
    }
  }
}

/// "Donald Trump" may be "Trump" and "Donald J. Trump", and not "Melania Trump".
bool may_be_one(const Names& a, const Names& b) {
  if (a.group != KindGroup::person) return true;
  for (const Name& x : a.names)
    for (const Name& y : b.names)
      if (!x.is_single() && !y.is_single() && !fits_person(x, y)) return false;
  return true;
}

bool genders_clash(const Entity& a, const Entity& b) {
  return a.gender != Gender::unknown && b.gender != Gender::unknown && a.gender != b.gender;
}

}  // namespace

EntityKeys align_entities(const Document& a, const Document& b) {
  const std::vector<Names> names_a = read_names(a), names_b = read_names(b);
  std::vector<std::uint32_t> of_a(names_a.size(), no_index), of_b(names_b.size(), no_index);
  for (int sieve = 0; sieve < sieves; ++sieve) {
    EntityIndex index_a, index_b;
    // A surname that two persons of a text bear is no key, even where one of them is matched.
    for (std::uint32_t i = 0; i < names_a.size(); ++i)
      if (sieve == 1 || of_a[i] == no_index) add_keys(index_a, names_a[i], sieve, i);
    for (std::uint32_t i = 0; i < names_b.size(); ++i)
      if (sieve == 1 || of_b[i] == no_index) add_keys(index_b, names_b[i], sieve, i);
    for (std::uint32_t number = 0; number < index_a.keys.size(); ++number) {
      const std::uint32_t i = index_a.entities[number],
                          other = index_b.keys.find(index_a.keys.key_of(number));
      if (i == no_index || other == KeyNumbers::none) continue;
      const std::uint32_t j = index_b.entities[other];
      if (j == no_index) continue;
      if (of_a[i] != no_index || of_b[j] != no_index) continue;
      if (names_a[i].group != names_b[j].group || !may_be_one(names_a[i], names_b[j]) ||
          genders_clash(a.entities[i], b.entities[j]))
        continue;
      of_a[i] = j;
      of_b[j] = i;
    }
  }
  EntityKeys keys;
  for (std::uint32_t i = 0; i < of_a.size(); ++i) {
    keys.a.push_back(i);
    if (of_a[i] != no_index) keys.rows.push_back({i, of_a[i]});
  }
  for (std::uint32_t i = 0; i < of_a.size(); ++i)
    if (of_a[i] == no_index) keys.rows.push_back({i, no_index});
  for (std::uint32_t j = 0; j < of_b.size(); ++j) {
    const bool shared = of_b[j] != no_index;
    keys.b.push_back(shared ? of_b[j] : static_cast<std::uint32_t>(of_a.size()) + j);
    if (!shared) keys.rows.push_back({no_index, j});
  }
  return keys;
}

}  // namespace palimpsest
