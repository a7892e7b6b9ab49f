// Which names of organisations, places, buildings and other things are one thing's: "Boeing Co" and
// "Boeing", "European Central Bank (ECB)" and "ECB", "New York City" and "New York".
// Leaves apart: a country and its demonym, a part and its whole ("Johns Hopkins", "Johns Hopkins
// Hospital" and "Johns Hopkins University" where both are named).
// Tested by tests/core/cluster_cases_test.cpp.
#include <algorithm>
#include <map>

#include "cluster/alias_groups.h"
#include "text/unicode.h"

namespace palimpsest {
namespace {

// Behind the name of a company and no part of what it is called.
constexpr std::string_view company_words[] = {
    "ag",      "bv",       "co",  "company",      "corp",    "corporation", "gmbh", "group",
    "holding", "holdings", "inc", "incorporated", "limited", "llc",         "llp",  "ltd",
    "nv",      "oyj",      "plc", "sa",           "se",      "spa"};
// Before or behind the name of a place and often left out.
constexpr std::string_view place_words[] = {
    "city", "city of", "state of", "kingdom of", "republic of", "town of", "commonwealth of"};
// Not counted among the initials of a long name.
constexpr std::string_view small_words[] = {"a",  "and", "at",  "d",  "de",  "del", "des",
                                            "di", "do",  "du",  "et", "for", "in",  "la",
                                            "of", "on",  "the", "to", "und", "y",   "&"};
// A body that is called by such a word alone is known by the text, and never by the only longer
// name that has it.
constexpr std::string_view general_words[] = {
    "army",       "association",   "bank",   "city",     "club",    "college",    "congress",
    "council",    "county",        "court",  "east",     "federal", "government", "group",
    "house",      "international", "navy",   "national", "new",     "north",      "office",
    "parliament", "party",         "police", "senate",   "south",   "state",      "supreme",
    "union",      "university",    "west",   "white"};
// A body so called is a part of what the words before it name: "Senate Ethics Committee".
constexpr std::string_view part_words[] = {
    "administration", "army",    "board",      "campaign", "commission", "committee", "council",
    "department",     "embassy", "government", "ministry", "news",       "office",    "panel",
    "party",          "police",  "post",       "press",    "times"};

constexpr std::size_t most_bearers = 8;  // of one key; see person_aliases.cpp

bool among(std::string_view word, std::span<const std::string_view> list) {
  return std::find(std::begin(list), std::end(list), word) != list.end();
}

std::string joined(const std::vector<std::string>& words, std::size_t first, std::size_t last) {
  std::string out;
  for (std::size_t i = first; i < last; ++i) {
    if (i > first) out += ' ';
    out += words[i];
  }
  return out;
}

/// The key without what companies and places carry around their names.
std::string bare_key(const NamedThing& thing) {
  const std::vector<std::string>& words = thing.name.words;
  std::size_t first = 0, last = words.size();
  if (thing.kind == EntityKind::organisation || thing.kind == EntityKind::person) {
    while (last > 1 && among(words[last - 1], company_words)) --last;
    if (last > 2 && words[last - 1] == "agency" && words[last - 2] == "news") last -= 2;
    if (last > 1 && words[last - 1] == "and") --last;
  } else if (thing.kind == EntityKind::place) {
    if (last > 1 && among(words[last - 1], place_words))
      --last;
    else if (last > 2 && words[1] == "of" && among(words[0] + " of", place_words))
      first = words[2] == "the" && last > 3 ? 3 : 2;
  }
  return joined(words, first, last);
}

/// "nato" for "north atlantic treaty organization"; with `all`, small words count too.
std::string initials(const Name& name, bool all) {
  std::string out;
  for (const std::string& word : name.words) {
    if (!all && among(word, small_words)) continue;
    // "asia-pacific" gives two.
    bool begins = true;
    for (std::size_t at = 0; at < word.size(); ++at) {
      if (begins && static_cast<unsigned char>(word[at]) < 0x80) out += word[at];
      begins = word[at] == '-';
    }
  }
  return out;
}

/// All letters of the acronym come in this order in the name, the first one as its first.
bool may_abbreviate(const Name& acronym, const Name& name) {
  const std::string letters = acronym.key, long_name = name.joined();
  if (letters.size() < 2 || letters.size() >= long_name.size() || letters[0] != long_name[0])
    return false;
  std::size_t at = 0;
  for (const char c : long_name)
    if (at < letters.size() && letters[at] == c) ++at;
  return at == letters.size();
}

/// Persons have initials too ("JFK"), and a body is now and then taken for one.
bool is_thing(const NamedThing& thing) { return group_of(thing.kind) != KindGroup::norp; }

class Sieve {
 public:
  Sieve(const std::vector<NamedThing>& things, AliasGroups& groups)
      : things_(things), groups_(groups) {}

  void note(std::string key, std::uint32_t thing) {
    std::vector<std::uint32_t>& list = bearers_[std::move(key)];
    if (list.size() <= most_bearers && (list.empty() || list.back() != thing))
      list.push_back(thing);
  }
  /// Joins the thing with the only group that was noted under the key and that fits its kind.
  void join_only(const std::string& key, std::uint32_t thing) {
    const auto found = bearers_.find(key);
    if (found == bearers_.end() || found->second.size() > most_bearers) return;
    std::uint32_t only = no_index;
    for (const std::uint32_t other : found->second) {
      if (other == thing || !fits(things_[other], things_[thing])) continue;
      if (only != no_index && groups_.root(other) != groups_.root(only)) return;
      only = other;
    }
    if (only != no_index) groups_.join(only, thing);
  }
  /// Joins all that were noted under one key and are of one group of kinds.
  void join_all() {
    for (const auto& [key, list] : bearers_)
      for (std::size_t i = 1; i < list.size(); ++i)
        if (group_of(things_[list[0]].kind) == group_of(things_[list[i]].kind))
          groups_.join(list[0], list[i]);
  }
  void clear() { bearers_.clear(); }

 private:
  /// A place is never called by a part of the name of an organisation, nor the other way round.
  static bool fits(const NamedThing& a, const NamedThing& b) {
    if (group_of(a.kind) != group_of(b.kind)) return false;
    return a.kind == b.kind || group_of(a.kind) == KindGroup::other ||
           (a.kind != EntityKind::place && b.kind != EntityKind::place);
  }
  const std::vector<NamedThing>& things_;
  AliasGroups& groups_;
  std::map<std::string, std::vector<std::uint32_t>, std::less<>> bearers_;
};

/// "European Central Bank (ECB)": the mention in brackets right behind another.
void join_bracketed(const ClusterText& text, const std::vector<Mention>& mentions,
                    const std::vector<NamedThing>& things, AliasGroups& groups) {
  std::vector<std::uint32_t> thing_of(mentions.size(), no_index);
  for (std::uint32_t i = 0; i < things.size(); ++i)
    for (const std::uint32_t mention : things[i].mentions) thing_of[mention] = i;
  for (std::size_t i = 1; i < mentions.size(); ++i) {
    const std::uint32_t a = thing_of[i - 1], b = thing_of[i];
    if (a == no_index || b == no_index || !is_thing(things[a]) || !is_thing(things[b])) continue;
    if (mentions[i - 1].span.end > mentions[i].span.begin) continue;
    const std::string_view between =
        CleanSpan{mentions[i - 1].span.end, mentions[i].span.begin}.of(text.text);
    if (between != " (" && between != "(" && between != " ( ") continue;
    if (!things[b].name.is_acronym) continue;
    if (may_abbreviate(things[b].name, things[a].name)) groups.join(a, b);
  }
}

}  // namespace

void join_bodies(const ClusterText& text, const std::vector<Mention>& mentions,
                 const std::vector<NamedThing>& things, AliasGroups& groups) {
  Sieve sieve(things, groups);
  // The table, and names without "Inc" or "City of".
  for (std::uint32_t i = 0; i < things.size(); ++i)
    if (is_thing(things[i])) {
      const std::string bare = bare_key(things[i]);
      sieve.note(std::string(known_name(things[i].name.key)), i);
      if (bare != things[i].name.key) sieve.note(std::string(known_name(bare)), i);
    }
  sieve.join_all();
  sieve.clear();
  join_bracketed(text, mentions, things, groups);
  // Acronyms by their initials.
  for (std::uint32_t i = 0; i < things.size(); ++i)
    if (is_thing(things[i]) && things[i].name.words.size() > 1) {
      sieve.note(initials(things[i].name, false), i);
      sieve.note(initials(things[i].name, true), i);
    }
  for (std::uint32_t i = 0; i < things.size(); ++i)
    if (is_thing(things[i]) && things[i].name.is_acronym) sieve.join_only(things[i].name.key, i);
  sieve.clear();
  // "Goldman" for "Goldman Sachs", "Supreme Court" for "U.S. Supreme Court": the first word or the
  // end of the only longer name. Places and works have too many neighbours with such names: of the
  // latter two in three would be wrong (Re-DocRED).
  for (std::uint32_t i = 0; i < things.size(); ++i) {
    const std::vector<std::string>& words = things[i].name.words;
    if (group_of(things[i].kind) != KindGroup::body || words.size() < 2) continue;
    if (!among(words.back(), part_words)) sieve.note(words[0], i);
    for (std::size_t n = 1; n < words.size(); ++n)
      sieve.note(joined(words, words.size() - n, words.size()), i);
  }
  for (std::uint32_t i = 0; i < things.size(); ++i)
    if (group_of(things[i].kind) == KindGroup::body && things[i].kind != EntityKind::place &&
        !things[i].name.words.empty() &&
        !(things[i].name.is_single() && among(things[i].name.key, general_words)))
      sieve.join_only(things[i].name.key, i);
}

}  // namespace palimpsest
