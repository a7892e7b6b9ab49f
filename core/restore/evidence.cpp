#include "restore/evidence.h"

#include <algorithm>

namespace palimpsest {
namespace {

std::int32_t sum(const std::vector<std::int8_t>& weights,
                 const std::vector<std::uint32_t>& features) {
  std::int32_t n = 0;
  for (const std::uint32_t f : features) n += weights[f];
  return n;
}

void own_words(PlaceReading& r, std::size_t i) {
  const Candidate& c = r.candidates.list[i];
  EvidenceRow& row = r.evidence[i];
  const Cells& cells = r.cells;
  const CellWord& first = cells.word(c.begin);
  set(row, PlaceEvidence::length, c.end - c.begin);
  set(row, PlaceEvidence::look, static_cast<int>(r.looks[i]));
  set(row, PlaceEvidence::form,
      c.mention == no_index ? 0
      : !c.exact            ? 1
                            : 2 + static_cast<int>(r.text.mentions[c.mention].form));
  set(row, PlaceEvidence::gender, static_cast<int>(gender_of(r, c)));
  set(row, PlaceEvidence::first_category, first.category);
  set(row, PlaceEvidence::last_category, cells.word(c.end - 1).category);
  set(row, PlaceEvidence::uses, c.count);
  set(row, PlaceEvidence::ordinal, c.ordinal);
  const bool left = c.begin > 0 && !cells[c.begin - 1].blank && cells.word(c.begin - 1).capital;
  const bool right = c.end < cells.size() && !cells[c.end].blank && cells.word(c.end).capital;
  set(row, PlaceEvidence::runs_on_left, left);
  set(row, PlaceEvidence::runs_on_right, right);
  if (c.mention != no_index) {
    int beyond = 0;
    for (std::uint32_t back = 0; back <= 4 && back <= c.begin; ++back)
      for (std::uint32_t m = r.candidates.mention_at[c.begin - back];
           m < r.candidates.mentions.size() && r.candidates.mentions[m].begin == c.begin - back;
           ++m) {
        if (back > 0 && r.candidates.mentions[m].end >= c.end) beyond |= 1;
        if (r.candidates.mentions[m].end > c.end) beyond |= 2;
      }
    set(row, PlaceEvidence::inside_mention, beyond);
  }
  const bool starts = cells[c.begin].starts;
  set(row, PlaceEvidence::odd_case,
      starts && !first.capital                                          ? 1
      : !starts && first.capital && first.role == WordClass::determiner ? 2
                                                                        : 0);
  if (cells.tokenised) {
    bool glued = false;
    for (std::uint32_t j = c.begin + 1; j < c.end; ++j)
      glued = glued || (cells[j].glued && !cells.word(j).text.starts_with("\xE2\x80\x99"));
    set(row, PlaceEvidence::odd_blanks, glued);
  }
  set(row, PlaceEvidence::begins_sentence, starts);
}

void neighbours(PlaceReading& r, std::size_t i) {
  const Candidate& c = r.candidates.list[i];
  EvidenceRow& row = r.evidence[i];
  const Cells& cells = r.cells;
  const auto category = [&](std::int64_t at) {
    if (at < 0 || at >= static_cast<std::int64_t>(cells.size())) return 33;
    const auto cell = static_cast<std::size_t>(at);
    return cells[cell].blank ? 34 : static_cast<int>(cells.word(cell).category);
  };
  set(row, PlaceEvidence::left_category, category(std::int64_t{c.begin} - 1));
  set(row, PlaceEvidence::left_category_2, category(std::int64_t{c.begin} - 2));
  set(row, PlaceEvidence::right_category, category(c.end));
  set(row, PlaceEvidence::right_category_2, category(std::int64_t{c.end} + 1));
  const std::uint32_t first = cells[c.begin].word, last = cells[c.end - 1].word;
  int doubled = 0;
  if (c.begin > 0) {
    const CellWord& before = cells.word(c.begin - 1);
    if (before.lower == cells.words[first].lower) doubled |= 1;
    if (before.lower == cells.words[last].lower) doubled |= 2;
    if (before.role == WordClass::determiner || before.role == WordClass::possessive)
      set(row, PlaceEvidence::determiners,
          cells.words[first].role == WordClass::determiner ? 2
          : cells.words[first].capital                     ? 1
                                                           : 0);
  }
  if (c.end < cells.size() && cells.word(c.end).lower == cells.words[first].lower) doubled |= 4;
  set(row, PlaceEvidence::doubled, doubled);
  const auto matches = [&](std::size_t at) {
    for (std::uint32_t j = 0; j < c.end - c.begin; ++j)
      if (at + j >= cells.size() || cells[at + j].word != cells[c.begin + j].word) return false;
    return true;
  };
  for (std::uint32_t d = 1; d <= 40 && d <= c.begin; ++d) {
    if (cells[c.begin - d + 1].starts || cells[c.begin - d].blank) break;
    if (row[static_cast<std::size_t>(PlaceEvidence::same_before)] == 0 && matches(c.begin - d))
      set(row, PlaceEvidence::same_before, d);
    if (row[static_cast<std::size_t>(PlaceEvidence::last_word_before)] == 0 &&
        cells[c.begin - d].word == last)
      set(row, PlaceEvidence::last_word_before, d);
  }
  for (std::uint32_t d = 0; d <= 40 && c.end + d < cells.size(); ++d) {
    if (cells[c.end + d].starts || cells[c.end + d].blank) break;
    if (matches(c.end + d)) {
      set(row, PlaceEvidence::same_behind, d + 1);
      break;
    }
  }
  set(row, PlaceEvidence::blank_left, c.begin > 0 && cells[c.begin - 1].blank);
  set(row, PlaceEvidence::blank_right, c.end < cells.size() && cells[c.end].blank);
}

}  // namespace

PlaceReading read_evidence(const DamagedText& text, const PlaceWeights& weights) {
  PlaceReading r(text);
  r.cells = read_cells(text.source, text.map, text.text, text.tokens, text.sentences,
                       text.model ? &text.model->lexicon() : nullptr);
  r.candidates = find_candidates(text, r.cells);
  const std::size_t count = r.candidates.list.size();
  r.evidence.assign(count, {});
  r.fits.assign(count, 0);
  r.belief.assign(count, 0);
  const bool weighed = !weights.context.empty();
  ContextFeatures context;
  for (std::size_t i = 0; i < count; ++i) {
    const Candidate& c = r.candidates.list[i];
    r.looks.push_back(look_of(text, r.cells, c));
    if (!weighed) continue;
    find_context(r.cells, c, r.looks[i], context);
    const std::int32_t left = sum(weights.context, context.left),
                       right = sum(weights.context, context.right),
                       both = sum(weights.context, context.both);
    r.fits[i] = left + right + both;
    set(r.evidence[i], PlaceEvidence::fit_left, 128 + left);
    set(r.evidence[i], PlaceEvidence::fit_right, 128 + right);
    set(r.evidence[i], PlaceEvidence::fit_both, 128 + both);
    set(r.evidence[i], PlaceEvidence::fit, 128 + r.fits[i] / 2);
  }
  for (std::size_t i = 0; i < count; ++i) {
    own_words(r, i);
    neighbours(r, i);
    // The start of belief: what the context says against the odds of any candidate.
    r.belief[i] = weighed ? permille(16 * r.fits[i] - 256) : 0;
  }
  read_document(r, weighed);
  return r;
}

}  // namespace palimpsest
