// Tested by tests/core/cluster_cases_test.cpp.
#include "cluster/naming.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "cluster/name.h"

namespace palimpsest {
namespace {

/// The text of a name with each run of blanks and line ends as one blank.
std::string folded_blanks(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!blank)
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace

void name_entity(const ClusterText& text, std::span<const Mention> mentions, Entity& entity) {
  // The kind that most names were given, weighed by how sure they are; of two the first.
  std::array<std::uint32_t, 32> votes{};
  std::map<std::string, std::size_t, std::less<>> known;
  std::vector<std::string> names;
  std::vector<std::uint64_t> ranks;
  for (const std::uint32_t i : entity.mentions) {
    const Mention& mention = mentions[i];
    if (mention.form != Form::name) continue;
    votes[static_cast<std::size_t>(mention.kind)] += mention.confidence + 1U;
    std::string name = folded_blanks(mention.span.of(text.text));
    if (known.contains(name)) continue;
    // Full names before acronyms and single words; of two as full the earlier one.
    const Name parts = read_name(text.text, text.tokens, mention.span, mention.kind);
    const bool shouting = parts.words.size() > 1 &&
                          name.find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos;
    ranks.push_back((shouting ? 0U : 1000U) + parts.words.size() * 10 +
                    (parts.is_acronym ? 0U : 5U));
    known.emplace(name, names.size());
    names.push_back(std::move(name));
  }
  const auto best = static_cast<std::size_t>(std::max_element(std::begin(votes), std::end(votes)) -
                                             votes.begin());
  if (votes[best] > 0) entity.kind = static_cast<EntityKind>(best);
  if (names.empty()) {
    if (!entity.mentions.empty())
      entity.name = folded_blanks(mentions[entity.mentions.front()].span.of(text.text));
    return;
  }
  const auto fullest = static_cast<std::size_t>(
      std::max_element(std::begin(ranks), std::end(ranks)) - ranks.begin());
  entity.name = names[fullest];
  for (std::size_t i = 0; i < names.size(); ++i)
    if (i != fullest) entity.aliases.push_back(std::move(names[i]));
}

}  // namespace palimpsest
