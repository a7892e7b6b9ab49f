// Tested by tests/cases/entity/norp.json.
#include "entity/peoples.h"

#include "repair/word_set.h"
#include "text/unicode.h"

namespace palimpsest {
namespace {

constexpr auto faiths_and_parties = word_set(
    "african", "africans", "anglican", "anglicans", "arab", "arabs", "asian", "asians", "buddhism",
    "buddhist", "buddhists", "catholic", "catholicism", "catholics", "chechen", "chechens",
    "christian", "christianity", "christians", "communist", "communists", "confucian", "democrat",
    "democrats", "european", "europeans", "evangelical", "hasidic", "hindu", "hinduism", "hindus",
    "hispanic", "hispanics", "hutu", "hutus", "islam", "islamic", "islamist", "islamists", "jew",
    "jewish", "jews", "judaism", "kurd", "kurdish", "kurds", "latina", "latino", "latinos",
    "lutheran", "lutherans", "marxist", "marxists", "methodist", "methodists", "mormon", "mormons",
    "muslim", "muslims", "nazi", "nazis", "palestinian", "palestinians", "pashtun", "presbyterian",
    "presbyterians", "protestant", "protestants", "republican", "republicans", "rohingya", "roma",
    "salafist", "serb", "serbs", "shia", "shiite", "shiites", "sikh", "sikhs", "slav", "slavic",
    "soviet", "soviets", "sunni", "sunnis", "tamil", "tamils", "tatar", "tatars", "tibetan",
    "tibetans", "tories", "tory", "tutsi", "tutsis", "uighur", "uighurs", "uyghur", "uyghurs",
    "yazidi", "yazidis", "zionist", "zionists");
constexpr std::size_t longest = 40;  // bytes of a demonym; more is another name

/// The list also has countries for their own adjective ("Guam"): no people.
bool is_listed_country(const Lexicon& lexicon, std::string_view lower) {
  const std::string_view country = lexicon.country_of(lower);
  return lexicon.word(lower).country || lexicon.phrase(lower).country ||
         (!country.empty() && lower_case(country) == lower);
}

bool is_listed(const Lexicon& lexicon, std::string_view lower) {
  return (lexicon.word(lower).demonym || lexicon.phrase(lower).demonym) &&
         !lexicon.country_of(lower).empty() && !is_listed_country(lexicon, lower);
}

}  // namespace

bool is_faith_or_party(std::string_view word) {
  return faiths_and_parties.contains(LowerWord(word));
}

bool is_demonym(const Model* model, std::string_view words) {
  if (model == nullptr || words.size() < 3 || words.size() > longest) return false;
  const std::string lower = lower_case(words);
  const std::string_view view = lower;
  if (is_listed_country(model->lexicon(), view)) return false;  // "Philippines"
  return is_listed(model->lexicon(), view) ||
         (view.back() == 's' && is_listed(model->lexicon(), view.substr(0, view.size() - 1)));
}

bool is_country(const Model* model, std::string_view words) {
  if (words == "U.S." || words == "US" || words == "U.K." || words == "UK") return true;
  if (model == nullptr || words.size() < 3 || words.size() > longest) return false;
  return !model->lexicon().country_of(lower_case(words)).empty() && !is_demonym(model, words);
}

}  // namespace palimpsest
