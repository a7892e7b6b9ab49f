#include "restore/places.h"

#include <algorithm>
#include <numeric>

#include "restore/place_kinds.h"
#include "restore/restore_model.h"

namespace palimpsest {
namespace {

/// A place is shown from this belief on, in permille: where recall and precision of the simulated
/// texts that were kept back meet the figures in restore.md.
constexpr std::int32_t least_shown = 400;
/// In bytes: a tool read one article, never a book.
constexpr std::size_t longest_article = 2'000'000;
/// What the first pass must believe, in permille, for the others to be asked: in two places rather
/// than not or in one for nearly certain; in so much where each text counts once; and in one place
/// in so many cells. Of 555 damaged texts that were held out none is lost by it that is shown in
/// the end; of 589 clean ones 33 are read on.
constexpr std::int32_t rather = 500, least_suspected = 1500;
constexpr std::int64_t suspect_cells = 1400;
/// The trees were learnt from damage of our own. On that of others they take mentions that are lost
/// for ones that still stand more often than the other way round: 256 times the logit.
constexpr std::int32_t leans_to_drift = 281;
/// From here on, in permille, one word was lost rather than several: fewest errors on damage of our
/// own that was held out, and on that of others.
constexpr std::int32_t surely_single = 600;
/// What the places together must come to, so that clean texts stay as they are: so many that are
/// nearly certain, one in so many cells and one in so many that are shown; and so much belief where
/// each text that was written over others counts once. Of 544,000 words of clean releases, news
/// and articles four are touched.
constexpr std::int32_t nearly_certain = 800, least_varied = 2500;
constexpr std::size_t least_certain = 2, most_cells = 600, most_shown = 6;

/// Belief in the likeliest place of each text that was written over others, summed up.
std::int64_t varied_belief(const PlaceReading& r, const std::vector<std::uint32_t>& chosen) {
  std::vector<std::int32_t> best(r.candidates.strings);
  for (const std::uint32_t i : chosen) {
    std::int32_t& b = best[r.candidates.list[i].string];
    b = std::max(b, r.belief[i]);
  }
  return std::accumulate(best.begin(), best.end(), std::int64_t{0});
}

bool suspicious(const PlaceReading& r) {
  std::size_t likely = 0;
  std::int64_t believed = 0;
  bool certain = false;
  const std::vector<std::uint32_t> chosen = choose_apart(r, 40);
  for (const std::uint32_t i : chosen) {
    if (r.belief[i] < rather) continue;
    ++likely;
    believed += r.belief[i];
    certain = certain || r.belief[i] >= nearly_certain;
  }
  return (likely >= 2 || certain) && varied_belief(r, chosen) >= least_suspected &&
         believed * suspect_cells >= static_cast<std::int64_t>(1000 * r.cells.size());
}

bool damaged(const PlaceReading& r, const std::vector<std::uint32_t>& chosen) {
  const auto certain =
      static_cast<std::size_t>(std::count_if(chosen.begin(), chosen.end(), [&](std::uint32_t i) {
        return r.belief[i] >= nearly_certain;
      }));
  return certain >= least_certain && varied_belief(r, chosen) >= least_varied &&
         certain * most_cells >= r.cells.size() && certain * most_shown >= chosen.size();
}

/// Texts that are names written twice, such as Walla Walla: about every other use stands directly
/// behind one, and none begins with an article. Where a tool did so it is one use among several.
std::vector<bool> doubled_names(const PlaceReading& r) {
  std::vector<std::uint32_t> doubled(r.candidates.strings), uses(r.candidates.strings);
  for (const Candidate& c : r.candidates.list) {
    const std::uint32_t length = c.end - c.begin;
    bool same = c.begin >= length && r.cells.word(c.begin).role != WordClass::determiner;
    for (std::uint32_t j = 0; same && j < length; ++j)
      same = r.cells[c.begin - length + j].word == r.cells[c.begin + j].word;
    doubled[c.string] += same;
    ++uses[c.string];
  }
  std::vector<bool> names(r.candidates.strings);
  for (std::size_t i = 0; i < names.size(); ++i)
    names[i] = doubled[i] >= 2 && 2 * doubled[i] + 1 >= uses[i];
  return names;
}

bool is_plural(const PlaceReading& r, const Candidate& c) {
  for (std::uint32_t i = c.begin + 1; i + 1 < c.end; ++i)
    if (r.cells.word(i).lower == "and") return true;
  const CellWord& last = r.cells.word(c.end - 1);
  return !last.capital && last.lower.size() > 3 && last.lower.ends_with("s") &&
         !last.lower.ends_with("ss");
}

}  // namespace

void weigh_places(PlaceReading& reading, const PlaceWeights& weights, const Infill& infill) {
  for (const Forest& forest : weights.passes) {
    if (forest.trees.empty()) return;
    if (&forest == &weights.passes[1]) {
      if (!suspicious(reading)) {
        std::fill(reading.belief.begin(), reading.belief.end(), 0);
        return;
      }
      read_fits(reading, infill);
    }
    read_agreement(reading);
    for (std::size_t i = 0; i < reading.belief.size(); ++i)
      reading.belief[i] = permille(forest.score(reading.evidence[i].data()));
  }
}

std::vector<OverwrittenPlace> solve_places(const PlaceReading& r, const PlaceWeights& weights) {
  std::vector<std::uint32_t> chosen = choose_apart(r, least_shown);
  const std::vector<bool> names = doubled_names(r);
  std::erase_if(chosen, [&](std::uint32_t i) { return names[r.candidates.list[i].string]; });
  if (!damaged(r, chosen)) return {};
  const ListPlaces list = list_places(r, chosen);
  const auto begin_of = [&](std::uint32_t cell) {
    return r.text.tokens.begin_of(r.cells[cell].first);
  };
  const auto end_of = [&](std::uint32_t cell) {
    return r.text.tokens.begin_of(r.cells[cell - 1].last);
  };
  std::vector<OverwrittenPlace> places;
  const std::vector<KindRow> kinds = compare_kinds(r, chosen, weights.drift);
  for (std::size_t n = 0; n < chosen.size(); ++n) {
    const std::uint32_t i = chosen[n];
    const Candidate& c = r.candidates.list[i];
    OverwrittenPlace place;
    place.span = {begin_of(c.begin), end_of(c.end)};
    place.belief = static_cast<std::uint16_t>(r.belief[i]);
    place.mention = c.mention;
    place.plural = is_plural(r, c);
    place.others = static_cast<std::uint32_t>(chosen.size()) - 1;
    place.length = c.end - c.begin;
    place.drift =
        static_cast<std::uint16_t>(permille(weights.kind.score(kinds[n].data()) - leans_to_drift));
    place.drifted = place.drift > 500;
    if (place.drifted) {
      const std::uint32_t at = list.place_of[c.begin];
      // The agreed distances first, then any.
      std::uint8_t best = 0;
      const auto consider = [&](std::uint32_t k) {
        if (k == 0 || k > at) return;
        const std::uint8_t echo = echo_at(r, c, list.cell_at[at - k]);
        if (echo > best) best = echo, place.shift = k;
      };
      consider(r.own_shift[i]);
      consider(r.shift[i]);
      for (std::uint32_t k = 1; k <= max_shift && best < 2; ++k) consider(k);
      if (place.shift > 0) {
        const std::uint32_t cell = list.cell_at[at - place.shift];
        const std::uint32_t end = mention_end(r, c, cell);
        place.meant = {begin_of(cell), end_of(end)};
        place.count = static_cast<std::uint16_t>(end - cell);
      }
      // As many as the mention that was meant has, where that is surely more than one.
      const std::int32_t single = permille(weights.single.score(r.evidence[i].data()));
      place.count =
          single >= surely_single ? std::uint16_t{1} : std::max<std::uint16_t>(place.count, 2);
    }
    places.push_back(place);
  }
  std::vector<std::uint32_t> agreeing(max_shift + 1);
  for (const OverwrittenPlace& place : places) agreeing[place.shift] += place.drifted;
  for (OverwrittenPlace& place : places)
    if (place.drifted) place.agreeing = agreeing[place.shift] - 1;
  return places;
}

const SolvedPlaces& DamagedText::places() const {
  if (places_) return *places_;
  auto solved = std::make_shared<SolvedPlaces>();
  if (model != nullptr && restore_model != nullptr && !restore_model->places().empty() &&
      text.size() <= longest_article) {
    const PlaceWeights& weights = restore_model->places();
    PlaceReading reading = read_evidence(*this, weights);
    weigh_places(reading, weights, restore_model->infill());
    solved->found = solve_places(reading, weights);
    if (!solved->found.empty()) {
      solved->words = restore_model->infill().read_text(text, tokens, model->lexicon());
      std::vector<CleanSpan> spans;
      for (const OverwrittenPlace& place : solved->found) spans.push_back(place.span);
      solved->words.mark_lost(spans);
      solved->looks = look_at_places(*this, *solved);
    }
  }
  places_ = std::move(solved);
  return *places_;
}

}  // namespace palimpsest
