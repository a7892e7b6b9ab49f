// Tested by tests/core/names_test.cpp.
#include "entity/reader_lexicon.h"

#include <algorithm>
#include <map>

#include "text/outer_first.h"

namespace palimpsest {
namespace {

/// The text with each run of blanks and line ends as one blank, none at its edges.
std::string folded(std::string_view text) {
  std::string out;
  const Tokens tokens = tokenize(text);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!tokens[i].is_blank() && !tokens[i].is_line_break())
      out += tokens.of(text, i);
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

struct Name {
  std::string text;  // folded
  const ReaderName* entry;
};

/// The token after the last one of `name`, which would begin at token `first`; 0 if it does not
/// stand there.
std::size_t end_of_name(std::string_view text, const Tokens& tokens, std::size_t first,
                        std::string_view name) {
  std::size_t at = 0, i = first;
  while (at < name.size() && i < tokens.size()) {
    if (tokens[i].is_blank() || tokens[i].is_line_break()) {
      if (name[at] != ' ') return 0;
      while (i < tokens.size() && (tokens[i].is_blank() || tokens[i].is_line_break())) ++i;
      ++at;
      continue;
    }
    const std::string_view part = tokens.of(text, i);
    if (name.substr(at, part.size()) != part) return 0;
    at += part.size();
    ++i;
  }
  return at == name.size() ? i : 0;
}

}  // namespace

void set_inside(std::vector<Mention>& mentions) {
  std::vector<std::uint32_t> around;
  for (std::uint32_t i = 0; i < mentions.size(); ++i) {
    while (!around.empty() && mentions[around.back()].span.end <= mentions[i].span.begin)
      around.pop_back();
    mentions[i].inside = around.empty() ? no_index : around.back();
    around.push_back(i);
  }
}

std::vector<Mention> apply_lexicon(std::string_view text, const Tokens& tokens,
                                   std::vector<Mention> mentions,
                                   std::span<const ReaderName> lexicon) {
  if (lexicon.empty()) return mentions;
  std::map<std::string, std::vector<Name>, std::less<>> by_first_word;  // the longest name first
  for (const ReaderName& entry : lexicon) {
    std::string name = folded(entry.text);
    if (name.empty()) continue;
    const Tokens parts = tokenize(name);
    by_first_word[std::string(parts.of(name, 0))].push_back({std::move(name), &entry});
  }
  for (auto& [word, names] : by_first_word)
    sort_by(names, [](const Name& name) { return ~std::uint64_t{name.text.size()}; });

  std::vector<Mention> said;  // by the reader, in order
  std::vector<CleanSpan> denied;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const auto names = by_first_word.find(tokens.of(text, i));
    if (names == by_first_word.end()) continue;
    for (const Name& name : names->second) {
      const std::size_t end = end_of_name(text, tokens, i, name.text);
      if (end == 0) continue;
      const CleanSpan span = tokens.span(i, end - 1);
      if (!name.entry->is_name) {
        denied.push_back(span);
      } else if (name.entry->kind) {
        said.push_back({.span = {tokens.begin_of(i), tokens.begin_of(end)},
                        .kind = *name.entry->kind,
                        .confidence = 100,
                        .why = "you said so in your own list of names"});
      }
      i = end - 1;
      break;
    }
  }
  // `entity` is not set yet: for a while it says where a mention stood, to move `holder` along.
  for (std::uint32_t i = 0; i < mentions.size(); ++i) mentions[i].entity = i;
  std::vector<std::uint32_t> moved(mentions.size(), no_index);
  std::vector<Mention> kept;
  std::size_t next_said = 0, next_denied = 0;
  for (Mention& mention : mentions) {
    while (next_said < said.size() && said[next_said].span.end <= mention.span.begin) ++next_said;
    while (next_denied < denied.size() && denied[next_denied].begin < mention.span.begin)
      ++next_denied;
    const bool is_denied = next_denied < denied.size() && denied[next_denied] == mention.span;
    const bool beside = next_said == said.size() || said[next_said].span.begin >= mention.span.end;
    const bool around = !beside && mention.span != said[next_said].span &&
                        mention.span.contains(said[next_said].span);
    if (!is_denied && (beside || around)) kept.push_back(std::move(mention));
  }
  kept.insert(kept.end(), std::make_move_iterator(said.begin()),
              std::make_move_iterator(said.end()));
  sort_outer_first(kept);
  for (std::uint32_t i = 0; i < kept.size(); ++i)
    if (kept[i].entity != no_index) moved[kept[i].entity] = i;
  for (Mention& mention : kept) {
    mention.entity = no_index;
    if (mention.holder != no_index) mention.holder = moved[mention.holder];
  }
  set_inside(kept);
  return kept;
}

}  // namespace palimpsest
