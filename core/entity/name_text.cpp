// Reads a text for the tagger: units, distinct words, cases of sentences, runs, phrases of lists.
// Tested by tests/core/tagger_test.cpp.
#include <algorithm>
#include <bit>

#include "entity/features.h"
#include "model/hash.h"
#include "text/unicode.h"

namespace palimpsest {
namespace {

constexpr std::uint32_t no_word = 0xFFFFFFFF;

/// Distinct (spelling, case of the sentence) pairs. Open addressing.
class WordTable {
 public:
  WordTable(std::string_view text, const Lexicon& lexicon) : text_(text), lexicon_(lexicon) {
    slots_.assign(1024, no_word);
  }
  std::uint32_t add(const NameUnit& unit, LetterCase letter_case, std::vector<Word>& words) {
    const std::string_view surface = unit.span.of(text_);
    const std::uint64_t h = hash_text(surface) + static_cast<std::uint64_t>(letter_case);
    std::size_t at = h & (slots_.size() - 1);
    for (; slots_[at] != no_word; at = (at + 1) & (slots_.size() - 1)) {
      const std::uint32_t w = slots_[at];
      if (hashes_[w] == h && units_[w].span.of(text_) == surface &&
          words[w].letter_case == letter_case)
        return w;
    }
    const auto w = static_cast<std::uint32_t>(words.size());
    slots_[at] = w;
    hashes_.push_back(h);
    units_.push_back(unit);
    words.push_back(read_word(text_, unit, letter_case, lexicon_));
    if (words.size() * 2 > slots_.size()) grow();
    return w;
  }
  const NameUnit& example(std::uint32_t w) const { return units_[w]; }

 private:
  void grow() {
    slots_.assign(slots_.size() * 2, no_word);
    for (std::uint32_t w = 0; w < hashes_.size(); ++w) {
      std::size_t at = hashes_[w] & (slots_.size() - 1);
      while (slots_[at] != no_word) at = (at + 1) & (slots_.size() - 1);
      slots_[at] = w;
    }
  }
  std::string_view text_;
  const Lexicon& lexicon_;
  std::vector<std::uint32_t> slots_;
  std::vector<std::uint64_t> hashes_;
  std::vector<NameUnit> units_;
};

struct CaseCounts {
  std::size_t words = 0, capital = 0, upper = 0, long_words = 0, long_capital = 0;
};

CaseCounts count_cases(std::string_view text, const Units& units, std::size_t begin,
                       std::size_t end) {
  CaseCounts n;
  for (std::size_t i = begin; i < end; ++i) {
    const NameUnit& unit = units.units[i];
    if (!unit.letters || unit.possessive) continue;
    const Shape shape = shape_of(unit.span.of(text), unit);
    if (shape == Shape::uncased || shape == Shape::digits_letters) continue;
    const bool capital = begins_with_capital(shape) && shape != Shape::lower_mixed;
    const bool is_long = unit.span.size() >= 4;
    ++n.words;
    n.capital += capital;
    n.upper += shape == Shape::upper_long || shape == Shape::upper_short || shape == Shape::letter;
    n.long_words += is_long;
    n.long_capital += is_long && capital;
  }
  return n;
}

/// A sentence counts as upper case from three words in capitals on, as title case from four long
/// words on if all are capitalised; fewer are as likely a name or a caption.
LetterCase case_of(const CaseCounts& n, bool text_is_lower) {
  if (n.words >= 3 && n.upper * 10 >= n.words * 8 && n.long_words > 0) return LetterCase::upper;
  if (n.long_words >= 4 && n.long_capital == n.long_words) return LetterCase::title;
  if (text_is_lower && n.capital * 20 <= n.words) return LetterCase::lower;
  return LetterCase::normal;
}

bool joins_a_run(Shape s) { return s == Shape::hyphen || s == Shape::ampersand; }

void find_runs(NameText& t, std::size_t begin, std::size_t end) {
  const auto in_run = [&](std::size_t i) {
    return t.word(i).name_like && t.word(i).letter_case == LetterCase::normal;
  };
  for (std::size_t i = begin; i < end;) {
    if (!in_run(i)) {
      ++i;
      continue;
    }
    std::size_t e = i + 1;
    while (e < end && (in_run(e) || (e + 1 < end && joins_a_run(t.word(e).shape) &&
                                     t.units.units[e].glued && in_run(e + 1))))
      ++e;
    for (std::size_t k = i; k < e; ++k) {
      t.run_begin[k] = static_cast<std::uint32_t>(i);
      t.run_end[k] = static_cast<std::uint32_t>(e);
    }
    i = e;
  }
}

std::uint16_t phrase_bits(const NameFacts& f) {
  return static_cast<std::uint16_t>((f.country ? 4 : 0) | (f.city ? 8 : 0) | (f.region ? 16 : 0) |
                                    (f.organisation ? 32 : 0) | (f.demonym ? 64 : 0) |
                                    (f.given || f.surname ? 128 : 0));
}

/// Longest phrases of the lists, from left to right; at most five words.
void find_phrases(NameText& t, std::string_view text, const Lexicon& lexicon, std::size_t begin,
                  std::size_t end) {
  std::string phrase;
  for (std::size_t i = begin; i < end; ++i) {
    if (!t.word(i).name_like) continue;
    phrase.clear();
    std::size_t found = 0;
    NameFacts facts;
    for (std::size_t k = i; k < std::min(end, i + 5); ++k) {
      const NameUnit& unit = t.units.units[k];
      if (!unit.letters && t.word(k).shape != Shape::hyphen) break;
      if (k > i && !unit.glued) phrase += ' ';
      phrase += lower_case(unit.span.of(text));
      if (k == i) continue;
      const NameFacts f = lexicon.phrase(phrase);
      if (f.any()) found = k + 1, facts = f;
    }
    if (found == 0) continue;
    const std::uint16_t bits = phrase_bits(facts);
    for (std::size_t k = i; k < found; ++k)
      t.phrase[k] = static_cast<std::uint16_t>(bits | (k == i ? 1 : k + 1 == found ? 3 : 2));
    i = found - 1;
  }
}

}  // namespace

NameText read_name_text(std::string_view text, const Tokens& tokens,
                        std::span<const CleanSpan> sentences, const Lexicon& lexicon) {
  NameText t;
  t.units = cut_units(text, tokens, sentences);
  const std::size_t size = t.units.units.size();
  t.word_of.assign(size, 0);
  t.run_begin.assign(size, 0);
  t.run_end.assign(size, 0);
  t.phrase.assign(size, 0);
  t.first.assign(size, 0);
  const CaseCounts whole = count_cases(text, t.units, 0, size);
  const bool text_is_lower = whole.words > 0 && whole.capital * 50 <= whole.words;
  WordTable table(text, lexicon);
  for (std::size_t chain = 0; chain < t.units.chains.size(); ++chain) {
    const std::size_t begin = t.units.chains[chain], end = t.units.chain_end(chain);
    const LetterCase letter_case = case_of(count_cases(text, t.units, begin, end), text_is_lower);
    bool before_words = true;
    for (std::size_t i = begin; i < end; ++i) {
      t.word_of[i] = table.add(t.units.units[i], letter_case, t.words);
      t.first[i] = before_words;
      before_words = before_words && !t.units.units[i].letters;
    }
    find_runs(t, begin, end);
    find_phrases(t, text, lexicon, begin, end);
  }
  t.document = survey_words(t.units, t.words, t.word_of, t.run_begin, t.run_end, t.first);
  return t;
}

}  // namespace palimpsest
