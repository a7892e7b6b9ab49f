#include "restore/cells.h"

#include <algorithm>
#include <unordered_map>

#include "model/hash.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace palimpsest {
namespace {

struct PronounRow {
  std::string_view word;
  PronounFor stands_for;
  bool possessive;
};
constexpr PronounRow pronouns[] = {
    {"he", PronounFor::male, false},
    {"her", PronounFor::female, true},
    {"hers", PronounFor::female, true},
    {"herself", PronounFor::female, false},
    {"him", PronounFor::male, false},
    {"himself", PronounFor::male, false},
    {"his", PronounFor::male, true},
    {"i", PronounFor::speaker, false},
    {"it", PronounFor::thing, false},
    {"its", PronounFor::thing, true},
    {"itself", PronounFor::thing, false},
    {"me", PronounFor::speaker, false},
    {"mine", PronounFor::speaker, true},
    {"my", PronounFor::speaker, true},
    {"our", PronounFor::speaker, true},
    {"she", PronounFor::female, false},
    {"their", PronounFor::several, true},
    {"them", PronounFor::several, false},
    {"themselves", PronounFor::several, false},
    {"they", PronounFor::several, false},
    {"us", PronounFor::speaker, false},
    {"we", PronounFor::speaker, false},
    {"you", PronounFor::reader, false},
    {"your", PronounFor::reader, true},
};

bool ends(std::string_view text, std::string_view end) {
  return text.size() > end.size() + 1 && text.substr(text.size() - end.size()) == end;
}

/// Part of speech as far as word lists and endings tell.
std::uint8_t category_of(const CellWord& w) {
  if (w.text.empty()) return 0;
  if (!w.word) {
    const char c = w.text[0];
    if (c >= '0' && c <= '9') return 1;
    if (c == ',') return 2;
    if (c == '.' || c == '!' || c == '?') return 3;
    if (c == ';' || c == ':') return 4;
    if (c == '(' || c == '[') return 5;
    if (c == ')' || c == ']') return 6;
    if (c == '-') return 7;
    if (w.text.starts_with("\xE2\x80\x9C")) return 8;
    if (w.text.starts_with("\xE2\x80\x9D") || c == '"') return 9;
    if (w.text.starts_with("\xE2\x80\x93") || w.text.starts_with("\xE2\x80\x94")) return 7;
    if (c == '\'' || w.text.starts_with("\xE2\x80\x99")) return 10;
    return 11;
  }
  if (w.pronoun != PronounFor::none) return w.possessive ? 12 : 13;
  if (w.role == WordClass::determiner) return 14;
  if (w.role != WordClass::none) return static_cast<std::uint8_t>(14 + static_cast<int>(w.role));
  if (w.capital) return 25;
  if (ends(w.lower, "ing")) return 26;
  if (ends(w.lower, "ed")) return 27;
  if (ends(w.lower, "ly")) return 28;
  if (ends(w.lower, "tion") || ends(w.lower, "ment") || ends(w.lower, "ness") ||
      ends(w.lower, "ity") || ends(w.lower, "ship") || ends(w.lower, "ance"))
    return 29;
  if (ends(w.lower, "ous") || ends(w.lower, "ful") || ends(w.lower, "ive") ||
      ends(w.lower, "able") || ends(w.lower, "al") || ends(w.lower, "ic"))
    return 30;
  if (ends(w.lower, "s") && !ends(w.lower, "ss")) return 31;
  return 32;
}

CellWord read_word(std::string_view text, const Lexicon* lexicon) {
  CellWord w;
  w.text = text;
  w.lower = lower_case(text);
  const CodePoint first = code_point_at(text, 0);
  w.word = is_letter(first.code);
  w.capital = is_upper(first.code);
  w.id = static_cast<std::uint32_t>(hash_text(w.lower));
  if (w.word) {
    w.role = sentence_word(w.lower);
    const auto at = std::lower_bound(
        std::begin(pronouns), std::end(pronouns), std::string_view(w.lower),
        [](const PronounRow& row, std::string_view word) { return row.word < word; });
    if (at != std::end(pronouns) && at->word == w.lower && !(w.lower == "us" && w.text == "US")) {
      w.pronoun = at->stands_for;
      w.possessive = at->possessive;
    }
    if (lexicon) w.word_class = lexicon->word_class(w.lower);
  }
  w.category = category_of(w);
  w.clitic = w.lower == "'s" || w.lower == "’s";
  return w;
}

constexpr std::string_view stopped[] = {"Capt", "Co",  "Col", "Corp", "Dr",  "Gen", "Gov",
                                        "Inc",  "Jr",  "Lt",  "Mr",   "Mrs", "Ms",  "No",
                                        "Pres", "Rep", "Sen", "Sgt",  "Sr",  "St",  "vs"};

/// Cuts what no blank parts into cells, as tokenisers of English do: opening marks, closing marks,
/// a clitic; a hyphenated word, an abbreviation and a number with marks stay whole.
class Cutter {
 public:
  Cutter(std::string_view text, const Tokens& tokens) : text_(text), tokens_(tokens) {}

  template <class Add>
  void cut(std::uint32_t first, std::uint32_t last, Add add) {
    while (first < last && opens(first)) add(first, first + 1), ++first;
    std::uint32_t end = last;
    while (end > first && closes(end - 1) && !(is_stop(end - 1) && abbreviation(first, end - 1)))
      --end;
    if (end > first) {
      const std::uint32_t clitic = clitic_begin(first, end);
      if (clitic > first) add(first, clitic);
      if (clitic < end) add(clitic, end);
    }
    for (; end < last; ++end) add(end, end + 1);
  }

 private:
  bool is_stop(std::uint32_t i) const { return tokens_[i].is('.'); }
  bool opens(std::uint32_t i) const {
    const Token& t = tokens_[i];
    return t.is('(') || t.is('[') || t.is('"') || t.is(U'“') || t.is(U'‘') || t.is('\'');
  }
  bool closes(std::uint32_t i) const {
    const Token& t = tokens_[i];
    return t.is(',') || t.is('.') || t.is(';') || t.is(':') || t.is('!') || t.is('?') ||
           t.is(')') || t.is(']') || t.is('"') || t.is(U'”') || t.is('%');
  }
  /// "U.S." and "Mr.": the stop behind tokens first..stop belongs to them.
  bool abbreviation(std::uint32_t first, std::uint32_t stop) const {
    if (stop == first) return false;
    const std::string_view word = tokens_.of(text_, stop - 1);
    if (!tokens_[stop - 1].is_word()) return false;
    if (word.size() == 1) return tokens_[stop - 1].shape() == WordShape::upper || stop - first > 1;
    return stop == first + 1 && std::binary_search(std::begin(stopped), std::end(stopped), word);
  }
  std::uint32_t clitic_begin(std::uint32_t first, std::uint32_t end) const {
    if (end - first >= 3 && tokens_[end - 1].is_word()) {
      const Token& mark = tokens_[end - 2];
      const std::string lower = lower_case(tokens_.of(text_, end - 1));
      if (mark.is('\'') || mark.is(U'’'))
        if (lower == "s" || lower == "re" || lower == "ve" || lower == "ll" || lower == "d" ||
            lower == "m")
          return end - 2;
    }
    if (end - first >= 2 && (tokens_[end - 1].is('\'') || tokens_[end - 1].is(U'’')) &&
        tokens_[end - 2].is_word())
      return end - 1;
    return end;
  }

  std::string_view text_;
  const Tokens& tokens_;
};

bool is_blank_byte(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

/// Where offsets of the clean text lie in the source; asked in ascending order.
class SourcePlaces {
 public:
  SourcePlaces(std::string_view source, const OffsetMap& map)
      : source_(source), pieces_(map.pieces()) {}

  /// Begin of what `at` begins.
  std::uint32_t begin(std::uint32_t at) {
    while (next_ < pieces_.size() && pieces_[next_].clean.end <= at) ++next_;
    if (next_ < pieces_.size() && pieces_[next_].clean.begin <= at) {
      SourceSpan piece = pieces_[next_].source;
      while (piece.begin < piece.end && is_blank_byte(source_[piece.begin])) ++piece.begin;
      return piece.begin;
    }
    return at + shift();
  }
  /// End of what `at` ends: before any blanks that were taken out there.
  std::uint32_t end(std::uint32_t at) {
    std::size_t i = next_;
    while (i < pieces_.size() && pieces_[i].clean.end < at) ++i;
    if (i < pieces_.size() && pieces_[i].clean.begin < at) {
      SourceSpan piece = pieces_[i].source;
      while (piece.begin < piece.end && is_blank_byte(source_[piece.end - 1])) --piece.end;
      return piece.end;
    }
    const std::size_t keep = next_;
    next_ = i;
    const std::uint32_t result = at + shift();
    next_ = keep;
    return result;
  }

 private:
  std::uint32_t shift() const {
    return next_ == 0 ? 0 : pieces_[next_ - 1].source.end - pieces_[next_ - 1].clean.end;
  }
  std::string_view source_;
  const std::vector<Replaced>& pieces_;
  std::size_t next_ = 0;
};

}  // namespace

Cells read_cells(std::string_view source, const OffsetMap& map, std::string_view text,
                 const Tokens& tokens, std::span<const CleanSpan> sentences,
                 const Lexicon* lexicon) {
  Cells cells;
  std::unordered_map<std::string_view, std::uint32_t> known;
  SourcePlaces places(source, map);
  Cutter cutter(text, tokens);
  std::uint32_t spaced_marks = 0, marks = 0;
  std::size_t next_sentence = 0;
  bool starts = true;
  const auto add = [&](std::uint32_t first, std::uint32_t last, bool blank, bool glued) {
    const std::string_view piece = blank ? " " : tokens.span(first, last - 1).of(text);
    const auto [at, is_new] =
        known.try_emplace(piece, static_cast<std::uint32_t>(cells.words.size()));
    if (is_new) cells.words.push_back(read_word(piece, lexicon));
    const std::uint32_t begin = tokens.begin_of(first);
    while (next_sentence < sentences.size() && sentences[next_sentence].begin <= begin)
      starts = true, ++next_sentence;
    const bool is_word = cells.words[at->second].word || cells.words[at->second].category == 1;
    cells.cells.push_back({.first = first,
                           .last = last,
                           .word = at->second,
                           .blank = blank,
                           .glued = glued,
                           .starts = starts && is_word && !blank});
    if (is_word && !blank) starts = false;
  };

  std::uint32_t source_end = 0;
  const std::uint32_t count = static_cast<std::uint32_t>(tokens.size());
  const auto blank_token = [&](std::uint32_t i) {
    return tokens[i].is_blank() || tokens[i].is_line_break();
  };
  for (std::uint32_t i = 0; i < count;) {
    if (blank_token(i)) {
      ++i;
      continue;
    }
    const std::uint32_t begin = places.begin(tokens.begin_of(i));
    std::uint32_t blanks = 0;
    bool line = false;
    for (std::uint32_t at = source_end; at < begin && at < source.size(); ++at) {
      blanks += is_blank_byte(source[at]);
      line = line || source[at] == '\n';
    }
    const std::uint32_t before = i;
    // A gap mark that stands for a run of blanks.
    if (tokens[i].is('[') && i + 2 < count && tokens[i + 1].is(U'…') && tokens[i + 2].is(']')) {
      const std::uint32_t end = places.end(tokens.end_of(i + 2));
      bool only = true;
      for (std::uint32_t at = begin; at < end && at < source.size(); ++at)
        only = only && is_blank_byte(source[at]);
      if (only) {
        add(i, i + 3, true, false);
        i += 3;
        source_end = std::max(end, source_end);
        continue;
      }
    }
    if ((blanks > 1 || line) && before > 0 && !cells.cells.empty() && !cells.cells.back().blank)
      add(before, before, true, false);
    const bool parted = blanks > 0 || i == 0 || blank_token(i - 1);
    // Everything up to the next blank, of this text or of the source, is one piece.
    std::uint32_t last = i + 1;
    std::uint32_t end = places.end(tokens.end_of(i));
    while (last < count && !blank_token(last)) {
      if (places.begin(tokens.begin_of(last)) > end) break;
      end = std::max(end, places.end(tokens.end_of(last)));
      ++last;
    }
    source_end = std::max(end, source_end);
    if (last == i + 1 && (tokens[i].is(',') || tokens[i].is('.'))) spaced_marks += parted;
    for (std::uint32_t t = i; t < last; ++t) marks += tokens[t].is(',') || tokens[t].is('.');
    bool first_piece = true;
    cutter.cut(i, last, [&](std::uint32_t from, std::uint32_t to) {
      add(from, to, false, !(first_piece && parted));
      first_piece = false;
    });
    i = last;
  }
  cells.tokenised = marks > 0 && 2 * spaced_marks > marks;
  return cells;
}

}  // namespace palimpsest
