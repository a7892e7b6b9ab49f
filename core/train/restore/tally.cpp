#include "train/restore/tally.h"

#include <algorithm>
#include <cstdio>
#include <map>
#include <string>

namespace palimpsest::train {
namespace {

struct Tally {
  std::map<std::string, std::pair<int, int>> recall;
  int given = 0, good = 0, extent = 0, found = 0, innocent = 0, words = 0, documents = 0,
      touched = 0;
};

void tally(const Example& e, std::int32_t least, Tally& t) {
  const PlaceReading& r = *e.reading;
  const std::vector<std::uint32_t> chosen = choose_apart(r, least);
  const auto over = [&](std::uint32_t i, const Place& p) {
    return r.candidates.list[i].begin < p.end && p.begin < r.candidates.list[i].end;
  };
  ++t.documents;
  t.touched += !chosen.empty();
  for (const Place& p : e.places) {
    if (p.made.harmless) continue;
    const std::string kind = p.made.shift != 0                     ? "shifted"
                             : p.made.form == MentionForm::pronoun ? "pronoun"
                                                                   : "name";
    bool hit = false, exact = false;
    for (const std::uint32_t i : chosen) {
      hit = hit || over(i, p);
      exact = exact || i == p.candidate;
    }
    t.recall[kind].first += hit, t.recall[kind].second += 1;
    t.recall["all"].first += hit, t.recall["all"].second += 1;
    t.recall["candidate"].first += p.candidate != no_index, t.recall["candidate"].second += 1;
    t.found += hit, t.extent += hit && exact;
  }
  for (const std::uint32_t i : chosen) {
    bool any = false, scored = false;
    for (const Place& p : e.places)
      if (over(i, p)) any = true, scored = scored || !p.made.harmless;
    if (!any || scored) ++t.given, t.good += any;
    const Candidate& c = r.candidates.list[i];
    for (std::uint32_t cell = c.begin; cell < c.end; ++cell) {
      bool inside = false;
      for (const Place& p : e.places) inside = inside || (p.begin <= cell && cell < p.end);
      t.innocent += !inside && r.cells.word(cell).word;
    }
  }
  for (std::size_t i = 0; i < r.cells.size(); ++i) t.words += r.cells.word(i).word;
}

void print(const char* name, const Tally& t) {
  std::printf("%-22s docs %d touched %d recall", name, t.documents, t.touched);
  for (const auto& [kind, n] : t.recall)
    std::printf(" %s %.3f", kind.c_str(), n.second ? double(n.first) / n.second : 0.0);
  std::printf("  precision %.3f extent %.3f innocent/10k %.1f given %d words %d\n",
              t.given ? double(t.good) / t.given : 1.0, t.found ? double(t.extent) / t.found : 1.0,
              1e4 * t.innocent / std::max(1, t.words), t.given, t.words);
}

}  // namespace

void print_tallies(const Examples& examples, const char* name) {
  for (const std::int32_t least : {200, 300, 400, 500, 650, 800}) {
    Tally t;
    for (const auto& e : examples) tally(*e, least, t);
    print((std::string(name) + " " + std::to_string(least)).c_str(), t);
  }
}

void print_solved(const Examples& examples, const PlaceWeights& weights) {
  int solved = 0, kinds = 0, counts = 0, shown = 0;
  for (const auto& e : examples) {
    const std::vector<OverwrittenPlace> places = solve_places(*e->reading, weights);
    shown += static_cast<int>(places.size());
    for (const OverwrittenPlace& place : places)
      for (const Place& p : e->places) {
        if (p.made.harmless || p.candidate == no_index) continue;
        const Candidate& c = e->reading->candidates.list[p.candidate];
        if (e->document.tokens.begin_of(e->reading->cells[c.begin].first) != place.span.begin)
          continue;
        ++solved;
        kinds += place.drifted == (p.made.shift != 0);
        counts += place.count == p.made.lost;
      }
  }
  std::printf("shown %d; of %d right ones the kind is right in %.3f, the count in %.3f\n", shown,
              solved, double(kinds) / std::max(1, solved), double(counts) / std::max(1, solved));
}

}  // namespace palimpsest::train
