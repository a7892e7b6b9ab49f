#include "train/infill/slots.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>

#include "text/unicode.h"

namespace palimpsest::train {
namespace {

using Json = nlohmann::json;

constexpr std::string_view pronouns[] = {
    "i",          "me",  "my",      "mine",  "myself", "you",  "your",    "yours", "he",
    "him",        "his", "himself", "she",   "her",    "hers", "herself", "it",    "its",
    "itself",     "we",  "us",      "our",   "ours",   "they", "them",    "their", "theirs",
    "themselves", "who", "whom",    "whose", "which",  "that", "this",    "these", "those"};

struct Tally {
  int slots = 0, first = 0, three = 0;
};

/// What was lost, and a guess, as they are compared: case and blanks apart.
std::string key(std::string_view text) {
  std::string lower = lower_case(text);
  std::erase(lower, ' ');
  return lower;
}

InfillReferent referent(const Json& slot) {
  const Json r = slot.value("referent", Json::object());
  return {r.value("male", false), r.value("female", false), r.value("thing", false),
          r.value("several", false)};
}

/// One that was lost where it stood.
bool is_pronoun(const Json& slot) {
  return slot.at("inplace").get<bool>() &&
         std::find(std::begin(pronouns), std::end(pronouns),
                   lower_case(slot.at("lost").get<std::string>())) != std::end(pronouns);
}

/// The probability that a guess has in the model, per cent, in steps of ten.
unsigned claimed(const InfillGuess& guess) {
  return static_cast<unsigned>(std::uint64_t{probability(std::min(guess.log, 0))} * 10 >> 30) * 10;
}

double share(int part, int whole) {
  return whole == 0 ? 0 : static_cast<double>(1000 * part / whole) / 10;
}

}  // namespace

std::string score_slots(const std::string& path, const RestoreModel& model, const Model& names) {
  constexpr std::uint16_t frequent = InfillVocabulary::special_count + 600;
  constexpr unsigned sure = 80;
  const Infill& infill = model.infill();
  std::map<std::string, Tally> tallies;
  Tally filled;  // guesses at words that are sure
  std::map<std::string, std::map<unsigned, Tally>> claims;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    const Json record = Json::parse(line);
    const std::string text = record.at("text").get<std::string>();
    InfillText words = infill.read_text(text, tokenize(text), names.lexicon());
    std::vector<CleanSpan> spans;
    for (const Json& slot : record.at("slots"))
      spans.push_back({slot["span"][0].get<std::uint32_t>(), slot["span"][1].get<std::uint32_t>()});
    std::sort(spans.begin(), spans.end(),
              [](CleanSpan a, CleanSpan b) { return a.begin < b.begin; });
    words.mark_lost(spans);
    // What each pronoun is, as far as others that the same name was written over tell.
    std::vector<PronounSlot> lost_pronouns;
    std::vector<InfillLook> looks;
    std::map<std::string, std::uint32_t> names_of;
    for (const Json& slot : record.at("slots")) {
      const auto [first, last] = words.words_at(
          {slot["span"][0].get<std::uint32_t>(), slot["span"][1].get<std::uint32_t>()});
      const auto name =
          names_of.try_emplace(slot.value("main", ""), static_cast<std::uint32_t>(names_of.size()));
      looks.push_back(infill.look(words, first, last));
      lost_pronouns.push_back({infill.pronoun_logs(looks.back()), referent(slot),
                               looks.back().quoted, name.first->second,
                               is_pronoun(slot) ? 1000u : 0u});
    }
    const std::vector<PronounUses> uses = agree_on_pronouns(lost_pronouns, words.pronouns);
    std::size_t which = 0;
    for (const Json& slot : record.at("slots")) {
      const PronounUses& use = uses[which];
      const InfillLook& look = looks[which++];
      const std::string lost = slot.at("lost").get<std::string>();
      const bool in_place = slot.at("inplace").get<bool>();
      if (in_place && !is_pronoun(slot))
        continue;  // another name, of which the words beside it say nothing
      std::vector<InfillUnit> units = infill_units(lost, tokenize(lost));
      std::vector<InfillGuess> guesses;
      if (in_place)
        guesses = infill.pronouns(words, look, referent(slot), 3, use);
      else
        guesses = infill.words(words, look,
                               static_cast<unsigned>(std::max<std::size_t>(1, units.size())), 3);
      std::string kind = in_place ? "pronoun" : units.size() == 1 ? "rare_word" : "several_words";
      if (!in_place && units.size() == 1) {
        units[0].opens = look.opens;
        const std::uint16_t id = infill.vocabulary().id(units[0], names.lexicon());
        if (id >= InfillVocabulary::special_count && id < frequent) kind = "frequent_word";
      }
      const auto rank =
          std::find_if(guesses.begin(), guesses.end(),
                       [&](const InfillGuess& g) { return key(g.text) == key(lost); }) -
          guesses.begin();
      const bool any = rank < static_cast<std::ptrdiff_t>(guesses.size());
      for (const std::string& row : {kind, std::string(in_place ? "pronouns" : "words")}) {
        Tally& t = tallies[row];
        ++t.slots;
        t.first += any && rank == 0;
        t.three += any;
      }
      if (!guesses.empty()) {
        Tally& t = claims[in_place ? "pronouns" : "words"][claimed(guesses[0])];
        ++t.slots;
        t.first += any && rank == 0;
      }
      if (!guesses.empty() && guesses[0].percent >= sure) {
        ++filled.slots;
        filled.first += any && rank == 0;
      }
    }
  }
  nlohmann::ordered_json json;
  for (const auto& [name, t] : tallies)
    json[name] = {
        {"slots", t.slots}, {"first", share(t.first, t.slots)}, {"three", share(t.three, t.slots)}};
  // What per_cent() in infill.cpp is made from.
  for (const auto& [name, rows] : claims)
    for (const auto& [percent, t] : rows)
      json["claims"][name].push_back({percent, t.slots, share(t.first, t.slots)});
  json["sure"] = {{"slots", filled.slots}, {"right", share(filled.first, filled.slots)}};
  return json.dump();
}

}  // namespace palimpsest::train
