// Which names of persons are one person's. A short name ("Clinton") goes to the only full name that
// ends, or else begins, with it; full names are one only where no part of theirs clashes.
// Leaves apart: two full names that share a surname ("Hillary Clinton", "Bill Clinton").
// Tested by tests/core/cluster_cases_test.cpp.
#include <algorithm>
#include <map>

#include "cluster/alias_groups.h"

namespace palimpsest {
namespace {

struct ShortForm {
  std::string_view name, full;
};
constexpr ShortForm short_forms[] = {
#define SHORT_FORM(name, full) {#name, #full},
#include "cluster/first_names.def"
};

// Words inside a surname: "van der Bellen", "bin Salman".
constexpr std::string_view particles[] = {"al", "bin", "da",  "de",  "del", "den", "der",
                                          "di", "dos", "du",  "el",  "ibn", "la",  "le",
                                          "st", "ter", "van", "von", "zu"};

// A text that names more people by one surname than this names a family; the others stay alone.
constexpr std::size_t most_bearers = 8;

bool same_first_name(std::string_view a, std::string_view b) {
  if (a == b) return true;
  if (a.size() == 1 || b.size() == 1) return a.front() == b.front();
  for (const ShortForm& form : short_forms)
    if ((form.name == a && (form.full == b)) || (form.name == b && form.full == a)) return true;
  return false;
}

/// The words of `part` stand in `whole`, in order; of three and more they begin it, for "George W.
/// Bush" is not "George H. W. Bush".
bool within(const std::vector<std::string>& part, const std::vector<std::string>& whole) {
  if (part.size() > 2)
    return part.size() <= whole.size() && std::equal(part.begin(), part.end(), whole.begin());
  std::size_t at = 0;
  for (const std::string& word : whole)
    if (at < part.size() && part[at] == word) ++at;
  return at == part.size();
}

/// "van der Bellen": no first name.
bool is_surname(const Name& name) {
  return std::find(std::begin(particles), std::end(particles), name.words.front()) !=
         std::end(particles);
}

/// The words of one are the last ones of the other: "López Obrador".
bool ends_with(const Name& a, const Name& b) {
  const bool a_longer = a.words.size() > b.words.size();
  const std::vector<std::string>&longer = a_longer ? a.words : b.words,
        &shorter = a_longer ? b.words : a.words;
  return std::equal(shorter.rbegin(), shorter.rend(), longer.rbegin());
}

using Bearers = std::map<std::string, std::vector<std::uint32_t>, std::less<>>;

void note(Bearers& bearers, const std::string& key, std::uint32_t thing) {
  std::vector<std::uint32_t>& list = bearers[key];
  if (list.size() <= most_bearers && (list.empty() || list.back() != thing)) list.push_back(thing);
}

/// The only group among those that bear `key` and that `thing` may join; no_index for none or many.
std::uint32_t only_bearer(const Bearers& bearers, const std::string& key, std::uint32_t thing,
                          AliasGroups& groups, bool& many) {
  many = false;
  const auto found = bearers.find(key);
  if (found == bearers.end()) return no_index;
  std::uint32_t only = no_index;
  for (const std::uint32_t bearer : found->second) {
    if (bearer == thing || !groups.may_join(bearer, thing)) continue;
    const std::uint32_t root = groups.root(bearer);
    if (only != no_index && only != root) many = true;
    only = root;
  }
  if (found->second.size() > most_bearers) many = true;
  return many ? no_index : only;
}

}  // namespace

bool fits_person(const Name& a, const Name& b) {
  if (!a.suffix.empty() && !b.suffix.empty() && a.suffix != b.suffix) return false;
  if (within(a.words, b.words) || within(b.words, a.words))
    return same_first_name(a.words.front(), b.words.front());
  if (a.words.back() != b.words.back() || !same_first_name(a.words.front(), b.words.front()))
    return false;
  // "John F. Kennedy", "John Fitzgerald Kennedy", but not "George H. W. Bush", "George W. Bush".
  const auto middle = [](const Name& name) {
    return std::vector<std::string>(name.words.begin() + 1, name.words.end() - 1);
  };
  const std::vector<std::string> x = middle(a), y = middle(b);
  if (x.empty() || y.empty()) return true;
  if (x.size() != y.size()) return false;
  for (std::size_t i = 0; i < x.size(); ++i)
    if (!same_first_name(x[i], y[i])) return false;
  return true;
}

void join_persons(const std::vector<NamedThing>& things, AliasGroups& groups) {
  Bearers by_last, by_first, by_inner, by_joined;
  for (std::uint32_t i = 0; i < things.size(); ++i) {
    const Name& name = things[i].name;
    if (things[i].kind != EntityKind::person || name.words.size() < 2 || is_surname(name)) continue;
    // Full names against the earlier ones with the same last or first word.
    for (const bool last : {true, false}) {
      Bearers& bearers = last ? by_last : by_first;
      const std::string& key = last ? name.words.back() : name.words.front();
      if (const auto same = bearers.find(key); same != bearers.end())
        for (const std::uint32_t other : same->second) {
          if (fits_person(name, things[other].name)) {
            groups.join(other, i);
          } else if (name.suffix != things[other].name.suffix ||
                     !ends_with(name, things[other].name)) {
            groups.keep_apart(other, i);
          }
        }
      note(bearers, key, i);
    }
    for (std::size_t w = 1; w + 1 < name.words.size(); ++w) note(by_inner, name.words[w], i);
    note(by_joined, name.joined(), i);
  }
  for (std::uint32_t i = 0; i < things.size(); ++i) {
    const Name& name = things[i].name;
    if (things[i].kind != EntityKind::person || name.words.empty()) continue;
    // "López Obrador", "van der Bellen": a surname of several words is told by its last one.
    if (!name.is_single() && !is_surname(name) && name.words.size() > 2) continue;
    bool many = false;
    std::uint32_t bearer = no_index;
    if (name.is_single()) {
      bearer = only_bearer(by_last, name.key, i, groups, many);
      if (bearer == no_index && !many) bearer = only_bearer(by_first, name.key, i, groups, many);
      if (bearer == no_index && !many) bearer = only_bearer(by_inner, name.key, i, groups, many);
      if (bearer == no_index && !many) {  // "@realDonaldTrump"
        std::string_view handle = name.key;
        for (const std::string_view prefix : {"real", "the", "official", "iam"})
          if (handle.starts_with(prefix) && handle.size() > prefix.size() + 5) {
            handle.remove_prefix(prefix.size());
            break;
          }
        bearer = only_bearer(by_joined, std::string(handle), i, groups, many);
      }
    } else {
      // The words are the end of exactly one longer name.
      const auto same = by_last.find(name.words.back());
      if (same == by_last.end()) continue;
      for (const std::uint32_t other : same->second) {
        const auto& longer = things[other].name.words;
        if (other == i || longer.size() <= name.words.size() ||
            !std::equal(name.words.rbegin(), name.words.rend(), longer.rbegin()))
          continue;
        if (bearer != no_index && groups.root(bearer) != groups.root(other)) many = true;
        bearer = other;
      }
      if (many) bearer = no_index;
    }
    if (bearer != no_index) groups.join(bearer, i);
  }
}

}  // namespace palimpsest
