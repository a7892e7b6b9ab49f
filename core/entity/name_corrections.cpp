// Tested by tests/cases/entity/{person,place,organisation}.json and tests/core/names_test.cpp.
#include "entity/name_corrections.h"

#include <algorithm>
#include <array>
#include <map>

#include "entity/company_words.h"
#include "entity/label_words.h"
#include "entity/missed_names.h"
#include "entity/name_edges.h"
#include "entity/name_splits.h"
#include "entity/peoples.h"
#include "entity/person_words.h"
#include "entity/role_words.h"
#include "entity/seats_of_power.h"
#include "entity/words_beside.h"

namespace palimpsest {
namespace {

/// "TELL US WHY": a pronoun in a line of capitals.
bool is_shouted_pronoun(const NamedText& text, CleanSpan span) {
  if (text.of(span) != "US") return false;
  static constexpr auto takes_an_object =
      word_set("about", "allow", "around", "ask", "behind", "bring", "call", "contact", "drive",
               "follow", "for", "get", "give", "gives", "help", "join", "keep", "lead", "let",
               "like", "made", "make", "makes", "of", "save", "see", "show", "take", "teach",
               "tell", "tells", "told", "unites", "visit", "want", "with");
  const std::size_t at = SpanTokens(text.tokens, span).first;
  const std::size_t before = word_before(text.tokens, at);
  return before != no_token && text.tokens[before].shape() == WordShape::upper &&
         takes_an_object.contains(LowerWord(text.of(before)));
}

/// "Iraqi", "Jordanians", "Islamic": a people or a faith that the tagger took for something else.
/// Not of a person's name: "Christian", "Roman" and "German" are given names.
bool is_people(const NamedText& text, const NameSpan& name) {
  if (name.label == NameLabel::person || name.label == NameLabel::norp) return false;
  const std::string_view words = text.of(name.span);
  return is_faith_or_party(words) || is_demonym(text.model, words);
}

/// The White House, the Kremlin: who governs, but a building behind "at" or "outside".
NameLabel label_of_seat(const NamedText& text, CleanSpan span) {
  static constexpr auto before_a_place = word_set("around", "at", "in", "inside", "into", "near",
                                                  "outside", "to", "toward", "towards");
  std::size_t before = word_before(text.tokens, SpanTokens(text.tokens, span).first);
  if (before != no_token && LowerWord(text.of(before)) == "the")
    before = word_before(text.tokens, before);
  const bool place = before != no_token && before_a_place.contains(LowerWord(text.of(before)));
  return place ? NameLabel::place : NameLabel::organisation;
}

/// "Mr. Wells", "chairman Tony Lama": somebody, though a company has the name.
bool is_addressed(const NamedText& text, CleanSpan span) {
  const std::size_t before = title_before(text, SpanTokens(text.tokens, span).first);
  return before != no_token &&
         (is_honorific(text.of(before)) || role_use(text.of(before)) != RoleUse::none);
}

constexpr std::size_t label_number(NameLabel label) { return static_cast<std::size_t>(label); }

/// A web address names a page, and is found as what it is by whoever wants it.
bool is_address(std::string_view words) {
  return words.find("://") != std::string_view::npos ||
         words.find("www.") != std::string_view::npos;
}

/// How sure the tagger is, over the whole text, that a name is of each kind.
using Votes = std::array<float, 5>;

class Evidence {
 public:
  Evidence(const NamedText& text, const std::vector<NameSpan>& names) : text_(text) {
    for (const NameSpan& name : names)
      votes_[text.of(name.span)][label_number(name.label)] += name.confidence;
  }

  /// The kind of the same words elsewhere, if it is far surer than here. `misc` is what is left
  /// when no other kind fits, so any other kind outvotes it.
  NameLabel better(const NameSpan& name) const {
    const bool rest = name.label == NameLabel::misc;
    if (name.confidence >= unsure && !rest) return name.label;
    const Votes& votes = votes_.find(text_.of(name.span))->second;
    std::size_t best = label_number(name.label);
    for (std::size_t i = 0; i < votes.size(); ++i)
      if (votes[i] > votes[best]) best = i;
    const bool outvoted = votes[best] >= votes[label_number(name.label)] + (rest ? 0.0F : margin);
    return outvoted ? static_cast<NameLabel>(best) : name.label;
  }

 private:
  // On the dev files (re3d test, GUM, PUD wiki, EWT, politics) anything from 0.6 to 0.9 and from
  // 0.25 to 2 gives the same F within 0.1: the tagger has read the whole text already.
  static constexpr float unsure = 0.75F, margin = 1.0F;
  const NamedText& text_;
  std::map<std::string_view, Votes> votes_;
};

}  // namespace

std::vector<NameSpan> correct_names(const NamedText& tagged) {
  const std::vector<NameSpan> seen = with_missed_names(tagged);
  NamedText text = tagged;
  text.names = seen;
  const NameSplits splits(text);
  const CompanyWords companies(text, PersonWords(text));
  std::vector<NameSpan> names;
  names.reserve(text.names.size());
  for (NameSpan name : text.names) {
    // what a longer name before it has taken already
    if (!names.empty() && name.span.begin < names.back().span.end)
      name.span.begin = std::min(name.span.end, names.back().span.end);
    if (count_words(text.tokens, name.span) == 0 || is_shouted_pronoun(text, name.span) ||
        is_address(text.of(name.span)))
      continue;
    name = with_right_edges(text, name);
    if (name.span.empty()) continue;
    for (NameSpan& part : splits.parts(name)) names.push_back(std::move(part));
  }
  const Evidence evidence(text, names);
  for (NameSpan& name : names) {
    const std::string_view words = text.of(name.span);
    if (const NameLabel better = evidence.better(name); better != name.label) {
      name.label = better;
      name.why = "the same name is of this kind elsewhere in the text";
    }
    name.label = label_by_words(text, name);
    if (is_people(text, name)) name.label = NameLabel::norp;
    if (is_seat_of_power(words)) name.label = label_of_seat(text, name.span);
    if (companies.contains(words) && name.label != NameLabel::organisation &&
        !is_addressed(text, name.span)) {
      name.label = NameLabel::organisation;
      name.why = "a company of the text is called so for short";
    }
  }
  return names;
}

}  // namespace palimpsest
