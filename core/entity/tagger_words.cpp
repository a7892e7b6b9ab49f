// Tested by tests/core/tagger_test.cpp.
#include "entity/tagger_words.h"

#include <algorithm>
#include <vector>

#include "model/hash.h"
#include "text/order.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace palimpsest {
namespace {

// Lower-cased, without a stop at the end.
#define ROLE(role, words) \
  { Role::role, words }
constexpr std::pair<Role, std::string_view> role_lists[] = {
    ROLE(says,
         " said says say told tells announced asked added warned insisted argued claimed noted "
         "wrote "
         "tweeted explained stated replied testified declared acknowledged confirmed denied urged "
         "accused criticized criticised praised vowed pledged recalled concluded predicted "
         "suggested continued remarked commented responded quipped joked admitted contended "
         "emphasized stressed thinks believes thought saying telling "),
    ROLE(
        title,
        " president vice-president vice minister premier chancellor secretary senator sen sens "
        "representative rep reps congressman congresswoman congressmen governor gov mayor judge "
        "justice general gen colonel col captain capt major maj lieutenant lt sergeant sgt "
        "corporal cpl private pvt specialist spc officer king queen prince princess pope father "
        "reverend rev sister brother rabbi imam sheikh sheik ayatollah archbishop bishop cardinal "
        "ambassador envoy spokesman spokeswoman spokesperson director chairman chairwoman chair "
        "chief commissioner attorney prosecutor detective inspector admiral adm commander cmdr "
        "marshal emperor sultan emir duke duchess lord lady sir dame baron count mr mrs ms miss dr "
        "prof professor coach manager pitcher quarterback striker midfielder actor actress singer "
        "author writer director producer analyst economist lawyer leader lawmaker deputy founder "
        "ceo candidate nominee incumbent whip speaker treasurer superintendent sheriff dictator "
        "named called saint "),
    ROLE(
        organisation,
        " inc corp co ltd llc plc gmbh ag sa group holdings company corporation university college "
        "school institute academy hospital bank party committee council commission department "
        "ministry agency administration bureau office association union federation confederation "
        "court congress senate parliament assembly house times post journal herald tribune gazette "
        "news press network radio television channel foundation trust fund society club league "
        "team united fc army navy force forces guard police corps brigade battalion division "
        "regiment squadron airlines airways motors industries systems technologies technology "
        "pharmaceuticals international associates partners church coalition alliance front "
        "movement organization organisation center centre authority board service services "
        "records studios entertainment pictures orchestra band museum library laboratory "
        "laboratories institution caucus subcommittee taskforce "),
    ROLE(place,
         " river lake county street avenue road boulevard square island islands mount mountain "
         "mountains valley bay ocean sea gulf strait desert province state district region city "
         "town village airport bridge park beach peninsula coast canyon creek forest harbor "
         "harbour hill hills falls springs cape port stadium arena tower north south east west "
         "northern southern eastern western central republic territory kingdom prefecture oblast "
         "plaza palace hotel "),
    ROLE(at_place,
         " in at near from to toward towards across outside inside around throughout through into "
         "within over via between "),
    ROLE(calendar,
         " monday tuesday wednesday thursday friday saturday sunday january february march april "
         "may june july august september october november december jan feb mar apr jun jul aug sep "
         "sept oct nov dec "),
    ROLE(article, " the a an "),
    ROLE(event,
         " war games cup election act bill treaty championship championships tournament olympics "
         "festival awards award summit conference battle revolution uprising hurricane earthquake "
         "amendment agreement accord protocol convention constitution prize series season open "
         "crisis massacre attack attacks day film movie book song album novel magazine show plan "
         "program programme initiative project resolution reform code "),
};
#undef ROLE

struct RoleRow {
  std::uint64_t hash;
  std::uint16_t roles;
};

/// The lists as one, sorted by hash.
std::vector<RoleRow> role_rows() {
  std::vector<RoleRow> rows;
  for (const auto& [role, words] : role_lists)
    for (std::size_t at = 1; at < words.size();) {
      const std::size_t end = words.find(' ', at);
      rows.push_back({hash_text(words.substr(at, end - at)), static_cast<std::uint16_t>(role)});
      at = end + 1;
    }
  sort_by(rows, [](const RoleRow& row) { return std::uint64_t{row.hash}; });
  std::size_t kept = 0;
  for (const RoleRow& row : rows) {
    if (kept > 0 && rows[kept - 1].hash == row.hash)
      rows[kept - 1].roles = static_cast<std::uint16_t>(rows[kept - 1].roles | row.roles);
    else
      rows[kept++] = row;
  }
  rows.resize(kept);
  return rows;
}

std::uint16_t roles_of(std::string_view lower) {
  static const std::vector<RoleRow> rows = role_rows();
  if (lower.ends_with('.')) lower.remove_suffix(1);
  const std::uint64_t hash = hash_text(lower);
  const auto at =
      std::lower_bound(rows.begin(), rows.end(), hash,
                       [](const RoleRow& row, std::uint64_t h) { return row.hash < h; });
  return at != rows.end() && at->hash == hash ? at->roles : std::uint16_t{0};
}

Shape shape_of_mark(char32_t code) {
  switch (code) {
    case ',':
      return Shape::comma;
    case '.':
    case '!':
    case '?':
    case U'…':
      return Shape::stop;
    case ':':
    case ';':
      return Shape::colon;
    case '"':
    case '\'':
    case U'“':
    case U'”':
    case U'‘':
    case U'’':
    case '`':
      return Shape::quote;
    case '(':
    case '[':
      return Shape::open;
    case ')':
    case ']':
      return Shape::close;
    case '-':
    case U'‐':
    case U'‑':
      return Shape::hyphen;
    case U'–':
    case U'—':
      return Shape::dash;
    case '/':
      return Shape::slash;
    case '&':
      return Shape::ampersand;
    default:
      return Shape::mark;
  }
}

Shape shape_of_digits(std::string_view surface) {
  const bool four = surface.size() == 4 && surface[0] >= '1' && surface[0] <= '2';
  if (four && (surface.starts_with("19") || surface.starts_with("20") || surface.starts_with("18")))
    return Shape::year;
  return surface.size() <= 2 ? Shape::digits_short : Shape::digits;
}

std::uint32_t affix_hash(std::string_view affix) {
  return static_cast<std::uint32_t>(hash_text(affix) >> 32) | 1u;
}

std::uint8_t bits_of(const NameFacts& f) {
  const bool bits[] = {f.given, f.surname, f.country,      f.demonym,
                       f.city,  f.region,  f.organisation, f.honorific};
  unsigned result = 0;
  for (unsigned i = 0; i < 8; ++i) result |= bits[i] ? 1u << i : 0u;
  return static_cast<std::uint8_t>(result);
}

}  // namespace

bool begins_with_capital(Shape s) { return s >= Shape::capitalised && s <= Shape::lower_mixed; }

Shape shape_of(std::string_view surface, const NameUnit& unit) {
  if (unit.possessive) return Shape::possessive;
  const char32_t first = code_point_at(surface, 0).code;
  if (!unit.letters) return is_digit(first) ? shape_of_digits(surface) : shape_of_mark(first);
  if (is_digit(first)) return Shape::digits_letters;
  std::size_t upper = 0, lower = 0, stops = 0;
  for (std::size_t at = 0; at < surface.size();) {
    const CodePoint c = code_point_at(surface, at);
    upper += is_upper(c.code);
    lower += is_lower(c.code);
    stops += c.code == '.';
    at += c.size;
  }
  if (upper == 0) return lower == 0 ? Shape::uncased : Shape::lower;
  if (!is_upper(first)) return Shape::lower_mixed;
  if (stops > 1) return Shape::dotted;
  if (stops == 1) return lower == 0 && upper == 1 ? Shape::initial : Shape::abbreviated;
  if (lower == 0)
    return upper == 1 ? Shape::letter : upper <= 3 ? Shape::upper_short : Shape::upper_long;
  return upper == 1 ? Shape::capitalised : Shape::mixed;
}

Word read_word(std::string_view text, const NameUnit& unit, LetterCase letter_case,
               const Lexicon& lexicon) {
  const std::string_view surface = unit.span.of(text);
  const std::string lower = lower_case(surface);
  std::string_view listed = lower;
  if (listed.size() > 2 && listed.ends_with('.') && listed.find('.') == listed.size() - 1)
    listed.remove_suffix(1);
  Word word;
  word.letters = unit.letters;
  word.letter_case = letter_case;
  word.lower = hash_text(lower);
  word.surface = hash_text(surface);
  word.shape = shape_of(surface, unit);
  word.name_like = begins_with_capital(word.shape);
  if (unit.letters) {
    for (std::size_t n = 1; n <= 4 && n < lower.size(); ++n) {
      word.prefix[n - 1] = affix_hash(std::string_view(lower).substr(0, n));
      word.suffix[n - 1] = affix_hash(std::string_view(lower).substr(lower.size() - n));
    }
    word.roles = roles_of(lower);
    word.facts = bits_of(lexicon.word(listed));
  }
  word.word_class = lexicon.word_class(lower);
  if (word.word_class == 0 && listed.size() < lower.size())
    word.word_class = lexicon.word_class(listed);
  if (letter_case != LetterCase::normal && unit.letters) {
    word.name_like = true;
    word.surface = 0;
    if (word.shape != Shape::dotted && word.shape != Shape::possessive &&
        word.shape != Shape::digits_letters)
      word.shape = letter_case == LetterCase::upper   ? Shape::upper_text
                   : letter_case == LetterCase::title ? Shape::title_text
                                                      : Shape::lower_text;
  }
  return word;
}

}  // namespace palimpsest
