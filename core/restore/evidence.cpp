#include "restore/evidence.h"

#include <algorithm>
#include <unordered_map>

namespace palimpsest {
namespace {

std::uint8_t byte(std::int64_t n) {
  return static_cast<std::uint8_t>(std::clamp<std::int64_t>(n, 0, 255));
}

/// 0, 1, 2, 3, 4 …: steps of powers of two, halved once.
std::uint8_t steps(std::uint32_t n) {
  std::uint32_t log = 0;
  while (n >> (log + 1)) ++log;
  const std::uint32_t half = log > 0 ? (n >> (log - 1)) & 1 : 0;
  return byte(n == 0 ? 0 : 1 + 2 * log + half);
}

Gender gender_of(const PlaceReading& r, const Candidate& c) {
  if (c.mention == no_index) return Gender::unknown;
  const std::uint32_t entity = r.text.mentions[c.mention].entity;
  return entity < r.text.entities.size() ? r.text.entities[entity].gender : Gender::unknown;
}

bool plural(const PlaceReading& r, const Candidate& c) {
  for (std::uint32_t i = c.begin + 1; i + 1 < c.end; ++i)
    if (r.cells.word(i).lower == "and") return true;
  const CellWord& last = r.cells.word(c.end - 1);
  return last.lower.size() > 3 && last.lower.back() == 's' && !last.lower.ends_with("ss");
}

/// 0 no, 2 perhaps, 3 well.
std::uint8_t pronoun_fit(const PlaceReading& r, const Candidate& c, ContextLook look,
                         PronounFor pronoun) {
  const bool person = look == ContextLook::person || look == ContextLook::surname;
  const bool thing = look == ContextLook::place || look == ContextLook::organisation;
  const Gender gender = gender_of(r, c);
  switch (pronoun) {
    case PronounFor::male:
      if (person) return gender == Gender::female ? 0 : 3;
      return thing ? 0 : 2;
    case PronounFor::female:
      if (person) return gender == Gender::male ? 0 : gender == Gender::female ? 3 : 2;
      return thing ? 0 : 2;
    case PronounFor::thing:
      return person ? 0 : plural(r, c) && !thing ? 2 : 3;
    case PronounFor::several:
      return plural(r, c) ? 3 : person ? 0 : 2;
    case PronounFor::speaker:
    case PronounFor::reader:
      return 1;
    case PronounFor::none:
      break;
  }
  return 0;
}

void set(EvidenceRow& row, PlaceEvidence e, std::int64_t n) {
  row[static_cast<std::size_t>(e)] = byte(n);
}

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

/// Where the candidates stand in their sentences, and in which form their names stood first.
void positions(PlaceReading& r) {
  const Cells& cells = r.cells;
  std::vector<std::uint32_t> first_form(cells.words.size());  // length; 0: none yet
  std::size_t cell = 0;
  std::uint32_t start = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < r.candidates.list.size(); ++i) {
    const Candidate& c = r.candidates.list[i];
    for (; cell <= c.begin; ++cell) {
      if (cells[cell].starts) start = static_cast<std::uint32_t>(cell);
      if (cells[cell].blank) quoted = false;
      const std::uint8_t category = cells.word(cell).category;
      if (category == 8)
        quoted = true;
      else if (category == 9)
        quoted = cells.word(cell).text == "\"" && !quoted;
    }
    set(r.evidence[i], PlaceEvidence::in_quotes, quoted);
    set(r.evidence[i], PlaceEvidence::since_start, c.begin - std::min(start, c.begin));
  }
  // The longest candidate at the first use of a last word is the form in which it stood first.
  for (const Candidate& c : r.candidates.list) {
    std::uint32_t& length = first_form[cells[c.end - 1].word];
    if (length == 0) length = c.end - c.begin;
  }
  for (std::size_t i = 0; i < r.candidates.list.size(); ++i) {
    const Candidate& c = r.candidates.list[i];
    const std::uint32_t first = first_form[cells[c.end - 1].word], own = c.end - c.begin;
    set(r.evidence[i], PlaceEvidence::first_form, own == first ? 1 : own < first ? 2 : 3);
  }
}

/// Uses of texts and of last words, and the candidates around and inside each other.
void counts(PlaceReading& r) {
  const Cells& cells = r.cells;
  std::vector<Candidate>& list = r.candidates.list;
  std::vector<std::uint32_t> word_uses(cells.words.size());
  for (const Cell& cell : cells.cells) ++word_uses[cell.word];
  std::vector<std::uint32_t> last_use(r.candidates.strings, no_index);
  for (std::size_t i = 0; i < list.size(); ++i) {
    const Candidate& c = list[i];
    const std::uint32_t uses = word_uses[cells[c.end - 1].word];
    set(r.evidence[i], PlaceEvidence::last_word_uses, uses);
    set(r.evidence[i], PlaceEvidence::share, 10 * c.count / std::max(1u, uses));
    std::uint32_t& last = last_use[c.string];
    if (last != no_index) {
      const std::uint32_t distance = c.begin - list[last].begin;
      set(r.evidence[i], PlaceEvidence::since_previous, steps(distance));
      set(r.evidence[last], PlaceEvidence::until_next, steps(distance));
    }
    last = static_cast<std::uint32_t>(i);
  }
  for (std::size_t i = 0; i < list.size(); ++i) {
    const Candidate& c = list[i];
    std::uint32_t longest = c.end - c.begin, shortest = longest;
    for (std::size_t j = i; j-- > 0 && list[j].begin + max_candidate > c.begin;)
      if (list[j].end >= c.end && list[j].end - list[j].begin > longest) {
        longest = list[j].end - list[j].begin;
        set(r.evidence[i], PlaceEvidence::longer_uses, list[j].count);
      }
    for (std::size_t j = i; j < list.size() && list[j].begin < c.end; ++j) {
      const std::uint32_t length = list[j].end - list[j].begin;
      if (list[j].begin == c.begin && list[j].end > c.end && length > longest) {
        longest = length;
        set(r.evidence[i], PlaceEvidence::longer_uses, list[j].count);
      }
      if (list[j].end <= c.end && length < shortest) {
        shortest = length;
        set(r.evidence[i], PlaceEvidence::shorter_uses, list[j].count);
      }
    }
    set(r.evidence[i], PlaceEvidence::longer_length, longest);
  }
}

/// Numbers of the whole document, for every candidate.
void document(PlaceReading& r, bool weighed) {
  const Cells& cells = r.cells;
  std::array<std::uint32_t, 7> pronouns{};
  std::uint32_t doubles = 0, words = 0;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    ++pronouns[static_cast<std::size_t>(cells.word(i).pronoun)];
    words += cells.word(i).word;
    if (i > 0 && cells.word(i).word && cells[i].word == cells[i - 1].word) ++doubles;
  }
  const auto of = [&](PronounFor p) { return pronouns[static_cast<std::size_t>(p)]; };
  const std::uint32_t third = of(PronounFor::male) + of(PronounFor::female) +
                              of(PronounFor::thing) + of(PronounFor::several);
  const std::vector<Candidate>& list = r.candidates.list;
  constexpr std::int32_t bad = 16;  // one logit
  std::vector<std::uint32_t> bad_uses(r.candidates.strings);
  std::vector<std::array<std::int32_t, 2>> worst(r.candidates.strings, {-999, -999});
  std::uint32_t suspects = 0;
  if (weighed)
    for (std::size_t i = 0; i < list.size(); ++i) {
      const std::int32_t fit = r.fits[i];
      if (fit > bad) ++suspects, ++bad_uses[list[i].string];
      auto& two = worst[list[i].string];
      if (fit > two[0])
        two = {fit, two[0]};
      else
        two[1] = std::max(two[1], fit);
    }
  std::array<std::vector<std::uint32_t>, 4>
      so_far;  // pronouns of the third person before each cell
  constexpr PronounFor third_person[] = {PronounFor::male, PronounFor::female, PronounFor::thing,
                                         PronounFor::several};
  for (std::size_t p = 0; p < 4; ++p) {
    so_far[p].assign(cells.size() + 1, 0);
    for (std::size_t i = 0; i < cells.size(); ++i)
      so_far[p][i + 1] = so_far[p][i] + (cells.word(i).pronoun == third_person[p]);
  }
  std::vector<std::vector<std::uint32_t>> uses(r.candidates.strings);
  for (const Candidate& c : list) uses[c.string].push_back(c.begin);
  for (std::size_t i = 0; i < list.size(); ++i) {
    EvidenceRow& row = r.evidence[i];
    const std::uint32_t from = list[i].begin > 40 ? list[i].begin - 40 : 0;
    const std::size_t to = std::min<std::size_t>(cells.size(), list[i].end + 40);
    std::uint32_t near = 0;
    for (std::size_t p = 0; p < 4; ++p)
      if (pronoun_fit(r, list[i], r.looks[i], third_person[p]) == 3)
        near += so_far[p][to] - so_far[p][from];
    set(row, PlaceEvidence::near_pronouns, near);
    const std::vector<std::uint32_t>& same = uses[list[i].string];
    set(row, PlaceEvidence::near_uses,
        std::lower_bound(same.begin(), same.end(), list[i].begin + 80) -
            std::lower_bound(same.begin(), same.end(),
                             list[i].begin > 80 ? list[i].begin - 80 : 0));
    const auto last_uses =
        std::int64_t{row[static_cast<std::size_t>(PlaceEvidence::last_word_uses)]};
    set(row, PlaceEvidence::other_names,
        10 * (last_uses - list[i].count) / std::max<std::int64_t>(1, last_uses));
    set(row, PlaceEvidence::document_size, steps(static_cast<std::uint32_t>(cells.size())));
    set(row, PlaceEvidence::pronouns, 1000 * third / std::max(1u, words));
    const ContextLook look = r.looks[i];
    std::uint32_t fitting = 0;
    for (const PronounFor p :
         {PronounFor::male, PronounFor::female, PronounFor::thing, PronounFor::several})
      if (pronoun_fit(r, list[i], look, p) == 3) fitting += of(p);
    set(row, PlaceEvidence::fitting_pronouns,
        10 * fitting / std::max(1u, std::uint32_t{list[i].count}));
    set(row, PlaceEvidence::tokenised, cells.tokenised);
    set(row, PlaceEvidence::doubles, doubles);
    if (!weighed) continue;
    set(row, PlaceEvidence::suspects, 1000 * suspects / std::max<std::size_t>(1, cells.size()));
    set(row, PlaceEvidence::suspect_uses,
        std::int64_t{bad_uses[list[i].string]} - (r.fits[i] > bad));
    const auto& two = worst[list[i].string];
    set(row, PlaceEvidence::worst_use, 128 + (r.fits[i] == two[0] ? two[1] : two[0]));
  }
}

}  // namespace

std::uint8_t echo_at(const PlaceReading& r, const Candidate& c, std::uint32_t cell) {
  const Cells& cells = r.cells;
  if (cells[cell].blank) return 0;
  const CellWord& w = cells.word(cell);
  if (w.pronoun != PronounFor::none)
    return pronoun_fit(r, c, r.looks[static_cast<std::size_t>(&c - r.candidates.list.data())],
                       w.pronoun);
  if (!w.word) return 0;
  bool same = true;
  for (std::uint32_t j = 0; same && j < c.end - c.begin; ++j)
    same = cell + j < c.begin && cells[cell + j].word == cells[c.begin + j].word;
  if (same) return 4;
  const bool mention = r.candidates.mention_at[cell] != no_index;
  const bool article = w.role == WordClass::determiner || w.role == WordClass::possessive;
  if (!mention && !article && !w.capital) {
    // A noun alone stands for a candidate that ends with it.
    return cells[cell].word == cells[c.end - 1].word ? 3 : 0;
  }
  for (std::uint32_t j = cell; j < cell + 5 && j < c.begin; ++j) {
    const CellWord& here = cells.word(j);
    if (cells[j].blank || (!here.word && j > cell)) break;
    if (j > cell && !here.capital &&
        (here.role != WordClass::none || here.pronoun != PronounFor::none))
      break;
    if (here.role == WordClass::determiner || here.role == WordClass::preposition) continue;
    for (std::uint32_t own = c.begin; own < c.end; ++own)
      if (cells[own].word == cells[j].word && (here.capital || own + 1 == c.end)) return 3;
  }
  return mention || article || w.capital ? 1 : 0;
}

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
  counts(r);
  positions(r);
  document(r, weighed);
  return r;
}

}  // namespace palimpsest
