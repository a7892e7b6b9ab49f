// Evidence that takes the whole text: where the candidates stand in it, how often they are used,
// and what the text as a whole is like.
#include <algorithm>

#include "restore/evidence.h"

namespace palimpsest {
namespace {

/// 0, 1, 2, 3, 4 …: steps of powers of two, halved once.
std::uint8_t steps(std::uint32_t n) {
  std::uint32_t log = 0;
  while (n >> (log + 1)) ++log;
  const std::uint32_t half = log > 0 ? (n >> (log - 1)) & 1 : 0;
  return static_cast<std::uint8_t>(n == 0 ? 0 : 1 + 2 * log + half);
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

void read_document(PlaceReading& reading, bool weighed) {
  counts(reading);
  positions(reading);
  document(reading, weighed);
}

}  // namespace palimpsest
