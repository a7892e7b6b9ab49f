#include "train/restore/damage.h"

#include <algorithm>
#include <map>
#include <set>

namespace palimpsest::train {
namespace {

struct Word {
  std::uint32_t begin = 0, end = 0;  // bytes of the clean text
  bool blank = false;                // a paragraph's end or a run of blanks
};

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }
bool is_letter_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

constexpr std::string_view openers[] = {"(", "[", "\"", "“", "‘", "'"};
constexpr std::string_view closers[] = {",", ".", "?", "!", ";", ":", ")", "]", "\"", "”", "%"};
constexpr std::string_view clitics[] = {"'s",  "’s",  "n't", "n’t", "'re", "’re", "'ve",
                                        "’ve", "'ll", "’ll", "'d",  "'m",  "’m"};
constexpr std::string_view stopped[] = {"Mr.",  "Mrs.",  "Ms.", "Dr.", "Sen.", "Rep.",
                                        "Gov.", "Gen.",  "St.", "Jr.", "Sr.",  "Inc.",
                                        "Co.",  "Corp.", "vs.", "No."};

bool keeps_stop(std::string_view word) {
  if (std::find(std::begin(stopped), std::end(stopped), word) != std::end(stopped)) return true;
  return word.size() >= 2 && word.back() == '.' && is_letter_byte(word[word.size() - 2]) &&
         (word.size() == 2 || word[word.size() - 3] == '.');
}

struct Style {
  bool shrinking = true;      // the list that shrinks, or drift
  bool hyphens_part = false;  // the tokeniser cuts hyphenated words
  bool blanks_count = true;   // a paragraph's end is a cell
  bool tokenised = true;      // blanks between all words
  int paragraphs = 0;         // 0 blanks, 1 line ends, 2 lost
  bool hyphens_lost = false;  // hyphenated words were dropped
  int quotes = 0;             // 0 as they are, 1 straight
  bool mojibake = false;
  double pronouns = 0.77, names = 0.5, nominals = 0.13, long_names = 0.13;
  double wrong_chain = 0.1, wrong_mention = 0.03, odd_main = 0.03, possessive = 0;
  double chain_kept = 0.9;
};

Style random_style(Random& r) {
  Style s;
  s.shrinking = r.chance(0.45);
  s.hyphens_part = s.shrinking ? r.chance(0.8) : r.chance(0.1);
  s.tokenised = s.shrinking ? r.chance(0.9) : r.chance(0.5);
  s.paragraphs = s.shrinking ? (r.chance(0.75) ? 0 : 1) : static_cast<int>(r.below(3));
  s.blanks_count = s.paragraphs != 2 && (s.shrinking || r.chance(0.6));
  s.hyphens_lost = s.shrinking && r.chance(0.4);
  s.quotes = r.chance(0.7) ? 1 : 0;
  s.mojibake = r.chance(0.3);
  s.pronouns = r.between(0.6, 0.97);
  if (r.chance(0.5)) {
    s.names = r.between(0.3, 0.6), s.long_names = r.between(0.05, 0.3),
    s.nominals = r.between(0.05, 0.3);
  } else {
    s.names = r.between(0.6, 0.95), s.long_names = r.between(0.5, 0.95),
    s.nominals = r.between(0.2, 0.5);
  }
  s.wrong_chain = r.between(0, 0.25);
  s.wrong_mention = r.between(0, 0.08);
  s.odd_main = r.between(0, 0.1);
  s.possessive = r.chance(0.12) ? 0.9 : 0;
  s.chain_kept = r.between(0.5, 1);
  return s;
}

std::vector<Word> cut_words(std::string_view t, const Style& style) {
  std::vector<Word> words;
  const std::uint32_t size = static_cast<std::uint32_t>(t.size());
  for (std::uint32_t i = 0; i < size;) {
    if (is_blank(t[i])) {
      std::uint32_t j = i;
      bool line = false;
      while (j < size && is_blank(t[j])) line = line || t[j] == '\n', ++j;
      if ((line || j - i > 1) && i > 0) words.push_back({i, j, true});
      i = j;
      continue;
    }
    std::uint32_t j = i;
    while (j < size && !is_blank(t[j])) ++j;
    std::uint32_t a = i, b = j;
    std::vector<Word> tail;
    for (bool again = true; again && a < b;) {
      again = false;
      for (const std::string_view mark : openers)
        if (t.substr(a, b - a).starts_with(mark)) {
          const auto n = static_cast<std::uint32_t>(mark.size());
          words.push_back({a, a + n});
          a += n, again = true;
          break;
        }
    }
    for (bool again = true; again && a < b;) {
      again = false;
      if (keeps_stop(t.substr(a, b - a))) break;
      for (const std::string_view mark : closers)
        if (t.substr(a, b - a).ends_with(mark)) {
          const auto n = static_cast<std::uint32_t>(mark.size());
          tail.push_back({b - n, b});
          b -= n, again = true;
          break;
        }
    }
    std::uint32_t clitic = b;
    for (const std::string_view end : clitics)
      if (b - a > end.size() && t.substr(a, b - a).ends_with(end))
        clitic = b - static_cast<std::uint32_t>(end.size());
    if (clitic > a && style.hyphens_part) {
      std::uint32_t from = a;
      for (std::uint32_t k = a; k < clitic; ++k)
        if (t[k] == '-' || t[k] == '/') {
          if (k > from) words.push_back({from, k});
          words.push_back({k, k + 1});
          from = k + 1;
        }
      if (from < clitic) words.push_back({from, clitic});
    } else if (clitic > a) {
      words.push_back({a, clitic});
    }
    if (clitic < b) words.push_back({clitic, b});
    words.insert(words.end(), tail.rbegin(), tail.rend());
    i = j;
  }
  return words;
}

/// A cell of the tool's list.
struct Item {
  std::string text;
  std::vector<std::uint32_t> words;  // that stand there, or that were lost
  std::int64_t place = -1;           // index into places
  std::string behind;                // what follows in the clean text
};

struct Span {
  std::uint32_t first, last;  // words, last included
  MentionForm form;
};

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

std::string set_quotes(std::string text, const Style& style) {
  if (style.quotes == 0) return text;
  return text == "“" || text == "”" ? "\"" : text;
}

std::vector<Item> items_of(std::string_view t, const std::vector<Word>& words, const Style& style) {
  std::vector<Item> list;
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    Item item;
    item.words = {i};
    if (words[i].blank) {
      if (style.paragraphs == 2)
        item.text = "";
      else if (style.paragraphs == 1)
        item.text = "\n\n";
      else
        item.text = " ";
    } else {
      item.text =
          set_quotes(std::string(t.substr(words[i].begin, words[i].end - words[i].begin)), style);
      if (style.hyphens_lost && item.text.size() > 3 && item.text.find('-') != std::string::npos &&
          is_letter_byte(item.text[0]))
        item.text = " ";
    }
    const std::uint32_t next =
        i + 1 < words.size() ? words[i + 1].begin : static_cast<std::uint32_t>(t.size());
    item.behind = next > words[i].end && !words[i].blank ? " " : "";
    if (i + 1 < words.size() && words[i + 1].blank && style.paragraphs != 1) item.behind = " ";
    list.push_back(std::move(item));
  }
  return list;
}

std::string misread(const std::string& text, std::vector<WrittenOver>& places) {
  static const std::map<std::string, std::string> rows = {
      {"’", "â€™"}, {"‘", "â€˜"}, {"“", "â€œ"}, {"”", "â€\xC2\x9D"}, {"—", "â€”"}, {"–", "â€“"}};
  std::string out;
  std::vector<std::uint32_t> at(text.size() + 1);
  for (std::size_t i = 0; i < text.size();) {
    at[i] = static_cast<std::uint32_t>(out.size());
    const auto row = i + 3 <= text.size() ? rows.find(text.substr(i, 3)) : rows.end();
    if (row != rows.end()) {
      for (std::size_t j = i; j < i + 3; ++j) at[j] = static_cast<std::uint32_t>(out.size());
      out += row->second;
      i += 3;
    } else {
      out += text[i++];
    }
  }
  at[text.size()] = static_cast<std::uint32_t>(out.size());
  for (WrittenOver& p : places) p.begin = at[p.begin], p.end = at[p.end];
  return out;
}

Damaged print(const std::vector<Item>& list, std::vector<WrittenOver> places, const Style& style) {
  Damaged d;
  std::vector<WrittenOver> kept;
  for (const Item& item : list) {
    if (item.text.empty()) continue;
    if (style.tokenised && !d.text.empty() && item.text != "\n\n" && !d.text.ends_with("\n"))
      d.text += ' ';
    const auto begin = static_cast<std::uint32_t>(d.text.size());
    d.text += item.text;
    if (item.place >= 0) {
      WrittenOver place = places[static_cast<std::size_t>(item.place)];
      place.begin = begin, place.end = static_cast<std::uint32_t>(d.text.size());
      kept.push_back(std::move(place));
    }
    if (!style.tokenised) d.text += item.behind;
  }
  d.places = std::move(kept);
  if (style.mojibake) d.text = misread(d.text, d.places);
  return d;
}

struct ToolChain {
  std::string main;
  std::vector<Span> mentions;  // to be replaced
  std::uint32_t first = 0;
};

std::vector<ToolChain> tool_chains(std::string_view t, const std::vector<Chain>& chains,
                                   const std::vector<Word>& words, const Style& style, Random& r) {
  std::map<std::uint32_t, std::uint32_t> at_begin, at_end;
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    at_begin[words[i].begin] = i;
    at_end[words[i].end] = i;
  }
  const auto text_of = [&](const Span& s) {
    return std::string(t.substr(words[s.first].begin, words[s.last].end - words[s.first].begin));
  };
  std::vector<ToolChain> out;
  const double main_kind = r.part();
  for (const Chain& chain : chains) {
    std::vector<Span> mentions;
    for (const ChainMention& m : chain) {
      const auto a = at_begin.find(m.begin), b = at_end.find(m.end);
      if (a == at_begin.end() || b == at_end.end() || b->second < a->second ||
          b->second - a->second > 11)
        continue;
      mentions.push_back({a->second, b->second, m.form});
    }
    if (mentions.size() < 2 || !r.chance(style.chain_kept)) continue;
    // The main mention: the first, the shortest name, the longest, or the one most used.
    std::vector<Span> names;
    for (const Span& m : mentions)
      if (m.form != MentionForm::pronoun) names.push_back(m);
    if (names.empty()) continue;
    Span main = names[0];
    const double pick = style.shrinking ? (r.chance(0.8) ? 0.1 : main_kind) : r.part();
    if (pick > 0.4)
      for (const Span& m : names) {
        const std::size_t size = text_of(m).size(), now = text_of(main).size();
        if (pick < 0.75
                ? (m.form == MentionForm::name && (main.form != MentionForm::name || size < now))
            : pick < 0.85 ? size > now
                          : false)
          main = m;
      }
    if (pick >= 0.85) {
      std::map<std::string, int> uses;
      for (const Span& m : names) ++uses[text_of(m)];
      for (const Span& m : names)
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
    for (const Span& m : mentions) {
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
              [](const Span& a, const Span& b) { return a.first < b.first; });
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

bool is_possessive(const Span& m, const std::vector<Word>& words, std::string_view t) {
  const std::string_view w =
      t.substr(words[m.first].begin, words[m.first].end - words[m.first].begin);
  return m.form == MentionForm::pronoun &&
         (w == "his" || w == "its" || w == "their" || w == "His" || w == "Its" || w == "Their");
}

WrittenOver record(std::string_view t, const std::vector<Word>& words, const Span& mention,
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
  const Style style = random_style(random);
  return print(items_of(text, cut_words(text, style), style), {}, style);
}

Damaged write_over(std::string_view t, const std::vector<Chain>& chains, Random& r) {
  const Style style = random_style(r);
  std::vector<Word> words = cut_words(t, style);
  if (!style.blanks_count && style.paragraphs == 2)
    std::erase_if(words, [](const Word& w) { return w.blank; });
  std::vector<Item> list = items_of(t, words, style);
  const std::vector<ToolChain> tools = tool_chains(t, chains, words, style, r);
  std::vector<WrittenOver> places;
  const auto replace = [&](std::size_t first, std::size_t last, const ToolChain& c, const Span& m,
                           bool in_place) {
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
      for (const Span& m : c.mentions) {
        if (m.first >= list.size()) continue;
        replace(m.first, std::min<std::size_t>(m.last, list.size() - 1), c, m, false);
      }
    return print(list, std::move(places), style);
  }
  // Drift: the distance of each word's place, growing with the text.
  struct Job {
    Span mention;
    const ToolChain* chain;
  };
  std::vector<Job> jobs;
  for (const ToolChain& c : tools)
    for (const Span& m : c.mentions) jobs.push_back({m, &c});
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
