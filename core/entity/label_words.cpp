// Tested by tests/cases/entity/{organisation,place,person}.json.
#include "entity/label_words.h"

#include "entity/peoples.h"
#include "entity/role_words.h"
#include "entity/words_beside.h"

namespace palimpsest {
namespace {

// The last word of a name of several words that makes it an organisation. Not those that stand in
// names of places or of facilities as often (Centre, House, Court, Church, School).
constexpr auto organisations = word_set(
    "academy", "administration", "agency", "airlines", "airways", "alliance", "army", "assembly",
    "association", "authority", "bancorp", "bank", "battalion", "brigade", "brigades", "bureau",
    "caucus", "coalition", "college", "command", "commission", "committee", "companies", "company",
    "confederation", "congress", "consortium", "corp", "corporation", "corps", "council",
    "department", "directorate", "federation", "forces", "foundation", "front", "fund", "group",
    "guard", "holdings", "inc", "industries", "institute", "institution", "league", "llc", "ltd",
    "ministry", "movement", "navy", "organisation", "organization", "parliament", "partnership",
    "party", "plc", "police", "regiment", "secretariat", "senate", "society", "squadron", "studios",
    "taskforce", "trust", "university");
// The last word that makes it a place.
constexpr auto places =
    word_set("archipelago", "bay", "beach", "canyon", "coast", "county", "creek", "desert",
             "forest", "glacier", "governorate", "gulf", "island", "islands", "isles", "lake",
             "mountain", "mountains", "oblast", "ocean", "peninsula", "prefecture", "province",
             "region", "ridge", "river", "sea", "strait", "valley", "village");
// The first one.
constexpr auto before_places = word_set("lake", "mount", "mt");
// States as newspapers shorten them behind a city: "Rockford, Ill."
constexpr auto states =
    word_set("Ala", "Ariz", "Ark", "Calif", "Colo", "Conn", "Del", "Fla", "Ga", "Ill", "Ind", "Kan",
             "Ky", "La", "Mass", "Md", "Mich", "Minn", "Miss", "Mo", "Mont", "Neb", "Nev", "Okla",
             "Ore", "Pa", "Tenn", "Tex", "Va", "Vt", "Wash", "Wis", "Wyo");
// The last word of a newspaper's name, which acts as a body: "the Times said".
constexpr auto newspapers =
    word_set("chronicle", "examiner", "gazette", "globe", "herald", "inquirer", "journal",
             "observer", "post", "telegraph", "times", "tribune");
// Bodies that the news name without a word that says so.
constexpr auto known_bodies =
    word_set("CIA", "Daesh", "ETA", "EU", "FARC", "FBI", "Fatah", "Hamas", "Hezbollah", "Hizbollah",
             "Hizbullah", "IAEA", "IMF", "IRA", "ISIL", "ISIS", "Interpol", "NASA", "NATO", "NSA",
             "OPEC", "OSCE", "PKK", "PLO", "Taleban", "Taliban", "U.N.", "UN", "UNESCO", "UNHCR",
             "UNICEF", "WHO", "WTO");
// Forms of address that say "a person follows". "St" and "Don" do not.
constexpr auto before_persons =
    word_set("mr", "mrs", "ms", "miss", "dr", "sir", "dame", "sen", "rep", "gov", "prof", "sgt",
             "lt", "capt", "senator", "congressman", "congresswoman", "professor");

/// "his wife, Virginia", "Trump's son Barron"
bool is_of_the_family(const NamedText& text, CleanSpan span) {
  static constexpr auto family = word_set(
      "aunt", "brother", "cousin", "daughter", "father", "grandfather", "grandmother", "grandson",
      "husband", "mother", "nephew", "niece", "sister", "son", "uncle", "wife");
  static constexpr auto whose = word_set("her", "his", "my", "our", "s", "their", "your");
  const Tokens& tokens = text.tokens;
  std::size_t before = token_before(tokens, SpanTokens(tokens, span).first);
  if (before != no_token && before > 0 && tokens[before].is(',')) --before;
  if (before == no_token || !family.contains(LowerWord(text.of(before)))) return false;
  const std::size_t owner = word_before(tokens, before);
  return owner != no_token && whose.contains(LowerWord(text.of(owner)));
}

}  // namespace

NameLabel label_by_words(const NamedText& text, const NameSpan& name) {
  const Tokens& tokens = text.tokens;
  const std::size_t first = first_word(tokens, name.span), last = last_word(tokens, name.span);
  if (last == no_token || name.label == NameLabel::norp) return name.label;
  if (name.label != NameLabel::person) {
    const std::size_t before = title_before(text, SpanTokens(tokens, name.span).first);
    if (before != no_token && has_capital(tokens[before]) &&
        before_persons.contains(LowerWord(text.of(before))))
      return NameLabel::person;
  }
  // Annotated sets differ in what a country is that acts; here it is a place with a facet.
  const bool one_word = first == last;
  if ((name.label == NameLabel::organisation || name.label == NameLabel::misc) &&
      is_country(text.model, text.of(name.span)))
    return NameLabel::place;
  if (name.label != NameLabel::person && is_of_the_family(text, name.span))
    return NameLabel::person;
  if (!has_capital(tokens[last])) return name.label;
  if (known_bodies.contains(text.of(name.span))) return NameLabel::organisation;
  if (one_word && name.label != NameLabel::place && states.contains(text.of(first))) {
    const std::size_t comma = token_before(tokens, first);
    if (comma != no_token && tokens[comma].is(',')) return NameLabel::place;
  }
  const LowerWord last_lower(text.of(last));
  if (name.label != NameLabel::organisation && newspapers.contains(last_lower)) {
    const std::size_t before = word_before(tokens, first);
    const bool article = before != no_token && LowerWord(text.of(before)) == "the";
    const bool longer = !one_word && name.label != NameLabel::person;  // "Emily Post"
    if (longer || (article && name.label == NameLabel::misc)) return NameLabel::organisation;
  }
  if (one_word) return name.label;
  // "War of the First Coalition", "Year of the River"
  if (text.of(name.span).find(" of ") != std::string_view::npos) return name.label;
  if (name.label != NameLabel::organisation && organisations.contains(last_lower))
    return NameLabel::organisation;
  // Not of a person's: "Michael Bay", "Joan Rivers".
  if (name.label != NameLabel::place && name.label != NameLabel::person &&
      (places.contains(last_lower) || before_places.contains(LowerWord(text.of(first)))))
    return NameLabel::place;
  return name.label;
}

}  // namespace palimpsest
