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
    for (const Json& slot : record.at("slots")) {
      const std::string lost = slot.at("lost").get<std::string>();
      const bool in_place = slot.at("inplace").get<bool>();
      const bool pronoun = std::find(std::begin(pronouns), std::end(pronouns), lower_case(lost)) !=
                           std::end(pronouns);
      if (in_place && !pronoun) continue;  // another name, of which the words beside it say nothing
      std::vector<InfillUnit> units = infill_units(lost, tokenize(lost));
      const auto [first, last] = words.words_at(
          {slot["span"][0].get<std::uint32_t>(), slot["span"][1].get<std::uint32_t>()});
      std::vector<InfillGuess> guesses;
      if (in_place)
        guesses = infill.pronouns(words, first, last, referent(slot), 3);
      else
        guesses = infill.words(words, first, last,
                               static_cast<unsigned>(std::max<std::size_t>(1, units.size())), 3);
      std::string kind = in_place ? "pronoun" : units.size() == 1 ? "rare_word" : "several_words";
      if (!in_place && units.size() == 1) {
        units[0].opens = first < words.words.size() && words.words[first].opens;
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
  json["sure"] = {{"slots", filled.slots}, {"right", share(filled.first, filled.slots)}};
  return json.dump();
}

}  // namespace palimpsest::train
