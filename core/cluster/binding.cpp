// Tested by tests/core/cluster_cases_test.cpp.
#include "cluster/binding.h"

namespace palimpsest {
namespace {

constexpr std::size_t most_ahead = 24;  // tokens from a pronoun to the subject behind its phrase
constexpr int most_beside = 6;          // tokens from a quotation to the name of its speaker

}  // namespace

bool is_own_object(const TextReading& reading, const PronounPlace& place, const Referent& subject) {
  if (place.at.part != Part::object || place.pronoun->reflexive ||
      subject.latest.part != Part::subject || subject.latest.clause != place.at.clause)
    return false;
  for (std::size_t i = subject.latest.last + 1; i < place.at.first; ++i)
    if (reading.is_edge(i) || reading.word_class(i) == WordClass::preposition ||
        reading.word_class(i) == WordClass::coordinator)
      return false;
  return true;
}

std::size_t subject_ahead(const TextReading& reading, const std::vector<Item>& items,
                          std::size_t at) {
  const Tokens& tokens = reading.tokens();
  const std::size_t token = items[at].first;
  std::size_t begin = token;
  while (begin > 0 && reading.sentence(begin - 1) == reading.sentence(token)) {
    if (token - --begin > most_ahead || tokens[begin].is(',')) return items.size();
  }
  while (begin < token && !tokens[begin].is_word()) ++begin;
  const WordClass c = reading.word_class(begin);
  if (c != WordClass::preposition && c != WordClass::subordinator) return items.size();
  std::size_t comma = token;
  while (!tokens[comma].is(',')) {
    if (++comma >= tokens.size() || comma - token > most_ahead ||
        reading.sentence(comma) != reading.sentence(token))
      return items.size();
  }
  for (std::size_t i = at + 1; i < items.size() && i < at + 12; ++i) {
    if (items[i].first < comma) continue;
    // Only a title may stand between.
    for (std::size_t k = comma + 1; k < items[i].first; ++k)
      if (tokens[k].is_word() && tokens[k].shape() == WordShape::lower &&
          reading.word_class(k) != WordClass::determiner)
        return items.size();
    return items[i].mention != no_index && items[i].first - comma < most_ahead ? i : items.size();
  }
  return items.size();
}

std::vector<std::uint32_t> speakers_of(const TextReading& reading, const std::vector<Item>& items,
                                       const std::vector<Mention>& mentions) {
  const std::size_t none = reading.tokens().size();
  if (none == 0) return {};
  std::uint32_t quotations = 0;
  std::vector<std::size_t> first_of = {0};
  for (std::size_t i = 0; i < none; ++i)
    if (reading.quotation(i) > quotations) {
      quotations = reading.quotation(i);
      first_of.resize(quotations + 1, i);
    }
  std::vector<std::uint32_t> speakers(quotations + 1, no_index);
  for (const Item& item : items) {
    if (item.mention == no_index || reading.quotation(item.first) != 0) continue;
    if (mentions[item.mention].kind != EntityKind::person) continue;
    if (!spoken_at(reading, item.first, item.last).says) continue;
    std::size_t at = item.first;
    for (int steps = 0; steps < most_beside && at < none && reading.quotation(at) == 0; ++steps)
      at = reading.before(at);
    if (at >= none || reading.quotation(at) == 0) {
      at = item.last;
      for (int steps = 0; steps < most_beside && at < none && reading.quotation(at) == 0; ++steps)
        at = reading.behind(at);
    }
    if (at < none && reading.quotation(at) != 0 && speakers[reading.quotation(at)] == no_index)
      speakers[reading.quotation(at)] = mentions[item.mention].entity;
  }
  for (std::uint32_t q = 2; q <= quotations; ++q)
    if (speakers[q] == no_index &&
        reading.paragraph(first_of[q]) == reading.paragraph(first_of[q - 1]))
      speakers[q] = speakers[q - 1];
  return speakers;
}

}  // namespace palimpsest
