#include "train/lexicon_lists.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <map>
#include <stdexcept>
#include <vector>

#include "text/unicode.h"

namespace palimpsest::train {
namespace {

using Row = std::vector<std::string>;

std::vector<Row> read_rows(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error(path + ": cannot be opened");
  std::vector<Row> rows;
  std::string line;
  while (std::getline(in, line)) {
    Row row(1);
    for (const char c : line) {
      if (c == '\t')
        row.emplace_back();
      else if (c != '\r')
        row.back() += c;
    }
    if (!row[0].empty()) rows.push_back(std::move(row));
  }
  return rows;
}

double number(const std::string& text) {
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

enum Fact : std::uint8_t {
  given = 1,
  surname = 2,
  country = 4,
  demonym = 8,
  city = 16,
  region = 32,
  organisation = 64,
  honorific = 128
};

// Faiths, parties and peoples that no list of countries has.
constexpr std::string_view other_demonyms[] = {
    "muslim",      "muslims",   "christian",    "christians",    "jewish",      "jews",
    "jew",         "catholic",  "catholics",    "protestant",    "protestants", "buddhist",
    "buddhists",   "hindu",     "hindus",       "sunni",         "sunnis",      "shiite",
    "shiites",     "shia",      "islamic",      "islamist",      "islamists",   "orthodox",
    "kurdish",     "kurds",     "kurd",         "arab",          "arabs",       "european",
    "europeans",   "african",   "africans",     "asian",         "asians",      "western",
    "soviet",      "soviets",   "democrat",     "democrats",     "democratic",  "republican",
    "republicans", "communist", "communists",   "socialist",     "socialists",  "labour",
    "tory",        "tories",    "conservative", "conservatives", "nazi",        "nazis",
    "hispanic",    "hispanics", "latino",       "latinos",       "latin",       "scottish",
    "welsh",       "english",   "palestinian",  "palestinians",  "tibetan",     "uighur",
    "uyghur",      "rohingya",  "pashtun",      "chechen",       "chechens",    "catalan",
    "basque",      "texan",     "californian",  "hawaiian",      "alaskan",     "evangelical",
    "mormon",      "mormons",   "sikh",         "sikhs",         "yazidi",      "yazidis",
    "bedouin",     "cossack",   "roman",        "persian",       "ottoman",     "byzantine",
    "zionist",     "americans", "anglican",     "lutheran",      "methodist",   "baptist",
    "hamas",       "taliban"};

using Pair = std::pair<std::string_view, std::string_view>;
constexpr Pair usual_names[] = {
    {"Syrian Arab Republic", "Syria"},    {"Lao People's Democratic Republic", "Laos"},
    {"Moldova, Republic of", "Moldova"},  {"Brunei Darussalam", "Brunei"},
    {"United Kingdom", "United Kingdom"}, {"Holy See (Vatican City State)", "Vatican"}};
constexpr Pair other_inhabitants[] = {
    {"briton", "United Kingdom"}, {"britons", "United Kingdom"},
    {"spaniard", "Spain"},        {"spaniards", "Spain"},
    {"dane", "Denmark"},          {"danes", "Denmark"},
    {"swede", "Sweden"},          {"swedes", "Sweden"},
    {"finn", "Finland"},          {"finns", "Finland"},
    {"pole", "Poland"},           {"poles", "Poland"},
    {"turk", "Turkey"},           {"turks", "Turkey"},
    {"filipino", "Philippines"},  {"filipinos", "Philippines"},
    {"filipina", "Philippines"},  {"saudi", "Saudi Arabia"},
    {"saudis", "Saudi Arabia"},   {"emirati", "United Arab Emirates"},
    {"frenchman", "France"},      {"frenchmen", "France"},
    {"dutchman", "Netherlands"},  {"irishman", "Ireland"},
    {"palestinian", "Palestine"}, {"palestinians", "Palestine"},
    {"serb", "Serbia"},           {"serbs", "Serbia"},
    {"croat", "Croatia"},         {"croats", "Croatia"},
    {"afghans", "Afghanistan"},   {"greeks", "Greece"},
    {"germans", "Germany"},       {"czechs", "Czechia"}};

constexpr std::string_view titles[] = {"mr",
                                       "mrs",
                                       "ms",
                                       "miss",
                                       "dr",
                                       "prof",
                                       "sen",
                                       "sens",
                                       "rep",
                                       "reps",
                                       "gov",
                                       "gen",
                                       "col",
                                       "capt",
                                       "lt",
                                       "sgt",
                                       "maj",
                                       "adm",
                                       "cmdr",
                                       "spc",
                                       "pvt",
                                       "cpl",
                                       "rev",
                                       "hon",
                                       "sir",
                                       "dame",
                                       "lord",
                                       "lady",
                                       "president",
                                       "senator",
                                       "representative",
                                       "congressman",
                                       "congresswoman",
                                       "governor",
                                       "mayor",
                                       "minister",
                                       "chancellor",
                                       "secretary",
                                       "ambassador",
                                       "pope",
                                       "king",
                                       "queen",
                                       "prince",
                                       "princess",
                                       "judge",
                                       "justice",
                                       "general",
                                       "colonel",
                                       "captain",
                                       "sergeant",
                                       "lieutenant",
                                       "admiral",
                                       "sheikh",
                                       "ayatollah",
                                       "professor"};

class Lists {
 public:
  Lists(std::string folder, ModelContents& contents)
      : folder_(std::move(folder)), contents_(contents) {}

  void add(const std::string& name, std::uint8_t fact, std::uint8_t female = 15) {
    const std::string lower = lower_case(name);
    const bool phrase = lower.find_first_of(" -") != lower.npos;
    LexiconEntry& e = (phrase ? phrases_ : words_)[lexicon_key(lower)];
    e.facts |= fact;
    if (female != 15 && e.female == 15) e.female = female;
  }

  void classes(std::size_t most) {
    std::size_t taken = 0;
    for (const Row& row : read_rows(folder_ + "glove100k_k512.tsv")) {
      if (taken++ == most) break;
      LexiconEntry& e = words_[lexicon_key(row[0])];
      if (e.word_class == 0 && row.size() > 1)
        e.word_class = static_cast<std::uint16_t>(number(row[1]) + 1);
    }
  }
  void given_names(std::size_t most) {
    std::size_t taken = 0;
    for (const Row& row : read_rows(folder_ + "given_names_ssa.tsv")) {
      if (taken++ == most) break;
      const double share = row.size() > 2 ? number(row[2]) : 0.5;
      add(row[0], given, static_cast<std::uint8_t>(std::min(share * 100 / 7, 14.0)));
    }
    for (const Row& row : read_rows(folder_ + "compromise_femalename.tsv")) add(row[0], given, 14);
    for (const Row& row : read_rows(folder_ + "compromise_malename.tsv")) add(row[0], given, 0);
  }
  void surnames(std::size_t most) {
    std::size_t taken = 0;
    for (const Row& row : read_rows(folder_ + "surnames_census1990_20k.tsv")) {
      if (taken++ == most) break;
      add(row[0], surname);
    }
    simple("compromise_lastname.tsv", surname);
  }
  void simple(const std::string& file, std::uint8_t fact) {
    for (const Row& row : read_rows(folder_ + file)) add(row[0], fact);
  }
  void cities(std::uint64_t least) {
    for (const Row& row : read_rows(folder_ + "cities_geonames.tsv")) {
      const bool seat = row.size() > 3 && (row[3] == "PPLC" || row[3] == "PPLA");
      if (row.size() > 1 && (seat || number(row[1]) >= static_cast<double>(least)))
        add(row[0], city);
    }
    simple("compromise_city.tsv", city);
  }
  void countries() {
    for (const Row& row : read_rows(folder_ + "countries_demonyms.tsv")) {
      if (row.size() < 2) continue;
      std::vector<std::string> names = parts(row[1]);
      if (names.empty()) continue;
      std::string shown = short_name(names);
      for (const auto& [official, usual] : usual_names)
        if (names[0] == official) names.emplace_back(usual), shown = usual;
      for (const std::string& name : names) country_name(name, shown, false);
      if (row.size() < 3) continue;
      for (const std::string& name : parts(row[2])) {
        if (name.find_first_of(",(") != name.npos) continue;
        country_name(name, shown, true);
        if (name.ends_with("an") || name.ends_with('i')) country_name(name + "s", shown, true);
      }
    }
    for (const auto& [name, of] : other_inhabitants)
      country_name(std::string(name), std::string(of), true);
    simple("compromise_country.tsv", country);
    simple("compromise_demonym.tsv", demonym);
    simple("compromise_region.tsv", region);
    for (const std::string_view d : other_demonyms) add(std::string(d), demonym);
  }
  void organisations() {
    simple("compromise_organization.tsv", organisation);
    simple("compromise_sportsteam.tsv", organisation);
    for (const Row& row : read_rows(folder_ + "acronyms_mined.tsv")) {
      add(row[0], organisation);
      if (row.size() > 1 && row[1].size() > 2) add(row[1], organisation);
    }
  }
  void honorifics() {
    for (const std::string_view t : titles) add(std::string(t), honorific);
  }
  void take() {
    for (auto* map : {&words_, &phrases_}) {
      std::vector<LexiconEntry>& out = map == &words_ ? contents_.words : contents_.phrases;
      for (auto& [key, entry] : *map) {
        entry.key = key;
        out.push_back(entry);
      }
    }
    std::ranges::sort(contents_.countries, {}, &CountryName::lower);
  }

 private:
  static std::vector<std::string> parts(const std::string& text) {
    std::vector<std::string> found(1);
    for (const char c : text) {
      if (c == '|')
        found.emplace_back();
      else
        found.back() += c;
    }
    std::erase(found, "");
    return found;
  }
  /// The shortest name that is no abbreviation: Iran, not "Islamic Republic of Iran" or "UK".
  static std::string short_name(const std::vector<std::string>& names) {
    std::string best = names[0];
    for (const std::string& name : names)
      if (name.size() >= 4 && name.size() < best.size() && name.find_first_of(".,(") == name.npos)
        best = name;
    return best;
  }
  void country_name(const std::string& name, const std::string& of, bool is_demonym) {
    add(name, is_demonym ? demonym : country);
    contents_.countries.push_back({lower_case(name), of, is_demonym});
  }

  std::string folder_;
  ModelContents& contents_;
  std::map<std::uint32_t, LexiconEntry> words_, phrases_;
};

}  // namespace

void read_lexicons(const std::string& folder, const LexiconSizes& sizes, ModelContents& contents) {
  Lists lists(folder + "/lexicons/", contents);
  lists.classes(sizes.class_words);
  lists.given_names(sizes.given_names);
  lists.surnames(sizes.surnames);
  lists.countries();
  lists.cities(sizes.city_population);
  lists.organisations();
  lists.honorifics();
  lists.take();
}

}  // namespace palimpsest::train
