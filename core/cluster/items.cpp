// Tested by tests/core/cluster_cases_test.cpp.
#include "cluster/items.h"

#include <algorithm>

#include "text/outer_first.h"

namespace palimpsest {
namespace {

constexpr std::size_t longest_title = 24;  // tokens, blanks too; what is longer is a sentence

/// "Your Honor", "you guys", "Mr. Brown, you are right": whom one speaks to is nobody that one
/// speaks of.
bool is_addressed(const TextReading& reading, std::size_t first, std::size_t last) {
  const std::size_t none = reading.tokens().size();
  const auto is_you = [&](std::size_t token) {
    if (token >= none || (reading.word(token)[0] | 32) != 'y') return false;
    const Pronoun* const p = pronoun(reading.word(token));
    return p != nullptr && p->person == 2;
  };
  if (is_you(first) || is_you(reading.before(first))) return true;
  const std::size_t before = reading.before(first), comma = reading.behind(last);
  const bool begins = before >= none || reading.is_edge(before);
  return begins && comma < none && reading.tokens()[comma].is(',') && is_you(reading.behind(comma));
}

}  // namespace

std::vector<Item> read_items(const TextReading& reading, const std::vector<Mention>& mentions,
                             const std::vector<Nominal>& nominals) {
  const Tokens& tokens = reading.tokens();
  std::vector<Item> items;
  for (std::uint32_t i = 0; i < mentions.size(); ++i) {
    const Mention& m = mentions[i];
    if (m.entity == no_index || m.span.empty()) continue;
    const std::size_t first = tokens.at(m.span.begin), end = tokens.at(m.span.end);
    if (is_addressed(reading, first, std::max(end, first + 1) - 1)) continue;
    items.push_back({m.span, first, std::max(end, first + 1) - 1, i, no_index, nullptr});
  }
  for (std::uint32_t i = 0; i < nominals.size(); ++i)
    if (!is_addressed(reading, nominals[i].first, nominals[i].last))
      items.push_back(
          {nominals[i].span, nominals[i].first, nominals[i].last, no_index, i, nullptr});
  std::uint32_t next = 0, work_end = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    // No pronoun inside the title of a work.
    while (next < mentions.size() && mentions[next].span.begin <= tokens.begin_of(i)) {
      if (mentions[next].kind == EntityKind::work && mentions[next].form == Form::name &&
          tokens.at(mentions[next].span.end) - tokens.at(mentions[next].span.begin) < longest_title)
        work_end = std::max(work_end, mentions[next].span.end);
      ++next;
    }
    if (!tokens[i].is_word()) continue;
    if (tokens.begin_of(i) < work_end && tokens[i].shape() != WordShape::lower) continue;
    const Pronoun* const p = pronoun(reading.word(i));
    if (p != nullptr && p->person == 3)
      items.push_back({tokens.span(i), i, i, no_index, no_index, p});
  }
  sort_outer_first(items);
  return items;
}

}  // namespace palimpsest
