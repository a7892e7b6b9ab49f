#include "train/restore/damage_chains.h"

#include <algorithm>
#include <map>

namespace palimpsest::train {

std::vector<ToolChain> tool_chains(std::string_view t, const std::vector<Chain>& chains,
                                   const std::vector<Word>& words, const ToolStyle& style,
                                   Random& r) {
  std::map<std::uint32_t, std::uint32_t> at_begin, at_end;
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    at_begin[words[i].begin] = i;
    at_end[words[i].end] = i;
  }
  const auto text_of = [&](const WordSpan& s) {
    return std::string(t.substr(words[s.first].begin, words[s.last].end - words[s.first].begin));
  };
  std::vector<ToolChain> out;
  const double main_kind = r.part();
  for (const Chain& chain : chains) {
    std::vector<WordSpan> mentions;
    for (const ChainMention& m : chain) {
      const auto a = at_begin.find(m.begin), b = at_end.find(m.end);
      if (a == at_begin.end() || b == at_end.end() || b->second < a->second ||
          b->second - a->second > 11)
        continue;
      mentions.push_back({a->second, b->second, m.form});
    }
    if (mentions.size() < 2 || !r.chance(style.chain_kept)) continue;
    // The main mention: the first, the shortest name, the longest, or the one most used.
    std::vector<WordSpan> names;
    for (const WordSpan& m : mentions)
      if (m.form != MentionForm::pronoun) names.push_back(m);
    if (names.empty()) continue;
    WordSpan main = names[0];
    const double pick = style.shrinking ? (r.chance(0.8) ? 0.1 : main_kind) : r.part();
    if (pick > 0.4)
      for (const WordSpan& m : names) {
        const std::size_t size = text_of(m).size(), now = text_of(main).size();
        if (pick < 0.75
                ? (m.form == MentionForm::name && (main.form != MentionForm::name || size < now))
            : pick < 0.85 ? size > now
                          : false)
          main = m;
      }
    if (pick >= 0.85) {
      std::map<std::string, int> uses;
      for (const WordSpan& m : names) ++uses[text_of(m)];
      for (const WordSpan& m : names)
        if (uses[text_of(m)] > uses[text_of(main)]) main = m;
    }
    ToolChain c;
    c.main = text_of(main);
    c.first = mentions[0].first;
    if (r.chance(style.odd_main)) {
      const std::uint32_t length = 4 + static_cast<std::uint32_t>(r.below(6));
      const std::uint32_t from = static_cast<std::uint32_t>(r.below(words.size()));
      std::uint32_t to = from;
      while (to < words.size() && to - from < length && !words[to].blank &&
             std::string_view(".?!\"").find(t[words[to].begin]) == std::string_view::npos)
        ++to;
      if (to > from + 2 && is_letter_byte(t[words[from].begin]))
        c.main = text_of({from, to - 1, MentionForm::nominal});
    }
    if (c.main.size() > 80 || c.main.find('\n') != std::string::npos) continue;
    for (const WordSpan& m : mentions) {
      if (m.first == main.first && m.last == main.last) continue;
      const double keep = m.form == MentionForm::pronoun   ? style.pronouns
                          : m.form == MentionForm::nominal ? style.nominals
                          : m.first == m.last              ? style.names
                                                           : style.long_names;
      if (r.chance(keep)) c.mentions.push_back(m);
    }
    if (!c.mentions.empty()) out.push_back(std::move(c));
  }
  for (ToolChain& c : out) {
    if (out.size() < 2) break;
    const auto steal = [&] {
      ToolChain& other = out[r.below(out.size())];
      if (&other == &c || other.mentions.empty()) return;
      const std::size_t i = r.below(other.mentions.size());
      c.mentions.push_back(other.mentions[i]);
      other.mentions.erase(other.mentions.begin() + static_cast<std::ptrdiff_t>(i));
    };
    if (r.chance(style.wrong_chain)) steal();
    if (r.chance(style.wrong_chain / 3)) steal(), steal(), steal();
    for (std::size_t i = 0; i < c.mentions.size(); ++i)
      if (r.chance(style.wrong_mention)) steal();
    std::sort(c.mentions.begin(), c.mentions.end(),
              [](const WordSpan& a, const WordSpan& b) { return a.first < b.first; });
  }
  std::vector<ToolChain> parted;
  for (ToolChain& c : out) {
    if (c.mentions.size() > 5 && r.chance(0.5)) {
      const auto k = static_cast<std::ptrdiff_t>(2 + r.below(c.mentions.size() - 3));
      ToolChain rest = c;
      rest.mentions.erase(rest.mentions.begin(), rest.mentions.begin() + k);
      c.mentions.resize(static_cast<std::size_t>(k));
      rest.first = rest.mentions[0].first;
      parted.push_back(std::move(rest));
    }
    parted.push_back(std::move(c));
  }
  std::stable_sort(parted.begin(), parted.end(),
                   [](const ToolChain& a, const ToolChain& b) { return a.first < b.first; });
  return parted;
}

}  // namespace palimpsest::train
