// Tested by tests/cases/entity/{person,place,norp}.json.
#include "entity/name_splits.h"

#include "entity/peoples.h"
#include "entity/words_beside.h"
#include "text/unicode.h"

namespace palimpsest {
namespace {

constexpr auto members = word_set("Democrat", "Democrats", "Republican", "Republicans");

/// A country, a region or a city of the word list.
bool is_listed_place(const Model* model, std::string_view words) {
  if (model == nullptr) return false;
  const std::string lower = lower_case(words);
  const NameFacts word = model->lexicon().word(lower), phrase = model->lexicon().phrase(lower);
  return word.country || word.region || word.city || phrase.country || phrase.region || phrase.city;
}

}  // namespace

NameSplits::NameSplits(const NamedText& text) : text_(text), persons_(text) {
  for (const NameSpan& name : text.names) names_.insert(text.of(name.span));
}

/// Where a second name begins in the name: "Russia Russia", "Trump Obama", "Theresa May Trump".
/// no_token if it is one: both parts have to stand elsewhere, and of persons as surnames or in
/// full.
std::size_t NameSplits::second_name(const NameSpan& name) const {
  const Tokens& tokens = text_.tokens;
  const SpanTokens in(tokens, name.span);
  // Two full names have at most eight words; longer names are not searched.
  if (const std::size_t words = count_words(tokens, name.span); words < 2 || words > 8)
    return no_token;
  for (std::size_t i = in.first + 2; i <= in.last; ++i) {
    if (!has_capital(tokens[i]) || !tokens[i - 1].is_blank()) continue;
    const std::string_view left = CleanSpan{name.span.begin, tokens.begin_of(i - 1)}.of(text_.text);
    const std::string_view right = CleanSpan{tokens.begin_of(i), name.span.end}.of(text_.text);
    if (!names_.contains(left) || !names_.contains(right)) continue;
    if (left == right) return i;
    const auto is_whole = [&](std::string_view words) {
      return persons_.is_full_name(words) || persons_.is_surname(words);
    };
    if (name.label == NameLabel::person && is_whole(left) && is_whole(right)) return i;
  }
  return no_token;
}

/// The word of a people that a person's name begins with: "Kenyan Jacob Okello", "Democrat Hillary
/// Clinton". "Christian Dior" and "German Gref" are names: two words have to follow, or a name that
/// is known.
std::size_t NameSplits::end_of_people(const NameSpan& name) const {
  if (name.label != NameLabel::person) return no_token;
  const Tokens& tokens = text_.tokens;
  const SpanTokens in(tokens, name.span);
  if (in.last < in.first + 2 || !tokens[in.first + 1].is_blank()) return no_token;
  const std::string_view word = text_.of(in.first);
  if (!members.contains(word) && !is_demonym(text_.model, word)) return no_token;
  const CleanSpan rest{tokens.begin_of(in.first + 2), name.span.end};
  const std::string_view words = text_.of(rest);
  const bool known = persons_.is_surname(words) || persons_.contains(words);
  return known || count_words(tokens, rest) >= 2 ? in.first : no_token;
}

/// The word of a people that stands behind another name: "Lavrov Russian" before "Foreign
/// Minister", "Ohio Democrat".
std::size_t NameSplits::begin_of_people(const NameSpan& name) const {
  const Tokens& tokens = text_.tokens;
  const SpanTokens in(tokens, name.span);
  if (in.last < in.first + 2 || !tokens[in.last - 1].is_blank()) return no_token;
  const std::string_view left =
      CleanSpan{name.span.begin, tokens.begin_of(in.last - 1)}.of(text_.text);
  const std::string_view word = text_.of(in.last);
  if (members.contains(word) && is_listed_place(text_.model, left)) return in.last;
  if (!is_demonym(text_.model, word)) return no_token;
  return persons_.is_surname(left) || persons_.contains(left) ? in.last : no_token;
}

/// The city of a dateline, in capitals, behind a name that is not: "Cox News Service AUSTIN,
/// Texas".
std::size_t NameSplits::begin_of_dateline(const NameSpan& name) const {
  const Tokens& tokens = text_.tokens;
  const SpanTokens in(tokens, name.span);
  std::size_t begin = no_token;
  for (std::size_t i = in.last; i != no_token && i > in.first; i = word_before(tokens, i)) {
    if (tokens[i].shape() != WordShape::upper || tokens.span(i).size() < 3) break;
    begin = i;
  }
  if (begin == no_token || begin <= in.first + 1 || !tokens[begin - 1].is_blank() ||
      tokens[in.first].shape() != WordShape::capitalised)
    return no_token;
  const CleanSpan city{tokens.begin_of(begin), name.span.end};
  return city.size() >= 5 && is_listed_place(text_.model, text_.of(city)) ? begin : no_token;
}

std::vector<NameSpan> NameSplits::parts(const NameSpan& name) const {
  const Tokens& tokens = text_.tokens;
  NameSpan left = name, right = name;
  std::size_t second = no_token;  // the first token of the right one, behind one blank
  if (const std::size_t people = end_of_people(name); people != no_token) {
    left.label = NameLabel::norp;
    second = people + 2;
  } else if (const std::size_t begin = begin_of_people(name); begin != no_token) {
    left.label = members.contains(text_.of(begin)) ? NameLabel::place : NameLabel::person;
    right.label = NameLabel::norp;
    second = begin;
  } else if (const std::size_t city = begin_of_dateline(name); city != no_token) {
    right.label = NameLabel::place;
    second = city;
  } else {
    second = second_name(name);
  }
  if (second == no_token) return {name};
  left.span.end = tokens.begin_of(second - 1);
  right.span.begin = tokens.begin_of(second);
  return {left, right};
}

}  // namespace palimpsest
