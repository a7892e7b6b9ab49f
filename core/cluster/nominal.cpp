// Tested by tests/core/cluster_cases_test.cpp.
#include "cluster/nominal.h"

#include <algorithm>

#include "cluster/name.h"

namespace palimpsest {
namespace {

constexpr std::size_t most_modifiers = 4;  // words between an article and its noun
constexpr std::size_t most_tokens = 64;    // of a given nominal that are read
constexpr std::size_t most_nested = 8;     // mentions around one place that are looked at

bool is_definite(std::string_view lower) {
  return lower == "the" || lower == "this" || lower == "that" || lower == "these" ||
         lower == "those" || sentence_word(lower) == WordClass::possessive || lower == "both";
}

bool is_copula(std::string_view word) {
  constexpr std::string_view words[] = {"is",   "was",     "are",      "were",    "be",
                                        "been", "being",   "become",   "becomes", "became",
                                        "as",   "remains", "remained", "m",       "re"};
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

/// In a court a party is called by its part, with no article: "Petitioner did not plead guilty".
bool is_party(std::string_view lower) {
  constexpr std::string_view words[] = {"appellant", "appellee",  "claimant",   "complainant",
                                        "defendant", "plaintiff", "petitioner", "respondent"};
  return std::find(std::begin(words), std::end(words), lower) != std::end(words);
}

/// A person of whom nothing else is said.
bool is_anyone(std::string_view lower) {
  constexpr std::string_view words[] = {"anybody", "anyone",   "everybody", "everyone",
                                        "nobody",  "somebody", "someone"};
  return std::find(std::begin(words), std::end(words), lower) != std::end(words);
}

/// The last token of "someone", "no one" or "one of our friends" that begins here; size() for none.
std::size_t end_of_anyone(const TextReading& reading, std::size_t first) {
  const std::size_t none = reading.tokens().size();
  // Nearly every word is told apart by its first letter.
  if (std::string_view("aensoAENSO").find(reading.word(first).front()) == std::string_view::npos)
    return none;
  const std::string word = folded_word(reading.word(first));
  if (is_anyone(word)) return first;
  if (word != "no" && word != "one") return none;
  std::size_t at = reading.behind(first);
  if (at >= none) return none;
  const std::string next = folded_word(reading.word(at));
  if (word == "no") return next == "one" ? at : none;
  if (next != "of") return none;
  for (std::size_t steps = 0; steps <= most_modifiers; ++steps) {
    at = reading.behind(at);
    if (at >= none || !reading.tokens()[at].is_word()) return none;
    const Noun* const found = reading.noun_at(at);
    if (found != nullptr) {
      const std::size_t more = reading.behind(at);
      const bool head =
          more >= none || !reading.tokens()[more].is_word() || reading.noun_at(more) == nullptr;
      if (head) return found->kind == EntityKind::person && found->number == 'p' ? at : none;
    }
    const WordClass c = reading.word_class(at);
    if (c != WordClass::none && c != WordClass::determiner && c != WordClass::possessive)
      return none;
  }
  return none;
}

Gender gender_of(const Noun& noun) {
  return noun.gender == 'm' ? Gender::male : noun.gender == 'f' ? Gender::female : Gender::unknown;
}

}  // namespace

/// The first token of the phrase whose noun stands at `head`: its article or number, or the noun.
std::size_t first_of(const TextReading& reading, std::size_t head, bool& has_article) {
  std::size_t first = head;
  has_article = false;
  std::size_t at = reading.before(head);
  for (std::size_t steps = 0; steps <= most_modifiers; ++steps) {
    if (at >= reading.tokens().size() || reading.sentence(at) != reading.sentence(head)) break;
    const Token& token = reading.tokens()[at];
    const WordClass c = reading.word_class(at);
    if (c == WordClass::determiner || c == WordClass::possessive || token.is_number()) {
      has_article = true;
      first = at;
      if (token.is_number()) {  // "the two leaders"
        const std::size_t more = reading.before(at);
        if (more < reading.tokens().size() && reading.word_class(more) == WordClass::determiner)
          first = more;
      }
      break;
    }
    if (token.is('-')) {  // "part-time"
      at = reading.before(at);
      continue;
    }
    // An adjective or a name; not a verb, a preposition or a mark.
    if (!token.is_word() || (c != WordClass::none && c != WordClass::verb)) break;
    if (c == WordClass::none && !reading.is_verb(at)) first = at;
    at = reading.before(at);
  }
  return has_article ? first : head;
}

Nominal read_nominal(const TextReading& reading, CleanSpan span, EntityKind kind) {
  const Tokens& tokens = reading.tokens();
  Nominal nominal{.span = span, .first = tokens.at(span.begin), .kind = kind, .head = {}};
  nominal.last = std::max<std::size_t>(tokens.at(span.end), nominal.first + 1) - 1;
  const std::string first = folded_word(reading.word(nominal.first));
  nominal.definite = is_definite(first);
  nominal.possessed = sentence_word(first) == WordClass::possessive;
  const std::size_t limit = std::min(nominal.last + 1, nominal.first + most_tokens);
  bool several = first == "these" || first == "those" || first == "both";
  for (std::size_t i = nominal.first; i < limit; ++i) {
    if (!tokens[i].is_word()) {
      if (tokens[i].is(',') || tokens[i].is('(')) break;
      continue;
    }
    const WordClass c = reading.word_class(i);
    if (!nominal.head.empty() &&
        (c == WordClass::preposition || c == WordClass::subordinator || c == WordClass::auxiliary))
      break;
    if (c == WordClass::determiner || c == WordClass::possessive) continue;
    if (c == WordClass::coordinator) several = several || reading.word(i) == "and";
    nominal.head = folded_word(reading.word(i));
    nominal.head_token = i;
  }
  const Noun* const found = noun(nominal.head);
  if (found != nullptr) {
    nominal.number = found->number;
    nominal.gender = gender_of(*found);
  } else if (nominal.head.size() > 3 && nominal.head.ends_with('s') &&
             !nominal.head.ends_with("ss")) {
    nominal.number = 'p';
  }
  if (several) nominal.number = 'p';
  return nominal;
}

bool names_several(const TextReading& reading, CleanSpan span, EntityKind kind) {
  const Nominal nominal = read_nominal(reading, span, kind);
  if (nominal.head.empty()) return false;
  const bool person = kind == EntityKind::person;
  for (std::size_t i = nominal.first; person && i < nominal.head_token; ++i)
    if (reading.word(i) == "and") return true;
  const bool plural = nominal.number == 'p';
  if (reading.tokens()[nominal.head_token].shape() == WordShape::lower) return plural;
  if (const Noun* const found = noun(nominal.head))
    return person && found->kind == EntityKind::person && found->number == 'p';
  const std::size_t article =
      nominal.first == nominal.head_token ? reading.before(nominal.first) : nominal.first;
  return person && plural && article < reading.tokens().size() &&
         folded_word(reading.word(article)) == "the" &&
         reading.behind(article) == nominal.head_token;
}

std::vector<Nominal> find_nominals(const TextReading& reading, std::span<const Mention> mentions) {
  const Tokens& tokens = reading.tokens();
  std::vector<Nominal> nominals;
  std::size_t next = 0;  // the first named mention that ends behind the noun's beginning
  std::uint32_t last_person = no_index;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    while (next < mentions.size() && mentions[next].span.end <= tokens.begin_of(i)) {
      if (mentions[next].kind == EntityKind::person && mentions[next].form == Form::name)
        last_person = static_cast<std::uint32_t>(next);
      ++next;
    }
    if (!tokens[i].is_word()) continue;
    if (const std::size_t last = end_of_anyone(reading, i); last < tokens.size()) {
      nominals.push_back({.span = {tokens.begin_of(i), tokens.end_of(last)},
                          .first = i,
                          .last = last,
                          .kind = EntityKind::person,
                          .head = folded_word(reading.word(last))});
      i = last;
      continue;
    }
    const Noun* const found = reading.noun_at(i);
    if (found == nullptr) continue;
    // "the Senator from Alaska", "Residents of" a place where a sentence begins, "Petitioner", but
    // no other capitals.
    const bool capital = tokens[i].shape() != WordShape::lower;
    const bool party = capital && is_party(folded_word(reading.word(i)));
    if (capital && !party) {
      const std::size_t article = reading.before(i);
      const bool starts =
          article >= tokens.size() || reading.sentence(article) != reading.sentence(i);
      if (starts ? found->number != 'p' || found->kind != EntityKind::person
                 : reading.word_class(article) != WordClass::determiner)
        continue;
    }
    // "police officers": the last of several nouns is the head.
    const std::size_t behind = reading.behind(i);
    if (behind < tokens.size() && tokens[behind].is_word() &&
        tokens[behind].shape() == WordShape::lower && reading.noun_at(behind) != nullptr)
      continue;
    bool has_article = false;
    const std::size_t first = first_of(reading, i, has_article);
    if (!has_article && found->number == 's' && !party) continue;  // "spokesman Sean Spicer"
    // Named right behind ("his wife Melania", "the group Hamas"), or inside another name.
    // "He is a free man", "as a director": says what somebody is, and names nobody else.
    if (const std::size_t verb = reading.before(first);
        verb < tokens.size() && is_copula(reading.word(verb)))
      continue;
    const auto inside = [&](std::size_t token) {
      const std::size_t limit = std::min(next + most_nested, mentions.size());
      for (std::size_t k = next; k < limit && mentions[k].span.begin < tokens.end_of(token); ++k)
        if (is_named(mentions[k].kind) && mentions[k].form == Form::name &&
            mentions[k].span.end > tokens.begin_of(token))
          return true;
      return false;
    };
    if (inside(i)) continue;
    if (behind < tokens.size() && tokens[behind].is_word() &&
        tokens[behind].shape() != WordShape::lower && inside(behind))
      continue;
    Nominal nominal{.span = {tokens.begin_of(first), tokens.end_of(i)},
                    .first = first,
                    .last = i,
                    .kind = found->kind,
                    .gender = gender_of(*found),
                    .number = found->number,
                    .head = folded_word(reading.word(i)),
                    .definite = party || is_definite(folded_word(reading.word(first)))};
    nominal.possessed = reading.word_class(first) == WordClass::possessive;
    // "Conway, a top aide": what describes a name is no other person.
    if (found->kind == EntityKind::person && found->number == 's' && last_person != no_index) {
      const std::size_t mark = reading.before(first);
      const std::size_t name_end = tokens.at(mentions[last_person].span.end);
      if (mark < tokens.size() && !nominal.possessed && tokens[mark].is(',') &&
          reading.before(mark) + 1 == name_end)
        nominal.named = last_person;
    }
    nominals.push_back(std::move(nominal));
  }
  return nominals;
}

std::vector<Nominal> given_nominals(const TextReading& reading, std::span<const Mention> mentions) {
  std::vector<Nominal> nominals;
  for (const Mention& m : mentions) {
    if (m.form != Form::nominal || m.entity != no_index || !is_named(m.kind)) continue;
    Nominal nominal = read_nominal(reading, m.span, m.kind);
    // "one of our friends", "no one"; a bare "one" may be anything.
    const bool anyone =
        is_anyone(nominal.head) || (nominal.head == "one" && nominal.first < nominal.last);
    if (anyone || !stands_for_no_one(nominal.head)) nominals.push_back(std::move(nominal));
  }
  return nominals;
}

}  // namespace palimpsest
