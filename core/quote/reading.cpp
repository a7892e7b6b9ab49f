#include "quote/reading.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "entity/pronoun.h"
#include "text/unicode.h"

namespace palimpsest {
namespace {

constexpr std::string_view days[] = {"monday", "tuesday",  "wednesday", "thursday",
                                     "friday", "saturday", "sunday"};
constexpr std::size_t longest_word = 20;  // of the lists: longer ones are in none

/// Small ASCII letters of a word; empty where it is too long or has others.
struct Small {
  std::array<char, longest_word> letters{};
  std::size_t size = 0;
  explicit Small(std::string_view word) {
    if (word.size() > letters.size()) return;
    for (const char c : word) {
      const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 32) : c;
      if (lower < 'a' || lower > 'z') {
        size = 0;
        return;
      }
      letters[size++] = lower;
    }
  }
  std::string_view view() const { return {letters.data(), size}; }
};

/// "Oct. 1": the stop behind a month that is cut short.
bool is_day_of_month(std::string_view text, const std::vector<QuoteWord>& words, std::size_t i) {
  if (i < 2 || words[i].token != TokenKind::number || !words[i - 1].is('.')) return false;
  const Small month(words[i - 2].span.of(text));
  for (const std::string_view name :
       {"jan", "feb", "mar", "apr", "aug", "sept", "sep", "oct", "nov", "dec"})
    if (month.view() == name) return true;
  return false;
}

/// Behind "WASHINGTON (AP) —" and "(CNN)" the first sentence of a report begins.
void begin_behind_dateline(std::string_view text, std::vector<QuoteWord>& words,
                           std::size_t first) {
  constexpr std::size_t longest = 12;  // words of a dateline
  const std::string_view name = words[first].span.of(text);
  const bool upper = name.size() > 2 && is_upper(static_cast<unsigned char>(name[1]));
  const bool agency = words[first].is('(');
  if (!upper && !agency) return;
  for (std::size_t i = first + 1; i + 1 < words.size() && i < first + longest; ++i) {
    const QuoteWord& word = words[i];
    const bool dash = word.is(U'—') || word.is(U'–') || (word.is('-') && !words[i + 1].glued);
    if (dash || (agency && word.is(')'))) {
      words[i + 1].sentence = true;
      return;
    }
    if (word.is_word() && !word.capital) return;
  }
}

/// "(D-Wis.) said": a sentence that seems to begin inside brackets, or with a verb, goes on.
void mend_sentences(std::string_view text, std::vector<QuoteWord>& words) {
  std::uint32_t brackets = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    QuoteWord& word = words[i];
    if (word.paragraph) brackets = 0;
    if (word.is('(')) brackets = 12;  // words that brackets may hold, here
    if (word.is(')')) brackets = 0;
    if (brackets > 0) --brackets;
    if (word.paragraph) {
      word.sentence = true;
      begin_behind_dateline(text, words, i);
    } else if (word.sentence && (brackets > 0 || (word.is_word() && !word.capital) ||
                                 is_day_of_month(text, words, i))) {
      word.sentence = false;
    }
  }
}

class Reader {
 public:
  explicit Reader(const QuoteText& text)
      : text_(text),
        reading_{text, find_stretches(text.text, text.tokens, text.paragraphs), {}, {}, {}} {}

  QuoteReading read() && {
    add_words();
    mend_sentences(text_.text, reading_.words);
    find_stretch_words();
    find_mention_words();
    find_cues();
    return std::move(reading_);
  }

 private:
  void add_words() {
    std::size_t paragraph = 0, sentence = 0;
    bool glued = false;
    for (std::size_t i = 0; i < text_.tokens.size(); ++i) {
      const Token& token = text_.tokens[i];
      if (token.is_blank() || token.is_line_break()) {
        glued = false;
        continue;
      }
      QuoteWord word;
      word.span = text_.tokens.span(i);
      word.code = token.code;
      word.token = token.kind();
      word.capital =
          token.is_word() && token.shape() != WordShape::lower && token.shape() != WordShape::none;
      word.glued = glued;
      glued = true;
      begins(text_.paragraphs, paragraph, word.span, word.paragraph);
      begins(text_.sentences, sentence, word.span, word.sentence);
      reading_.words.push_back(word);
    }
  }
  static void begins(std::span<const CleanSpan> parts, std::size_t& next, CleanSpan word,
                     bool& flag) {
    while (next < parts.size() && parts[next].begin < word.begin) ++next;
    if (next < parts.size() && parts[next].begin == word.begin) {
      flag = true;
      ++next;
    }
  }
  std::uint32_t word_at(std::uint32_t byte) const {
    const auto& words = reading_.words;
    const auto found = std::lower_bound(
        words.begin(), words.end(), byte,
        [](const QuoteWord& word, std::uint32_t at) { return word.span.end <= at; });
    return static_cast<std::uint32_t>(found - words.begin());
  }
  WordRange words_of(CleanSpan span) const {
    const std::uint32_t first = word_at(span.begin);
    return {first, std::max(first + 1, word_at(span.end - 1) + 1)};
  }
  void find_stretch_words() {
    for (std::uint32_t i = 0; i < reading_.stretches.size(); ++i) {
      const WordRange range = words_of(reading_.stretches[i].span);
      reading_.stretch_words.push_back(range);
      if (reading_.stretches[i].parent != no_index) continue;
      for (std::uint32_t w = range.begin; w < range.end; ++w) reading_.words[w].stretch = i;
    }
  }
  void find_mention_words() {
    std::uint32_t end = 0;  // of the outermost mention so far
    for (std::uint32_t i = 0; i < text_.mentions.size(); ++i) {
      const Mention& mention = text_.mentions[i];
      const WordRange range = mention.span.empty() ? WordRange{} : words_of(mention.span);
      reading_.mention_words.push_back(range);
      const bool dated = mention.kind == EntityKind::date || mention.kind == EntityKind::time;
      if (dated)
        for (std::uint32_t w = range.begin; w < std::min(range.end, range.begin + 12); ++w)
          reading_.words[w].dated = true;
      if (mention.kind == EntityKind::role)
        for (std::uint32_t w = range.begin; w < std::min(range.end, range.begin + 12); ++w)
          reading_.words[w].role = true;
      // "Senate Minority Leader": a body that is part of an office does not speak.
      const bool in_role =
          mention.inside < i && text_.mentions[mention.inside].kind == EntityKind::role;
      if (mention.span.begin < end || in_role || !can_speak(mention)) continue;
      end = mention.span.end;
      for (std::uint32_t w = range.begin; w < range.end && w < reading_.size(); ++w)
        reading_.words[w].mention = i;
    }
  }
  void find_cues() {
    for (std::uint32_t i = 0; i < reading_.size(); ++i) {
      QuoteWord& word = reading_.words[i];
      if (!word.is_word()) continue;
      const Small small(word.span.of(text_.text));
      if (word.capital && word.mention == no_index)
        word.dated |= std::find(std::begin(days), std::end(days), small.view()) != std::end(days);
      word.kind = word_role(small.view());
      const bool owns = i + 1 < reading_.size() && reading_.words[i + 1].is(U'’');
      if (word.capital && (!word.sentence || owns) && word.kind == WordRole::auxiliary)
        word.kind = WordRole::open;  // Theresa May, George Will
      if (word.mention == no_index || text_.mentions[word.mention].form == Form::nominal)
        word.cue = find_cue(small.view());
    }
  }

  const QuoteText& text_;
  QuoteReading reading_;
};

/// "was told", "has been ordered": not the subject speaks.
bool is_passive(const QuoteReading& r, std::uint32_t verb) {
  for (std::uint32_t i = verb; i > 0 && verb - i < 4; --i) {
    const QuoteWord& before = r.words[i - 1];
    for (const std::string_view be :
         {"was", "were", "been", "be", "being", "is", "are", "got", "m", "re"})
      if (r.is(i - 1, be)) return true;
    if (before.kind != WordRole::adverb && before.kind != WordRole::auxiliary) return false;
  }
  return false;
}

}  // namespace

bool can_speak(const Mention& mention) {
  if (mention.form != Form::name) return mention.entity != no_index;
  switch (mention.kind) {
    case EntityKind::person:
    case EntityKind::organisation:
    case EntityKind::place:
    case EntityKind::norp:
    case EntityKind::facility:
    case EntityKind::work:
      return true;
    default:
      return false;
  }
}

bool QuoteReading::is(std::uint32_t word, std::string_view lower) const {
  return word < size() && words[word].is_word() && Small(of(word)).view() == lower;
}

bool QuoteReading::is_cue(std::uint32_t i) const {
  if (i >= size() || !words[i].cue) return false;
  const CueWord& cue = words[i].cue;
  if (words[i].capital && !words[i].sentence) return false;  // a name, or a headline
  if (i == 0) return true;
  const QuoteWord& before = words[i - 1];
  if (words[i].glued && before.is('-')) return false;  // "so-called"
  if (cue.cue->base == "put" && !is(i + 1, "it")) return false;
  if (before.kind == WordRole::determiner && !is(i - 1, "all") && !is(i - 1, "one") &&
      !is(i - 1, "some") && !is(i - 1, "both"))
    return false;
  if (cue.form == CueForm::past) return !is_passive(*this, i);
  if (cue.form == CueForm::participle)  // "a storm warning", "the ruling party saying"
    return !before.is_word() || before.capital || before.kind != WordRole::open ||
           before.mention != no_index || !cue.cue->noun;
  // "The law states that", but "press reports that".
  const std::string_view base = cue.cue->base;
  if (is(i + 1, "that") && (base == "state" || base == "note" || base == "stress")) return true;
  if (before.kind == WordRole::preposition && !is(i - 1, "to")) return false;
  if (!cue.cue->noun) return true;
  // "reports", "claims": a verb behind a name, a pronoun, "who" or "to".
  if (cue.form == CueForm::third)
    return (before.mention != no_index && i + 1 < size() &&
            (text.mentions[before.mention].kind == EntityKind::person ||
             words[i + 1].kind == WordRole::determiner || !words[i + 1].is_word())) ||
           before.kind == WordRole::relative || before.kind == WordRole::person ||
           pronoun(of(i - 1)) != nullptr || before.stretch != words[i].stretch;
  return before.kind == WordRole::auxiliary || is(i - 1, "to") || pronoun(of(i - 1)) != nullptr;
}

QuoteReading read_words(const QuoteText& text) { return Reader(text).read(); }

}  // namespace palimpsest
