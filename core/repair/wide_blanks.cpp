// Tested by tests/cases/repair/{paragraph_break,gap,blank_run}.json.
#include "repair/wide_blanks.h"

#include <algorithm>
#include <array>

#include "repair/blank_survey.h"
#include "repair/comma_heading.h"
#include "repair/lines.h"
#include "repair/word_set.h"

namespace palimpsest {
namespace {

bool closes(const Token& t) {
  return t.is(',') || t.is('.') || t.is(';') || t.is(':') || t.is('!') || t.is('?') || t.is(')') ||
         t.is(']');
}

/// Words that no heading ends with: what follows them is missing.
bool needs_more(std::string_view word) {
  static constexpr auto words = word_set(
      "The", "a", "although", "an", "and", "as", "at", "because", "between", "but", "every", "from",
      "his", "its", "my", "nor", "of", "or", "our", "than", "that", "the", "their", "these", "this",
      "those", "to", "very", "when", "which", "while", "whose", "with", "your");
  return words.contains(word);
}

/// The most frequent width of the runs that stand between two sentences; 0 if there are none.
std::uint32_t usual_break(const Passage& p, const std::vector<BlankRun>& runs) {
  std::array<std::uint32_t, 8> counts{};
  for (const BlankRun& r : runs)
    if (r.after_stop && r.width < counts.size() && opens_text(p.tokens[r.token + 1]))
      ++counts[r.width];
  const auto most = std::max_element(counts.begin(), counts.end());
  return *most == 0 ? 0 : static_cast<std::uint32_t>(most - counts.begin());
}

/// Columns: short lines with runs above each other, or so many runs that words hardly meet.
bool has_columns(const std::vector<BlankLine>& lines, std::size_t i) {
  const BlankLine& line = lines[i];
  if (line.inner_runs >= 3 && line.inner_runs * 6 > line.words) return true;
  if (lines.size() < 2 || line.bytes > 160) return false;
  if (line.indented || line.inner_runs >= 2) return true;
  const auto has_runs = [](const BlankLine& l) { return l.inner_runs > 0 && l.bytes <= 160; };
  return line.inner_runs > 0 &&
         ((i > 0 && has_runs(lines[i - 1])) || (i + 1 < lines.size() && has_runs(lines[i + 1])));
}

/// Bytes of a line that holds an article whose paragraphs are lost: those of news, in the open
/// data, have 1,200 at most.
constexpr std::uint32_t least_article = 1500;

/// The meaning of the runs of one line.
class Reader {
 public:
  Reader(const Passage& passage, const BlankSurvey& survey, std::uint32_t usual)
      : p_(passage), s_(survey), usual_(usual), tokenised_(passage.habits.tokenised()) {
    std::uint32_t wide = 0, single = 0;
    for (const BlankLine& l : s_.lines) wide += l.wide_ends, single += l.single_ends;
    typist_ = wide > single;
    long_lines_ =
        static_cast<std::uint32_t>(std::count_if(s_.lines.begin(), s_.lines.end(), is_long));
    articles_ = std::all_of(s_.lines.begin(), s_.lines.end(), [](const BlankLine& l) {
      return !is_long(l) || l.bytes >= least_article;
    });
    // Lost words leave three blanks before a word in small letters and nothing else does.
    for (const BlankRun& r : s_.runs)
      losses_ |= r.width >= 3 && !r.after_stop && is_lower(r.token + 1);
  }

  void read(const BlankLine& line, std::vector<WideBlank>& out) {
    flat_ = is_flat(line);
    words_ = ends_ = 0;
    for (std::uint32_t i = line.first_run; i < line.last_run; ++i) {
      const BlankRun& r = s_.runs[i];
      words_ += r.words, ends_ += r.ends;
      const bool marker = r.token - line.first_token <= 4 && words_ <= 1 &&
                          !p_.tokens[r.token - 1].is_word() && has_marker_before(r);
      const WideBlank blank = marker ? as(r, BlankMeaning::leave, 0) : meaning(r);
      if (blank.meaning == BlankMeaning::paragraph) words_ = ends_ = 0;
      out.push_back(blank);
    }
  }

 private:
  static WideBlank as(const BlankRun& r, BlankMeaning meaning, std::uint8_t confidence) {
    return {r.token, r.width, meaning, confidence};
  }
  bool is_lower(std::size_t token) const {
    return p_.tokens[token].is_word() && p_.tokens[token].shape() == WordShape::lower;
  }
  /// "1.", "(a)", "-" at a line's begin.
  bool has_marker_before(const BlankRun& r) const {
    const Token& t = p_.tokens[r.token - 1];
    return t.is('.') || t.is(')') || t.is(':') || t.is('*') || t.is(U'•') || is_dash(t) ||
           t.is_number();
  }
  /// French sets a blank behind its opening mark.
  bool guillemet_before(const BlankRun& r) const { return p_.tokens[r.token - 1].is(U'«'); }
  bool heading_before() const { return words_ > 0 && words_ <= 20 && ends_ == 0; }

  /// Were line ends made blanks here? Then some sentences, but not all, are followed by a run, or a
  /// heading is.
  bool is_flat(const BlankLine& line) const {
    if (line.first_run == line.last_run) return false;
    if (long_lines_ > 1 && !articles_) {  // it has its paragraphs: a lost one must stand out
      if (line.bytes < 600 || typist_ || line.wide_ends > line.single_ends) return false;
    } else if (s_.lines.size() > 1 && line.bytes < 600 && !is_long(line)) {
      return false;
    }
    // Two blanks after every sentence, a slip or two apart, are a typist's.
    const bool by_typist = line.wide_ends > 9 * line.single_ends;
    const std::uint32_t headings = headings_of(line);
    if (headings > 1 || (headings == 1 && usual_ > 0 && !by_typist)) return true;
    if (usual_ == 0) return false;
    if (line.single_ends == 0) return usual_ >= 3 && line.wide_ends + line.inner_runs > 0;
    return !by_typist;
  }
  /// Running text, not a title or a signature.
  static bool is_long(const BlankLine& line) {
    return line.bytes > 160 && line.wide_ends + line.single_ends > 1;
  }
  std::uint32_t headings_of(const BlankLine& line) const {
    std::uint32_t headings = 0;
    bool at_begin = true;
    for (std::uint32_t i = line.first_run; i < line.last_run; ++i) {
      const BlankRun& r = s_.runs[i];
      const Token& before = p_.tokens[r.token - 1];
      const bool heading =
          at_begin && !r.after_stop && r.ends == 0 && r.words > 0 && r.words <= 15 &&
          (usual_ == 0 || r.width == usual_) && opens_text(p_.tokens[r.token + 1]) &&
          (before.is_word() || before.is_number()) && !needs_more(p_.of(r.token - 1));
      headings += heading;
      at_begin = heading || r.after_stop;
    }
    return headings;
  }

  WideBlank meaning(const BlankRun& r) const {
    const Token& next = p_.tokens[r.token + 1];
    const bool far = r.width > 6;  // more than a lost word leaves: a column, a form
    if (far && !(r.after_stop && flat_)) return as(r, BlankMeaning::leave, 0);
    if (is_lower(r.token + 1)) return before_lower(r);
    const bool ellipsis =
        next.is('.') && r.token + 2 < p_.tokens.size() && p_.tokens[r.token + 2].is('.');
    if (closes(next) && !ellipsis) {
      const bool lost = r.width >= 3 || (!tokenised_ && (flat_ || losses_));
      return lost ? as(r, BlankMeaning::gap, 70) : as(r, BlankMeaning::one_blank, 90);
    }
    return ellipsis || opens_text(next) ? before_opening(r) : as(r, BlankMeaning::leave, 0);
  }

  WideBlank before_lower(const BlankRun& r) const {
    const bool as_breaks = flat_ && r.width == usual_ && !tokenised_;
    if (is_opening_quote(p_, r.token - 1) &&
        (r.width >= 3 || (!tokenised_ && !guillemet_before(r))))
      return as(r, BlankMeaning::gap, 90);
    if (r.after_stop) {
      if (flat_ && r.width == usual_) return as(r, BlankMeaning::paragraph, 70);
      if (r.width >= 3) return as(r, BlankMeaning::gap, 70);
      return as(r, typist_ ? BlankMeaning::leave : BlankMeaning::one_blank, 80);
    }
    const std::string_view before = p_.of(r.token - 1);
    if (as_breaks && heading_before() && !needs_more(before) && !p_.tokens[r.token - 1].is(','))
      return as(r, BlankMeaning::paragraph, 60);
    if (r.width >= 3) return as(r, BlankMeaning::gap, 95);
    return as(r, BlankMeaning::one_blank, 90);
  }

  /// `done. "`: a stop, a blank and a mark that is taken for an opening one for its blank.
  bool stops_before_quote(std::size_t quote) const {
    if (quote < 2 || !p_.tokens[quote - 1].is_blank()) return false;
    const Token& stop = p_.tokens[quote - 2];
    return stop.is('.') || stop.is('!') || stop.is('?') || stop.is(U'…');
  }

  WideBlank before_opening(const BlankRun& r) const {
    const Token& before = p_.tokens[r.token - 1];
    const bool usual = r.width == usual_;
    if (r.after_stop) {
      if (flat_) return as(r, BlankMeaning::paragraph, usual ? 97 : 85);
      return as(r, typist_ || s_.lines.size() == 1 ? BlankMeaning::leave : BlankMeaning::one_blank,
                85);
    }
    if (before.is(':'))
      return flat_ ? as(r, BlankMeaning::paragraph, 85) : as(r, BlankMeaning::leave, 0);
    const bool as_breaks = flat_ && usual && !tokenised_;
    const bool quote_next = is_quote(p_.tokens[r.token + 1]);
    if (quote_next && is_quote(before) && stops_before_quote(r.token - 1))
      return as(r, BlankMeaning::paragraph, 75);
    if (is_opening_quote(p_, r.token - 1) && !(flat_ && usual && quote_next))
      return r.width >= 3 || (!tokenised_ && !guillemet_before(r))
                 ? as(r, BlankMeaning::gap, 70)
                 : as(r, BlankMeaning::one_blank, 80);
    if (flat_ && usual && before.is(',') &&
        ((heading_before() && words_ > 1) || comma_heading_before(p_, r.token - 1) != 0))
      return as(r, BlankMeaning::paragraph, 75);
    const bool comma = before.is(',') || is_dash(before);
    if (comma || before.is('(') || needs_more(p_.of(r.token - 1))) {
      if (as_breaks && (comma || heading_before())) return as(r, BlankMeaning::paragraph, 70);
      if (flat_ && usual && before.is(',') && quote_next) return as(r, BlankMeaning::paragraph, 80);
      if (r.width >= 3) return as(r, BlankMeaning::gap, 75);
      return as(r, BlankMeaning::one_blank, 85);
    }
    if (flat_ && (usual || heading_before()))
      return as(r, BlankMeaning::paragraph, heading_before() ? 90 : 80);
    if (r.width >= 3) return as(r, BlankMeaning::gap, 70);
    return as(r, BlankMeaning::one_blank, 85);
  }

  const Passage& p_;
  const BlankSurvey& s_;
  std::uint32_t usual_;
  bool tokenised_;
  bool typist_ = false, losses_ = false;
  std::uint32_t long_lines_ = 0;
  bool articles_ = false;               // all long lines are too long for paragraphs
  bool flat_ = false;                   // of the line being read
  std::uint32_t words_ = 0, ends_ = 0;  // of the line being read, since the last paragraph break
};

}  // namespace

bool is_title_abbreviation(std::string_view word) {
  static constexpr auto words = word_set(
      "Adm", "Capt", "Cmdr", "Col", "Cpl", "Dr", "Gen", "Gov", "Hon", "Insp", "Lt", "Maj", "Messrs",
      "Mr", "Mrs", "Ms", "Mt", "Prof", "Rep", "Reps", "Rev", "Sen", "Sens", "Sgt", "St", "Supt");
  return words.contains(word);
}

bool is_opening_quote(const Passage& passage, std::size_t token) {
  const Token& t = passage.tokens[token];
  if (t.is(U'“') || t.is(U'‘') || t.is(U'«') || t.is(U'„')) return true;
  if (!is_quote(t)) return false;
  if (token == 0) return true;
  const Token& before = passage.tokens[token - 1];
  return before.is_blank() || before.is_line_break() || before.is('(') || before.is('[');
}

std::vector<WideBlank> read_wide_blanks(const Passage& passage) {
  std::vector<WideBlank> blanks;
  if (passage.habits.wide_blanks == 0 || is_code(passage.habits)) return blanks;
  const BlankSurvey survey = survey_blanks(passage);
  if (survey.runs.empty()) return blanks;
  blanks.reserve(survey.runs.size());
  Reader reader(passage, survey, usual_break(passage, survey.runs));
  for (std::size_t i = 0; i < survey.lines.size(); ++i)
    if (!has_columns(survey.lines, i)) reader.read(survey.lines[i], blanks);
  return blanks;
}

}  // namespace palimpsest
