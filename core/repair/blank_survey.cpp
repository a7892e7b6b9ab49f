// Tested by tests/cases/repair/{paragraph_break,gap,blank_run}.json.
#include "repair/blank_survey.h"

#include "repair/wide_blanks.h"
#include "text/mark_sort.h"

namespace palimpsest {
namespace {

bool is_stop(const Token& t) {
  return t.is('.') || t.is('!') || t.is('?') || t.is(U'…') || t.is(U'。') || t.is(U'।');
}

}  // namespace

SentenceEnd sentence_end_before(const Passage& p, std::size_t blank, std::size_t first) {
  const Tokens& tokens = p.tokens;
  const bool tokenised = p.habits.tokenised();
  bool in_note = false, may_skip = false;
  std::size_t k = blank;
  for (int steps = 0; steps < 10 && k > first; ++steps) {
    const Token& t = tokens[--k];
    if (t.is(']')) {
      in_note = may_skip = true;
      continue;
    }
    if (in_note) {
      if (t.is('['))
        in_note = false;
      else if (!t.is_number() && !t.is_word() && !t.is_blank())
        return {};
      continue;
    }
    if (is_stop(t)) {
      std::size_t word = k;
      if (word > first && tokens[word - 1].is_blank() && tokenised) --word;
      if (word == first || !tokens[word - 1].is_word()) return {true, false, false};
      const std::string_view last = p.of(word - 1);
      if (t.is('.') && k + 1 == blank && is_title_abbreviation(last)) return {};
      const WordShape shape = tokens[word - 1].shape();
      return {true, shape == WordShape::lower && last.size() >= 3,
              shape == WordShape::upper ||
                  (t.is('.') && shape != WordShape::lower && last.size() == 1)};
    }
    if (t.is_blank()) {
      if (!may_skip || tokens.span(k).size() > 1) return {};
      continue;
    }
    if (!is_quote(t) && !t.is(')')) return {};
    // "said . " Then": a tokeniser sets the closing mark apart
    if (tokenised) may_skip = true;
  }
  return {};
}

bool is_quote(const Token& t) { return t.kind() == TokenKind::mark && is_quote(mark_sort(t.code)); }
bool is_dash(const Token& t) {
  return t.kind() == TokenKind::mark && mark_sort(t.code) == MarkSort::dash;
}

bool opens_text(const Token& t) {
  if (t.is_word()) return t.shape() != WordShape::lower;
  return t.is_number() || is_quote(t) || is_dash(t) || t.is('(') || t.is('[') || t.is('*') ||
         t.is(U'•') || t.is('$') || t.is('#') || t.is('@') || t.is(U'…');
}
BlankSurvey survey_blanks(const Passage& p) {
  const Tokens& tokens = p.tokens;
  BlankSurvey s;
  BlankLine line;
  std::uint32_t words = 0, ends = 0;
  const auto finish = [&](std::size_t end) {
    line.last_run = static_cast<std::uint32_t>(s.runs.size());
    line.bytes = tokens.begin_of(end) - tokens.begin_of(line.first_token);
    if (line.words > 0 || line.numbers > 0) s.lines.push_back(line);
    line = {};
    line.first_token = static_cast<std::uint32_t>(end + 1);
    line.first_run = static_cast<std::uint32_t>(s.runs.size());
    words = ends = 0;
  };
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& t = tokens[i];
    if (t.is_word()) {
      ++words, ++line.words;
    } else if (t.is_number()) {
      ++line.numbers;
    } else if (t.is_line_break()) {
      finish(i);
    } else if (t.is_blank()) {
      const std::uint32_t width = tokens.span(i).size();
      if (i == line.first_token) {
        line.indented = width > 3 || p.text[t.begin] == '\t';
        continue;
      }
      if (i + 1 == tokens.size() || tokens[i + 1].is_line_break()) continue;
      const Token& before = tokens[i - 1];
      if (width == 1) {
        if (before.is_word() || before.is(',') || !opens_text(tokens[i + 1])) continue;
        if (sentence_end_before(p, i, line.first_token).plain) ++line.single_ends, ++ends;
        continue;
      }
      if (p.of(i).find_first_not_of(' ') != std::string_view::npos) continue;
      const SentenceEnd end = sentence_end_before(p, i, line.first_token);
      line.wide_ends += end.plain && opens_text(tokens[i + 1]);
      line.inner_runs += !end.stop;
      s.runs.push_back({static_cast<std::uint32_t>(i), width, words, ends, end.stop, end.plain});
      words = ends = 0;
    }
  }
  finish(tokens.size());
  return s;
}

}  // namespace palimpsest
