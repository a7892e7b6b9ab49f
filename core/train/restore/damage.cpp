#include "train/restore/damage.h"

#include <algorithm>
#include <set>

#include "train/restore/damage_chains.h"

namespace palimpsest::train {
namespace {

bool share_a_word(std::string_view a, std::string_view b) {
  // Two forms of one name share a word of three letters.
  std::set<std::string> words;
  const auto each = [](std::string_view s, auto use) {
    std::string word;
    for (std::size_t i = 0; i <= s.size(); ++i) {
      if (i < s.size() && is_letter_byte(s[i]))
        word += static_cast<char>(s[i] | 0x20);
      else {
        if (word.size() >= 3 && word != "the" && word != "and") use(word);
        word.clear();
      }
    }
  };
  each(a, [&](const std::string& w) { words.insert(w); });
  bool shared = false;
  each(b, [&](const std::string& w) { shared = shared || words.contains(w); });
  return shared;
}

bool is_possessive(const WordSpan& m, const std::vector<Word>& words, std::string_view t) {
  const std::string_view w =
      t.substr(words[m.first].begin, words[m.first].end - words[m.first].begin);
  return m.form == MentionForm::pronoun &&
         (w == "his" || w == "its" || w == "their" || w == "His" || w == "Its" || w == "Their");
}

WrittenOver record(std::string_view t, const std::vector<Word>& words, const WordSpan& mention,
                   std::int32_t shift, const std::vector<std::uint32_t>& lost,
                   const std::string& main) {
  WrittenOver place;
  place.shift = shift;
  place.form = mention.form;
  place.lost = static_cast<std::uint32_t>(lost.size());
  for (const std::uint32_t w : lost) {
    if (!place.lost_text.empty()) place.lost_text += ' ';
    if (!words[w].blank) place.lost_text += t.substr(words[w].begin, words[w].end - words[w].begin);
  }
  place.harmless =
      (shift == 0 && mention.form != MentionForm::pronoun && share_a_word(main, place.lost_text)) ||
      main == place.lost_text;
  return place;
}

}  // namespace

Damaged set_blanks(std::string_view text, Random& random) {
  const ToolStyle style = random_style(random);
  return print(items_of(text, cut_words(text, style), style), {}, style);
}

Damaged write_over(std::string_view t, const std::vector<Chain>& chains, Random& r) {
  const ToolStyle style = random_style(r);
  std::vector<Word> words = cut_words(t, style);
  if (!style.blanks_count && style.paragraphs == 2)
    std::erase_if(words, [](const Word& w) { return w.blank; });
  std::vector<Item> list = items_of(t, words, style);
  const std::vector<ToolChain> tools = tool_chains(t, chains, words, style, r);
  std::vector<WrittenOver> places;
  const auto replace = [&](std::size_t first, std::size_t last, const ToolChain& c,
                           const WordSpan& m, bool in_place) {
    std::vector<std::uint32_t> lost;
    for (std::size_t i = first; i <= last; ++i)
      lost.insert(lost.end(), list[i].words.begin(), list[i].words.end());
    std::sort(lost.begin(), lost.end());
    Item item;
    item.text = c.main;
    if (is_possessive(m, words, t) && r.chance(style.possessive))
      item.text += style.tokenised ? " 's" : "'s";
    item.behind = list[last].behind;
    item.words = lost;
    item.place = static_cast<std::int64_t>(places.size());
    const std::int32_t shift = in_place || lost.empty() ? 0
                                                        : static_cast<std::int32_t>(lost[0]) -
                                                              static_cast<std::int32_t>(m.first);
    places.push_back(record(t, words, m, shift, lost, c.main));
    list.erase(list.begin() + static_cast<std::ptrdiff_t>(first) + 1,
               list.begin() + static_cast<std::ptrdiff_t>(last) + 1);
    list[first] = std::move(item);
  };
  if (style.shrinking) {
    for (const ToolChain& c : tools)
      for (const WordSpan& m : c.mentions) {
        if (m.first >= list.size()) continue;
        replace(m.first, std::min<std::size_t>(m.last, list.size() - 1), c, m, false);
      }
    return print(list, std::move(places), style);
  }
  // Drift: the distance of each word's place, growing with the text.
  struct Job {
    WordSpan mention;
    const ToolChain* chain;
  };
  std::vector<Job> jobs;
  for (const ToolChain& c : tools)
    for (const WordSpan& m : c.mentions) jobs.push_back({m, &c});
  std::stable_sort(jobs.begin(), jobs.end(),
                   [](const Job& a, const Job& b) { return a.mention.first > b.mention.first; });
  std::vector<int> shift(words.size());
  if (r.chance(0.8)) {
    auto at = static_cast<std::size_t>(static_cast<double>(words.size()) * r.between(0.02, 0.65));
    constexpr int first_steps[] = {1, 1, 1, 2, 3};
    int now = first_steps[r.below(5)];
    const int most = r.chance(0.1) ? 6 : 3;
    for (std::size_t i = at, left = 40 + r.below(100); i < words.size(); ++i) {
      shift[i] = now;
      if (--left == 0) {
        constexpr int growth[] = {0, 1, 1, 2};
        now = std::min(most, now + growth[r.below(4)]);
        left = 40 + r.below(100);
      }
    }
  }
  std::vector<bool> taken(words.size());
  struct Made {
    std::size_t first, last;
    const Job* job;
    bool in_place;
  };
  std::vector<Made> made;
  for (const Job& job : jobs) {
    int k = shift[job.mention.first];
    if (r.chance(0.04)) k = std::max(0, k + (r.chance(0.5) ? 1 : -1));
    const std::size_t first = job.mention.first + static_cast<std::size_t>(k);
    const std::size_t last = first + (job.mention.last - job.mention.first);
    if (last >= words.size()) continue;
    bool free = true;
    for (std::size_t i = first; i <= last; ++i) free = free && !taken[i];
    // The mention itself must stand, or nobody could tell; real tools do not care, so mostly.
    if (!free) continue;
    for (std::size_t i = first; i <= last; ++i) taken[i] = true;
    made.push_back({first, last, &job, k == 0});
  }
  std::sort(made.begin(), made.end(),
            [](const Made& a, const Made& b) { return a.first > b.first; });
  for (const Made& m : made) replace(m.first, m.last, *m.job->chain, m.job->mention, m.in_place);
  return print(list, std::move(places), style);
}

}  // namespace palimpsest::train
