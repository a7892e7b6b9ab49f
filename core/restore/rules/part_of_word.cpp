// A name written into a word: "their Dr. Eleanor Vossitage" was "their heritage". Tools do so that
// replace the letters of a pronoun wherever they stand.
// Leaves words alone that are made from names ("Obamacare"): no pronoun makes them a word.
#include <algorithm>
#include <array>
#include <unordered_map>

#include "restore/rule.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace palimpsest {
namespace {

constexpr std::array<std::string_view, 10> pronouns = {"her", "his", "him",  "he",   "she",
                                                       "its", "it",  "they", "them", "their"};

bool known(const DamagedText& damaged, std::string_view lower) {
  return damaged.model->lexicon().word_class(lower) != 0;
}

/// Begin of the longest name that stands elsewhere and ends at `end` with the word at `token`.
std::uint32_t name_begin(const DamagedText& damaged, std::uint32_t begin, std::uint32_t end) {
  std::uint32_t best = begin;
  for (const Mention& m : damaged.mentions) {
    const std::string_view name = damaged.of(m.span);
    if (!is_named(m.kind) || name.size() <= end - best || name.size() > end) continue;
    if (m.span.end == end) continue;
    const auto from = static_cast<std::uint32_t>(end - name.size());
    if (damaged.text.substr(from, name.size()) == name &&
        (from == 0 || damaged.text[from - 1] == ' ' || damaged.text[from - 1] == '\n'))
      best = from;
  }
  // A title before it was written with it.
  for (std::string_view title : {"Dr. ", "Mr. ", "Mrs. ", "Ms. ", "President ", "Senator "})
    if (best >= title.size() && damaged.text.substr(best - title.size(), title.size()) == title)
      best -= static_cast<std::uint32_t>(title.size());
  return best;
}

}  // namespace

std::vector<Restoration> rules::part_of_word::find(const DamagedText& damaged) {
  std::vector<Restoration> found;
  if (damaged.model == nullptr) return found;
  std::unordered_map<std::string_view, int> last_words;  // of names, with their uses
  for (const Mention& m : damaged.mentions) {
    if (!is_named(m.kind) || m.form != Form::name) continue;
    const std::string_view name = damaged.of(m.span);
    const std::size_t blank = name.rfind(' ');
    const std::string_view last = blank == std::string_view::npos ? name : name.substr(blank + 1);
    if (last.size() >= 3 && is_upper(code_point_at(last, 0).code)) ++last_words[last];
  }
  if (last_words.empty()) return found;
  // Shorter ones the word lists know by chance: "itians" in the name of a people.
  constexpr std::size_t least_tail = 4, least_word = 7, longest = 40;
  for (std::size_t i = 0; i < damaged.tokens.size(); ++i) {
    const Token& t = damaged.tokens[i];
    const std::string_view word = damaged.of(i);
    if (!t.is_word() || t.shape() != WordShape::capitalised || word.size() < 6 ||
        word.size() > longest)
      continue;
    const std::string lower = lower_case(word);
    if (known(damaged, lower)) continue;
    for (std::size_t split = 3; split + least_tail <= word.size(); ++split) {
      const auto name = last_words.find(word.substr(0, split));
      if (name == last_words.end()) continue;
      const std::string_view tail = word.substr(split);
      const auto pronoun = std::find_if(pronouns.begin(), pronouns.end(), [&](std::string_view p) {
        return p.size() + tail.size() >= least_word &&
               known(damaged, std::string(p) + std::string(tail));
      });
      if (pronoun == pronouns.end()) continue;
      const std::uint32_t end = t.begin + static_cast<std::uint32_t>(split);
      Restoration one;
      one.span = {name_begin(damaged, t.begin, end), damaged.tokens.end_of(i)};
      one.text = std::string(*pronoun) + std::string(tail);
      one.confidence = 90;
      one.lost = {Lost::What::words, 1};
      one.why = "“" + one.text + "” holds the letters of “" + std::string(*pronoun) +
                "”, which were replaced by a name.";
      found.push_back(std::move(one));
      break;
    }
  }
  return found;
}

}  // namespace palimpsest
