// Tested by tests/core/cluster_cases_test.cpp.
#include "cluster/items.h"

#include <algorithm>

#include "text/outer_first.h"

namespace palimpsest {

std::vector<Item> read_items(const TextReading& reading, const std::vector<Mention>& mentions,
                             const std::vector<Nominal>& nominals) {
  const Tokens& tokens = reading.tokens();
  std::vector<Item> items;
  for (std::uint32_t i = 0; i < mentions.size(); ++i) {
    const Mention& m = mentions[i];
    if (m.entity == no_index || m.span.empty()) continue;
    const std::size_t first = tokens.at(m.span.begin), end = tokens.at(m.span.end);
    items.push_back({m.span, first, std::max(end, first + 1) - 1, i, no_index, nullptr});
  }
  for (std::uint32_t i = 0; i < nominals.size(); ++i)
    items.push_back({nominals[i].span, nominals[i].first, nominals[i].last, no_index, i, nullptr});
  std::uint32_t next = 0, work_end = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    // No pronoun inside the title of a work.
    while (next < mentions.size() && mentions[next].span.begin <= tokens.begin_of(i)) {
      if (mentions[next].kind == EntityKind::work && mentions[next].form == Form::name)
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
