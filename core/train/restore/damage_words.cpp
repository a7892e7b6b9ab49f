#include "train/restore/damage_words.h"

#include <algorithm>
#include <map>

namespace palimpsest::train {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }
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

std::string set_quotes(std::string text, const ToolStyle& style) {
  if (style.quotes == 0) return text;
  return text == "“" || text == "”" ? "\"" : text;
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

}  // namespace

ToolStyle random_style(Random& r) {
  ToolStyle s;
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

std::vector<Word> cut_words(std::string_view t, const ToolStyle& style) {
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

std::vector<Item> items_of(std::string_view t, const std::vector<Word>& words,
                           const ToolStyle& style) {
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

Damaged print(const std::vector<Item>& list, std::vector<WrittenOver> places,
              const ToolStyle& style) {
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

}  // namespace palimpsest::train
