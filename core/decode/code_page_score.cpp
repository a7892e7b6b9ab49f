// Naive Bayes over the bytes above 0x7F: for each code page and each language that it can write,
// the sum of the logarithms of how often such a character stands in such a place. Letters are drawn
// from the language's alphabet (alphabets.def) with a rank law, marks by mark_place.h. Tested by
// tests/core/decode_test.cpp and tests/cases/decode/.
#include "decode/code_page_score.h"

#include <array>
#include <string>
#include <vector>

#include "decode/mark_place.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace palimpsest {
namespace {

struct Alphabet {
  std::string_view language;
  Script script;
  int share;
  std::string_view letters, words;
};
constexpr Alphabet alphabets[] = {
#define ALPHABET(language, script, share, letters, words) \
  {language, Script::script, share, letters, words},
#include "decode/alphabets.def"
};

// In the order in which they win a draw. ISO-8859-1 is not here: what it can say, Windows-1252 says
// too, and browsers read it as that.
struct Candidate {
  CodePage page;
  double prior;  // how common: some 70 %, 10 %, … of what is not UTF-8
};
constexpr Candidate candidates[] = {{CodePage::windows_1252, -0.4}, {CodePage::windows_1250, -2.0},
                                    {CodePage::windows_1251, -2.0}, {CodePage::latin_9, -2.5},
                                    {CodePage::mac_roman, -3.0},    {CodePage::cp437, -4.0}};

constexpr std::size_t max_high_bytes = 4096, max_words = 2000;
// A loan name's letter in another language; a letter of the wrong case or script in a word.
constexpr double foreign_letter = -7.0, odd_case = -5.0, odd_script = -6.0, upper_letter = -2.0;
// è, ø or æ between two vowels: no language that has them writes that but in a compound, and the
// same bytes are č, ř and ć in Windows-1250 ("Ličen", "Dvořák").
constexpr double odd_vowel = -6.0;
// A word of the language's commonest: they are a third of its text, one in thirty of another's.
constexpr double common_word = 2.5;
// What a page must gain over the bytes' own word for it: an error in a thousand.
constexpr double declared_gain = 7.0;

constexpr std::u32string_view vowels = U"aeiouàáâãäåæèéêëìíîïòóôõöøùúûüýăěőůű";

/// A page's 256 characters with what is asked of them.
struct PageTable {
  struct Entry {
    char32_t code = 0, lower = 0;
    Neighbour as_neighbour{};
    bool letter = false;
    bool vowel = false, lonely_vowel = false;  // lonely: one that stands between consonants
    Script script{};
  };
  std::array<Entry, 256> entries;

  explicit PageTable(CodePage page) {
    for (std::size_t b = 0; b < 256; ++b) {
      const char32_t code = code_point_of(page, static_cast<std::uint8_t>(b));
      // º and ª are letters to Unicode, marks to a writer.
      const bool letter = is_letter(code) && code != 0xAA && code != 0xBA && code != 0xB5;
      const char32_t lower = to_lower(code);
      entries[b] = {.code = code,
                    .lower = lower,
                    .as_neighbour = neighbour(code),
                    .letter = letter,
                    .vowel = vowels.find(lower) != std::u32string_view::npos,
                    .lonely_vowel = lower == U'è' || lower == U'ø' || lower == U'æ',
                    .script = letter ? palimpsest::script(code) : Script::common};
    }
  }
};

/// What the bytes are in one page, whatever the language: the letters counted, the rest summed up.
struct Reading {
  std::array<std::uint32_t, 256> letters{};  // how often each letter, as lower-case bytes' index
  std::size_t letter_count = 0, mark_count = 0;
  double places = 0;  // logarithms of marks and of letters in odd places
};

Reading read_in(const PageTable& table, std::string_view bytes) {
  Reading reading;
  std::size_t seen = 0;
  const auto entry = [&](std::size_t at) -> const PageTable::Entry& {
    return table.entries[static_cast<std::uint8_t>(bytes[at])];
  };
  for (std::size_t at = 0; at < bytes.size() && seen < max_high_bytes; ++at) {
    const auto byte = static_cast<std::uint8_t>(bytes[at]);
    if (byte < 0x80) continue;
    ++seen;
    const PageTable::Entry& here = table.entries[byte];
    const Neighbour before = at > 0 ? entry(at - 1).as_neighbour : Neighbour::edge;
    const Neighbour after = at + 1 < bytes.size() ? entry(at + 1).as_neighbour : Neighbour::edge;
    if (!here.letter) {
      ++reading.mark_count;
      const bool goes_on = after == Neighbour::edge && at + 2 < bytes.size() &&
                           entry(at + 2).as_neighbour == Neighbour::lower;
      reading.places += mark_log(here.code, before, after, goes_on);
      continue;
    }
    ++reading.letters[byte];
    ++reading.letter_count;
    const Neighbour behind = at + 2 < bytes.size() ? entry(at + 2).as_neighbour : Neighbour::edge;
    const Neighbour ahead = at >= 2 ? entry(at - 2).as_neighbour : Neighbour::edge;
    if (here.as_neighbour == Neighbour::upper) {
      // "donÕt", "ÔAre": a capital behind a small letter, or before a word that has its own.
      const bool odd =
          before == Neighbour::lower ||
          (before != Neighbour::upper && after == Neighbour::upper && behind == Neighbour::lower);
      reading.places += odd ? odd_case : upper_letter;
    } else if (before == Neighbour::upper && ahead == Neighbour::upper) {
      reading.places += odd_case;
    }
    for (const std::size_t side : {at - 1, at + 1})
      if (side < bytes.size() && entry(side).letter && entry(side).script != here.script)
        reading.places += odd_script;
    if (here.lonely_vowel && at > 0 && at + 1 < bytes.size() && entry(at - 1).vowel &&
        entry(at + 1).vowel)
      reading.places += odd_vowel;
    // Three letters outside ASCII in a row are rare in Latin script.
    if (here.script == Script::latin && at >= 2 && entry(at - 1).code >= 0x80 &&
        entry(at - 1).letter && entry(at - 2).code >= 0x80 && entry(at - 2).letter)
      reading.places += odd_case;
  }
  return reading;
}

/// For each language how many of the words are among its commonest.
std::array<std::uint32_t, std::size(alphabets)> count_common_words(std::string_view bytes) {
  std::array<std::uint32_t, std::size(alphabets)> counts{};
  std::string word;
  std::size_t words = 0;
  for (std::size_t at = 0; at <= bytes.size() && words < max_words; ++at) {
    const char c = at < bytes.size() ? bytes[at] : ' ';
    const bool is_ascii_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (is_ascii_letter || static_cast<unsigned char>(c) >= 0x80) {
      // Longer words are no common ones; a high byte makes a word that is in no list.
      if (word.size() < 12) word.push_back(is_ascii_letter ? static_cast<char>(c | 0x20) : '?');
      continue;
    }
    if (word.empty()) continue;
    ++words;
    word = " " + word + " ";
    for (std::size_t i = 0; i < counts.size(); ++i)
      counts[i] += alphabets[i].words.find(word) != std::string_view::npos;
    word.clear();
  }
  return counts;
}

/// The natural logarithm of what is between 1/1000 and 1000, by its series for (1 + y) / (1 - y),
/// to ten digits: the same on every machine, and smaller than the library's.
double log_of(double x) {
  double whole = 0;
  for (; x > 1.5; x /= 2) whole += 1;
  for (; x < 0.75; x *= 2) whole -= 1;
  const double y = (x - 1) / (x + 1), square = y * y;
  double power = y, sum = 0;
  for (int i = 1; i < 16; i += 2, power *= square) sum += power / i;
  return 2 * sum + whole * 0.69314718055994531;
}

/// The rank law 1 / (rank + 2.5): the letter frequencies of Russian and French lie on it within a
/// factor of two.
std::vector<std::pair<char32_t, double>> letter_logs(const Alphabet& alphabet) {
  std::vector<std::pair<char32_t, double>> logs;
  double sum = 0;
  for (std::size_t at = 0; at < alphabet.letters.size();) {
    const CodePoint c = code_point_at(alphabet.letters, at);
    const double weight = 1.0 / (static_cast<double>(logs.size()) + 2.5);
    logs.emplace_back(c.code, weight);
    sum += weight;
    at += c.size;
  }
  for (auto& [code, value] : logs) value = log_of(value / sum * alphabet.share / 100.0);
  return logs;
}

}  // namespace

PageGuess guess_code_page(std::string_view bytes, std::optional<CodePage> declared) {
  PageGuess best;
  double best_score = -1e300, best_words = 0;
  const auto common_words = count_common_words(bytes);
  for (const Candidate& candidate : candidates) {
    const PageTable table(candidate.page);
    const Reading reading = read_in(table, bytes);
    for (std::size_t i = 0; i < std::size(alphabets); ++i) {
      const Alphabet& alphabet = alphabets[i];
      const std::vector<std::pair<char32_t, double>> logs = letter_logs(alphabet);
      double score = candidate.prior + reading.places + common_word * common_words[i];
      if (declared == candidate.page) score += declared_gain;
      const double mark_share = log_of((100.0 - alphabet.share) / 20.0);
      score += static_cast<double>(reading.mark_count) * mark_share;
      std::size_t own = 0;
      for (std::size_t b = 128; b < 256; ++b) {
        if (reading.letters[b] == 0) continue;
        double log = foreign_letter;
        for (const auto& [code, value] : logs)
          if (code == table.entries[b].lower) {
            log = std::max(log, value);
            own += reading.letters[b];
          }
        score += log * reading.letters[b];
      }
      if (score <= best_score) continue;
      best_score = score;
      best_words = common_word * common_words[i];
      best = {candidate.page, own > 0 ? alphabet.language : std::string_view(),
              reading.letter_count + reading.mark_count, reading.letter_count, false};
    }
  }
  // A character in the right place costs 2 to 4, one in a wrong place 7 and more.
  best.doubtful = best_score - best_words < -6.5 * static_cast<double>(best.high_bytes) - 4.0;
  return best;
}

}  // namespace palimpsest
