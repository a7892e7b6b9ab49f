// Tested by tests/cases/entity/{person,organisation}.json.
#include "entity/missed_names.h"

#include <algorithm>

#include "entity/capital_run.h"
#include "entity/name_cover.h"
#include "entity/role_words.h"
#include "entity/words_beside.h"
#include "text/order.h"
#include "text/unicode.h"

namespace palimpsest {
namespace {

constexpr float by_title = 0.8F, by_word = 0.7F;
constexpr std::size_t longest_person = 3;  // words behind a title

// Titles that are followed by a name whenever a capital follows them; with a stop if they are
// short.
constexpr auto before_a_name =
    word_set("ambassador", "chancellor", "congressman", "congresswoman", "dr", "gen", "gov",
             "justice", "lt", "minister", "mr", "mrs", "ms", "premier", "president", "prof",
             "professor", "rep", "sen", "senator", "sgt", "spokesman", "spokeswoman");
// The last word of a body's name that nothing else ends with.
constexpr auto bodies =
    word_set("agency", "commission", "committee", "corp", "department", "ministry", "university");
constexpr auto al = word_set("Qaeda", "Qaida", "Shabab", "Shabaab");

/// A given name or a surname of the word lists; a part of one with a hyphen.
bool is_name_word(const Model* model, std::string_view word) {
  if (model == nullptr) return false;
  const NameFacts facts = model->lexicon().word(lower_case(word));
  return facts.given || facts.surname;
}

bool is_free_capital(const Tokens& tokens, const NameCover& cover, std::size_t i) {
  return tokens[i].shape() == WordShape::capitalised && cover.at(i) == nullptr;
}

/// The untagged name behind the title at token `title`; empty if none stands there. A capital in
/// small letters' company only: "President Signs Bill" is a headline.
CleanSpan person_behind(const NamedText& text, const NameCover& cover, std::size_t title) {
  const Tokens& tokens = text.tokens;
  std::size_t at = title;
  if (at + 1 < tokens.size() && tokens[at + 1].is('.')) ++at;
  const std::size_t first = word_after(tokens, at);
  if (first == no_token || !is_free_capital(tokens, cover, first)) return {};
  std::size_t last = first, words = 1;
  bool known = is_name_word(text.model, text.of(first));
  while (words <= longest_person) {
    std::size_t next = last + 2 < tokens.size() && tokens[last + 1].is('-') ? last + 2 : no_token;
    if (next != no_token && tokens[next].is_word()) {
      last = next;  // "Jae-in"
      continue;
    }
    next = word_after(tokens, last);
    if (next == no_token || !is_free_capital(tokens, cover, next)) break;
    known = known || is_name_word(text.model, text.of(next));
    last = next;
    ++words;
  }
  if (!known || words > longest_person || role_use(text.of(first)) != RoleUse::none) return {};
  const std::size_t behind = word_after(tokens, last);
  const bool goes_on = behind == no_token || tokens[behind].shape() == WordShape::lower;
  return goes_on ? tokens.span(first, last) : CleanSpan{};
}

bool is_covered(const NameCover& cover, const Tokens& tokens, CleanSpan span) {
  const SpanTokens in(tokens, span);
  for (std::size_t i = in.first; i <= in.last; ++i)
    if (cover.at(i) != nullptr) return true;
  return false;
}

/// "US", "UK", "U.N.": states and unions by their letters, in a line that is not all in capitals,
/// where "US" may be a pronoun; not "US$" and not a part of a longer abbreviation.
NameSpan short_name_at(const NamedText& text, const NameCover& cover, std::size_t i) {
  static constexpr auto states = word_set("UAE", "UK", "US", "USA");
  static constexpr auto unions = word_set("EU", "UN");
  const Tokens& tokens = text.tokens;
  const auto is_stop = [&](std::size_t at) { return at < tokens.size() && tokens[at].is('.'); };
  const auto touches = [&](std::size_t at) {
    return at < tokens.size() && (tokens[at].is_word() || tokens[at].is_number() ||
                                  tokens[at].is('$') || tokens[at].is('/') || tokens[at].is('&'));
  };
  std::size_t last = i;
  NameLabel label = NameLabel::place;
  if (text.of(i) == "U" && is_stop(i + 1) && i + 2 < tokens.size() && is_stop(i + 3)) {
    const std::string_view second = text.of(i + 2);
    if (second != "S" && second != "K" && second != "N") return {};
    if (second == "N") label = NameLabel::organisation;
    last = i + 3;
  } else if (unions.contains(text.of(i))) {
    label = NameLabel::organisation;
  } else if (!states.contains(text.of(i))) {
    return {};
  }
  if (i > 0 &&
      (touches(i - 1) || tokens[i - 1].is('.') || tokens[i - 1].is('@') || tokens[i - 1].is('#')))
    return {};
  if (touches(last + 1) || (last == i && is_stop(i + 1) && touches(i + 2))) return {};
  for (std::size_t at = i; at <= last; ++at)
    if (cover.at(at) != nullptr) return {};
  const std::size_t before = word_before(tokens, i), behind = word_after(tokens, last);
  const auto small = [&](std::size_t at) {
    return at != no_token && tokens[at].is_word() && tokens[at].shape() != WordShape::upper;
  };
  if (!small(before) && !small(behind)) return {};
  return {tokens.span(i, last), label, by_title, "the letters of a state or a union"};
}

}  // namespace

std::vector<NameSpan> with_missed_names(const NamedText& text) {
  const Tokens& tokens = text.tokens;
  const NameCover cover(text);
  std::vector<NameSpan> names(text.names.begin(), text.names.end());
  const std::size_t tagged = names.size();
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!has_capital(tokens[i]) || cover.at(i) != nullptr) continue;
    if (tokens[i].shape() == WordShape::upper || text.of(i) == "U") {
      NameSpan name = short_name_at(text, cover, i);
      if (!name.span.empty()) names.push_back(std::move(name));
      continue;
    }
    if (tokens[i].shape() != WordShape::capitalised) continue;
    const LowerWord word(text.of(i));
    CleanSpan span{};
    NameSpan name;
    if (before_a_name.contains(word)) {
      name = {person_behind(text, cover, i), NameLabel::person, by_title, "stands behind a title"};
    } else if (bodies.contains(word)) {
      span = capital_run_ending_at(text, i);
      if (!span.empty() && count_words(tokens, span) > 1 && !is_covered(cover, tokens, span))
        name = {span, NameLabel::organisation, by_word, "its last word names a body"};
    } else if (al.contains(text.of(i)) && i >= 2 &&
               (tokens[i - 1].is('-') || tokens[i - 1].is_blank()) &&
               LowerWord(text.of(i - 2)) == "al" && cover.at(i - 2) == nullptr) {
      name = {tokens.span(i - 2, i), NameLabel::organisation, by_title, "is known as a body"};
    }
    if (name.span.empty()) continue;
    if (names.size() > tagged && names.back().span.end > name.span.begin) continue;
    names.push_back(std::move(name));
  }
  sort_by(names, [](const NameSpan& name) { return std::uint64_t{name.span.begin}; });
  return names;
}

}  // namespace palimpsest
