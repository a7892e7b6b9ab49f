// Tested by tests/core/cluster_cases_test.cpp.
#include "cluster/referent.h"

#include <algorithm>

namespace palimpsest {
namespace {

constexpr PronounWeights weights = {{
#include "cluster/pronoun_weights.inc"
}};

constexpr std::size_t few_tokens = 4, some_tokens = 12;

Feature nth(Feature first, std::size_t n) {
  return static_cast<Feature>(static_cast<std::size_t>(first) + n);
}

bool is_object(Part part) { return part == Part::object || part == Part::prepositional; }

/// "Justice Scalia, he": nothing but one comma.
bool only_comma_between(const TextReading& reading, std::size_t last, std::size_t first) {
  const std::size_t comma = reading.behind(last), none = reading.tokens().size();
  return comma < none && reading.tokens()[comma].is(',') && reading.behind(comma) == first;
}

}  // namespace

const PronounWeights& learnt_weights() { return weights; }

Spoken spoken_at(const TextReading& reading, std::size_t first, std::size_t last) {
  Spoken spoken{.first = first,
                .last = last,
                .sentence = reading.sentence(first),
                .paragraph = reading.paragraph(first),
                .clause = reading.clause(first),
                .quotation = reading.quotation(first)};
  const std::size_t none = reading.tokens().size();
  const std::size_t before = reading.before(first), behind = reading.behind(last);
  spoken.says = (before < none && reading.word_class(before) == WordClass::saying) ||
                (behind < none && reading.word_class(behind) == WordClass::saying);
  const auto is_and = [&](std::size_t token) {
    return token < none && reading.word(token) == "and";
  };
  spoken.joined = is_and(before) || is_and(behind);
  return spoken;
}

bool could_stand_for(const PronounPlace& place, const Referent& referent) {
  switch (place.pronoun_class) {
    case PronounClass::he_she:
      return referent.kind == EntityKind::person && referent.number != 'p';
    case PronounClass::it:
      return referent.kind != EntityKind::person && referent.number != 'p' &&
             referent.kind != EntityKind::norp;
    case PronounClass::they:  // of one named person it is rare in news, and never sure
      return referent.number != 's';
  }
  return false;
}

std::vector<Feature> features_of(const TextReading& reading, const PronounPlace& place,
                                 std::uint32_t id, const Referent& referent,
                                 const Standing& standing) {
  std::vector<Feature> found;
  const auto add = [&](Feature feature) { found.push_back(feature); };
  const auto add_if = [&](bool condition, Feature feature) {
    if (condition) found.push_back(feature);
  };
  const Spoken &at = place.at, &then = referent.latest;
  const bool possessive = at.part == Part::possessor;
  if (standing.ahead) {
    add(possessive ? Feature::ahead : Feature::ahead_other);
  } else {
    const std::uint32_t distance = at.sentence - then.sentence;
    add(distance == 0   ? Feature::same_sentence
        : distance == 1 ? Feature::sentence_before
        : distance == 2 ? Feature::two_before
        : distance == 3 ? Feature::three_before
        : distance <= 6 ? Feature::six_before
                        : Feature::far_before);
    add(nth(Feature::nearest, std::min<std::size_t>(standing.rank, 3)));
    const auto part = static_cast<std::size_t>(then.part);
    if (distance == 0)
      add(nth(Feature::other_here, part));
    else if (distance == 1)
      add(nth(Feature::other_before, part));
    else
      add_if(then.part == Part::subject, Feature::subject_far);
    add_if(then.pronoun, Feature::by_pronoun);
    add_if(then.pronoun && distance < 2, Feature::by_pronoun_near);
    // Within the clause.
    const bool same_clause = at.clause == then.clause;
    const bool subject = then.part == Part::subject;
    if (same_clause && place.pronoun->reflexive)
      add_if(subject, Feature::reflexive_of_subject);
    else if (same_clause && subject)
      add(possessive           ? Feature::own_subject
          : is_object(at.part) ? Feature::object_of_subject
                               : Feature::same_clause_subject);
    else if (same_clause && is_object(at.part) && then.part == Part::other)
      add(Feature::object_of_subject);
    add_if(distance == 0 && !same_clause && subject && at.part == Part::subject,
           Feature::next_clause_subject);
    add_if(distance > 0 && subject && at.part == Part::subject, Feature::subject_parallel);
    add_if(is_object(then.part) && is_object(at.part), Feature::object_parallel);
    add_if(then.part == Part::possessor && possessive, Feature::possessor_parallel);
    add_if(at.first - then.last <= few_tokens, Feature::close);
    add_if(
        distance == 1 && subject && at.first > 0 && reading.sentence(at.first - 1) != at.sentence,
        Feature::begins_behind_subject);
    add_if(then.paragraph == at.paragraph, Feature::this_paragraph);
    add_if(then.leads, Feature::leads_sentence);
    add_if(then.joined, Feature::joined);
    add_if(then.within, Feature::within);
    add_if(then.part == Part::prepositional && !then.leads, Feature::of_another);
    add_if(distance == 0 && at.clause - then.clause == 1, Feature::clause_before);
    add_if(at.first - then.last <= some_tokens, Feature::within_twelve);
    add_if(at.part == Part::subject && only_comma_between(reading, then.last, at.first),
           Feature::only_comma);
    // Who speaks.
    add_if(at.quotation != 0 && then.quotation == at.quotation, Feature::same_quotation);
    add_if(at.quotation != 0 && then.quotation == 0, Feature::pronoun_quoted);
    add_if(at.quotation == 0 && then.quotation != 0, Feature::referent_quoted);
    add_if(at.quotation != 0 && then.quotation == 0 && then.says && distance < 2,
           Feature::speaker_of_quotation);
    add_if(place.says && then.says && distance < 4, Feature::says_again);
  }
  const std::uint32_t seen = referent.seen;
  add(seen <= 1   ? Feature::seen_once
      : seen == 2 ? Feature::seen_twice
      : seen <= 4 ? Feature::seen_four_times
      : seen <= 8 ? Feature::seen_eight_times
                  : Feature::seen_often);
  add_if(standing.busiest, Feature::busiest);
  add(referent.named      ? Feature::named
      : referent.definite ? Feature::definite_noun
                          : Feature::indefinite_noun);
  add(referent.kind == EntityKind::person         ? Feature::is_person
      : referent.kind == EntityKind::organisation ? Feature::is_organisation
      : referent.kind == EntityKind::place        ? Feature::is_place
      : referent.kind == EntityKind::facility     ? Feature::is_facility
      : referent.kind == EntityKind::norp         ? Feature::is_norp
                                                  : Feature::is_other);
  if (place.pronoun_class == PronounClass::he_she) {
    const Gender wanted = place.pronoun->gender == 'm' ? Gender::male : Gender::female;
    add(referent.gender == wanted ? Feature::gender_agrees
        : referent.named          ? Feature::gender_unknown_name
                                  : Feature::gender_unknown_noun);
  }
  add(referent.number == 'p'   ? Feature::is_plural
      : referent.number == 'b' ? Feature::is_body
                               : Feature::is_singular);
  add_if(place.last_choice == id, Feature::last_choice);
  add_if(place.last_choice == id && place.choice_before == id, Feature::last_two_choices);
  add_if(place.fitting == 1, Feature::only_fit);
  add_if(at.quotation != 0 && place.speaker == id, Feature::says_this);
  add_if(referent.since < 2, Feature::in_lead);
  add_if(seen > 1 && referent.subjects * 2 >= seen, Feature::often_subject);
  add_if(place.says && referent.says, Feature::speaks);
  if (place.pronoun_class == PronounClass::he_she && referent.gender == Gender::unknown &&
      referent.female <= 100) {
    const int same = place.pronoun->gender == 'f' ? referent.female : 100 - referent.female;
    add_if(same >= 60, Feature::leans_same);
    add_if(same <= 40, Feature::leans_other);
  }
  return found;
}

std::vector<Feature> features_of_nothing(const PronounPlace& place, bool any_near, bool pair_near) {
  std::vector<Feature> found = {Feature::nothing};
  if (place.pleonastic) found.push_back(Feature::nothing_pleonastic);
  if (place.at.part == Part::subject) found.push_back(Feature::nothing_subject);
  if (is_object(place.at.part)) found.push_back(Feature::nothing_object);
  if (place.at.quotation != 0) found.push_back(Feature::nothing_quoted);
  if (pair_near) found.push_back(Feature::nothing_pair);
  if (!any_near) found.push_back(Feature::nothing_near);
  if (place.given) found.push_back(Feature::nothing_given);
  return found;
}

}  // namespace palimpsest
