// Works: titles between quotation marks behind a word such as "film" or "novel", and the names that
// the tagger found to be none of a person, an organisation, a place or a people and that no earlier
// row makes an event or a law: books, films, programmes, products, prizes. Leaves speech between
// marks alone: "the film was “too long”" names nothing.
#include "entity/words_beside.h"

namespace palimpsest {
namespace {

constexpr auto kinds_of_work = word_set(
    "album", "anthem", "ballad", "ballet", "blockbuster", "book", "comedy", "comic", "documentary",
    "drama", "essay", "exhibition", "film", "game", "hit", "magazine", "memoir", "miniseries",
    "movie", "musical", "novel", "opera", "painting", "play", "podcast", "poem", "programme",
    "program", "report", "series", "show", "single", "sitcom", "song", "soundtrack", "story",
    "symphony", "thriller", "track", "trilogy", "video", "videogame");
constexpr auto titled = word_set("entitled", "titled");
constexpr auto called = word_set("called", "named");  // behind a kind of work: "a film called"
constexpr std::size_t longest_title = 12;             // words
constexpr std::uint8_t by_rule = 85;
// Of the tagger's other names below this marginal 115 of 304 are annotated as such in
// redocred_test, above it 483 of 759.
constexpr float least_confidence = 0.5F;

bool small_in_titles(std::string_view word) {
  static constexpr auto words =
      word_set("a", "an", "and", "as", "at", "by", "de", "for", "from", "in", "is", "la", "le",
               "of", "on", "or", "the", "to", "with", "s", "t");
  return words.contains(word);
}

/// "Figure 2", "Chapter 11": a part of a document.
bool is_part_of_text(const NamedText& text, CleanSpan span) {
  static constexpr auto parts =
      word_set("appendix", "chapter", "exhibit", "figure", "footnote", "page", "phase", "section",
               "stage", "step", "table", "wave");
  const std::size_t first = first_word(text.tokens, span);
  return first != no_token && parts.contains(LowerWord(text.of(first)));
}

/// The title between the marks that open at token `open`; empty if it is none: a capital at both
/// ends, small words only between.
CleanSpan title_behind(const NamedText& text, std::size_t open) {
  const Tokens& tokens = text.tokens;
  std::size_t words = 0, last = no_token;
  for (std::size_t i = open + 1; i < tokens.size() && words <= longest_title; ++i) {
    if (tokens[i].is_line_break()) return {};
    if (is_quote_mark(tokens[i])) {
      const bool inside =
          i + 1 < tokens.size() && tokens[i + 1].is_word() && tokens[i - 1].is_word();
      if (inside) continue;  // "Schindler's List"
      if (last == no_token) return {};
      return tokens.span(open + 1, last);
    }
    if (tokens[i].is_word()) {
      const bool capital = has_capital(tokens[i]) || tokens[i].shape() == WordShape::none;
      if (!capital && (words == 0 || !small_in_titles(text.of(i)))) return {};
      last = i;
      ++words;
    } else if (tokens[i].is_number()) {
      last = i;
      ++words;
    } else if (words == 0 && !tokens[i].is_blank()) {
      return {};
    } else if (tokens[i].is('!') || tokens[i].is('?')) {
      last = i;
    }
  }
  return {};
}

/// True if a word that says "a title follows" stands within a few words before token `mark`.
bool announces_title(const NamedText& text, std::size_t mark) {
  const Tokens& tokens = text.tokens;
  std::size_t before = token_before(tokens, mark);
  if (before != no_token && before > 0 && tokens[before].is(',')) --before;
  if (before == no_token || !tokens[before].is_word()) return false;
  const LowerWord word(text.of(before));
  if (kinds_of_work.contains(word) || titled.contains(word)) return true;
  if (!called.contains(word)) return false;
  const std::size_t what = word_before(tokens, before);
  return what != no_token && kinds_of_work.contains(LowerWord(text.of(what)));
}

}  // namespace

void finders::work::find(const NamedText& text, Mentions& mentions) {
  const Tokens& tokens = text.tokens;
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    if (!is_quote_mark(tokens[i]) || !tokens[i - 1].is_blank() || !announces_title(text, i))
      continue;
    if (const CleanSpan title = title_behind(text, i); !title.empty())
      mentions.add(title, by_rule, "a title between quotation marks");
  }
  for (const NameSpan& name : text.names)
    if (name.label == NameLabel::misc && name.confidence >= least_confidence &&
        !is_part_of_text(text, name.span))
      mentions.add(name.span, name.percent(), name.why);
}

}  // namespace palimpsest
