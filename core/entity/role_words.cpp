// Tested by tests/cases/entity/role.json.
#include "entity/role_words.h"

#include <algorithm>
#include <array>

#include "repair/word_set.h"

namespace palimpsest {
namespace {

struct RoleWord {
  std::string_view word;
  RoleUse use;
};

constexpr auto words = [] {
  constexpr RoleUse title = RoleUse::title, job = RoleUse::job, office = RoleUse::office,
                    rank = RoleUse::rank;
  std::array rows = {
#define ROLE(word, use) RoleWord{#word, use},
#include "entity/role_words.def"
  };
  return rows;
}();
static_assert(std::is_sorted(words.begin(), words.end(),
                             [](const RoleWord& a, const RoleWord& b) { return a.word < b.word; }));

RoleUse singular_use(std::string_view word) {
  const auto at =
      std::lower_bound(words.begin(), words.end(), word,
                       [](const RoleWord& a, std::string_view w) { return a.word < w; });
  return at != words.end() && at->word == word ? at->use : RoleUse::none;
}

constexpr auto modifiers = word_set(
    "academic", "acting", "adjunct", "administrative", "affairs", "agriculture", "alternate",
    "appeals", "apprentice", "army", "art", "artistic", "assistant", "associate", "aviation",
    "banking", "basketball", "baseball", "brigade", "budget", "business", "cabinet", "campaign",
    "chief", "circuit", "city", "climate", "club", "co", "commerce", "communications", "community",
    "company", "congressional", "conservative", "constitutional", "contributing", "corporate",
    "county", "court", "creative", "cricket", "crown", "culture", "defence", "defense", "deputy",
    "design", "development", "diplomatic", "district", "divisional", "drug", "economic",
    "economics", "economy", "education", "emergency", "energy", "environment", "environmental",
    "ethics", "ex", "executive", "external", "faction", "family", "fashion", "federal", "field",
    "film", "finance", "financial", "fire", "first", "fiscal", "fleet", "food", "football",
    "foreign", "former", "founding", "general", "government", "grand", "graduate", "guest",
    "health", "high", "hockey", "home", "homeland", "honorary", "hospital", "housing", "human",
    "immigration", "incoming", "incumbent", "industry", "information", "intelligence", "interim",
    "interior", "internal", "international", "investment", "jazz", "joint", "junior", "justice",
    "labor", "labour", "law", "lead", "leading", "legal", "legislative", "lieutenant", "life",
    "literary", "local", "longtime", "main", "major", "majority", "managing", "marine", "marketing",
    "master", "media", "medical", "metropolitan", "military", "minority", "music", "musical",
    "national", "naval", "navy", "news", "nuclear", "office", "operating", "operations", "opinion",
    "opposition", "outgoing", "parish", "parliamentary", "party", "peace", "permanent", "petty",
    "planning", "police", "policy", "political", "pop", "post", "presidential", "press", "prime",
    "principal", "prison", "private", "product", "program", "project", "property", "provincial",
    "public", "rear", "rebel", "refugee", "regional", "relations", "religious", "research",
    "resources", "retired", "revenue", "revolutionary", "rights", "rock", "royal", "ruling",
    "safety", "sales", "school", "science", "security", "senior", "shadow", "soccer", "social",
    "software", "solidarity", "special", "spiritual", "sports", "squadron", "staff", "state",
    "strategic", "studio", "supreme", "team", "technical", "technology", "television", "tennis",
    "top", "trade", "training", "transport", "transportation", "treasury", "trial", "tribal", "tv",
    "union", "university", "vice", "village", "visiting", "war", "warrant", "weapons", "welfare",
    "wildlife", "wing", "world", "youth");

// "secretary of …", "chief of …" without a name behind "of"
constexpr auto offices = word_set(
    "affairs", "agriculture", "aviation", "budget", "children", "commerce", "communications",
    "communities", "cooperation", "culture", "defence", "defense", "development", "economics",
    "education", "energy", "engineering", "environment", "exchequer", "finance", "forests",
    "government", "health", "history", "homeland", "housing", "immigration", "industry",
    "information", "integration", "intelligence", "interior", "justice", "labor", "labour", "law",
    "marketing", "medicine", "migration", "mission", "music", "oil", "operations", "opposition",
    "party", "pensions", "photography", "planning", "police", "policy", "psychology",
    "reconstruction", "religion", "research", "resources", "sales", "science", "security",
    "services", "sport", "sports", "staff", "state", "telecommunications", "tourism", "trade",
    "transport", "transportation", "treasury", "veterans", "war", "water", "women", "works",
    "youth");

constexpr auto honorifics = word_set("mr", "mrs", "ms", "miss", "mx", "messrs", "dr", "sir", "dame",
                                     "lord", "lady", "madam", "madame", "mme", "mlle", "monsieur",
                                     "herr", "frau", "señor", "señora", "don", "st");

}  // namespace

RoleUse role_use(std::string_view word) {
  const LowerWord lower(word);
  const std::string_view singular = lower.view();
  RoleUse use = singular_use(singular);
  if (use == RoleUse::none && is_plural_role(word)) {
    use = singular_use(singular.substr(0, singular.size() - 1));
    if (use == RoleUse::none) use = RoleUse::title;
  }
  return use;
}

bool is_plural_role(std::string_view word) {
  const LowerWord lower(word);
  const std::string_view plural = lower.view();
  if (plural.size() < 4 || singular_use(plural) != RoleUse::none) return false;
  if (plural.back() == 's')
    return singular_use(plural.substr(0, plural.size() - 1)) != RoleUse::none;
  if (!plural.ends_with("men")) return false;
  constexpr auto men =
      word_set("anchormen", "assemblymen", "businessmen", "chairmen", "congressmen", "councilmen",
               "gunmen", "policemen", "spokesmen", "statesmen");
  return men.contains(plural);
}

bool is_role_modifier(std::string_view word) { return modifiers.contains(LowerWord(word)); }

bool is_office(std::string_view word) { return offices.contains(LowerWord(word)); }

bool is_honorific(std::string_view word) { return honorifics.contains(LowerWord(word)); }

}  // namespace palimpsest
