// Learns where words were written over, and measures it.
//
//     palimpsest-places --model english.model --restore restore.model --learn OUT FILE…
//     palimpsest-places --model english.model --restore restore.model --score|--clean FILE…
//     palimpsest-places --model english.model --damage OUT FILE…
//
// The first writes restore.model with new weights of places to OUT, the second measures those of
// restore.model on damage files or clean texts, the third writes damage files: operating points are
// set on such, made from texts that nothing was learnt from.
//
// FILE is PATH or PATH,copies,every,offset: JSON Lines with "text" (and "coref", or our own chains
// are taken), each text in so many damaged copies, of every so many lines the one at the offset;
// for --score the records of a damage file.
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>

#include "restore/place_kinds.h"
#include "restore/places.h"
#include "restore/restore_model.h"
#include "train/files.h"
#include "train/restore/context_trainer.h"
#include "train/restore/tally.h"
#include "train/restore/trees_trainer.h"

namespace palimpsest::train {
namespace {

std::vector<std::uint32_t> context_of(const ContextFeatures& f) {
  std::vector<std::uint32_t> all = f.left;
  all.insert(all.end(), f.right.begin(), f.right.end());
  all.insert(all.end(), f.both.begin(), f.both.end());
  return all;
}

/// What a text is for; copies of one text are for the same. Each stage is learnt from texts that no
/// stage before it has seen, so that it learns how far to trust them.
enum class Portion { measured, context, first_pass, second_pass, third_pass };
Portion portion_of(const Example& e) {
  constexpr Portion portions[] = {Portion::measured,    Portion::context,    Portion::context,
                                  Portion::context,     Portion::context,    Portion::first_pass,
                                  Portion::first_pass,  Portion::first_pass, Portion::second_pass,
                                  Portion::second_pass, Portion::third_pass, Portion::third_pass};
  return portions[hash_text(e.id) % 12];
}

std::vector<std::int8_t> learn_context_of(const Examples& examples) {
  ContextExamples c;
  ContextFeatures f;
  for (const auto& e : examples) {
    if (portion_of(*e) != Portion::context) continue;
    const PlaceReading& r = *e->reading;
    for (std::size_t i = 0; i < r.candidates.list.size(); ++i) {
      if (e->labels[i] == Label::unknown) continue;
      find_context(r.cells, r.candidates.list[i], r.looks[i], f);
      const std::vector<std::uint32_t> row = context_of(f);
      c.features = row.size();
      c.rows.insert(c.rows.end(), row.begin(), row.end());
      c.wanted.push_back(e->labels[i] == Label::yes);
    }
  }
  double bias = 0;
  auto weights = learn_context(c, bias);
  std::fprintf(stderr, "context: %zu examples, bias %.2f, %zu weights\n", c.wanted.size(), bias,
               static_cast<std::size_t>(std::count_if(weights.begin(), weights.end(),
                                                      [](std::int8_t w) { return w != 0; })));
  return weights;
}

Forest learn_pass(const Examples& examples, Portion portion, const TreeSettings& settings) {
  TreeExamples t;
  t.features = evidence_count;
  for (const auto& e : examples) {
    if (portion_of(*e) != portion) continue;
    const PlaceReading& r = *e->reading;
    Random random(hash_text(e->id));
    for (std::size_t i = 0; i < r.candidates.list.size(); ++i) {
      const Label label = e->labels[i];
      if (label == Label::unknown) continue;
      // Of what hardly anybody would take for a place a part is enough.
      const bool easy =
          label == Label::no && r.belief[i] < (portion == Portion::first_pass ? 250 : 20);
      if (easy && !random.chance(0.25)) continue;
      t.rows.insert(t.rows.end(), r.evidence[i].begin(), r.evidence[i].end());
      t.wanted.push_back(label == Label::yes);
      t.weight.push_back(easy ? 4.0f : 1.0f);
    }
  }
  std::fprintf(stderr, "trees: %zu examples\n", t.size());
  return learn_trees(t, settings);
}

/// Texts are halved where one set of trees reads what another says.
bool second_half(const Example& e) { return hash_text(e.id) / 12 % 2 != 0; }

/// What is asked of the places themselves: whether the mention that was meant still stands; if it
/// does, whether one word was lost.
enum class Asked { drift, single };
Forest learn_of_places(const Examples& examples, Portion portion, Asked asked) {
  TreeExamples t;
  t.features = evidence_count;
  for (const auto& e : examples) {
    if (portion_of(*e) != portion || (asked == Asked::drift && second_half(*e))) continue;
    for (const Place& p : e->places) {
      if (p.candidate == no_index || p.made.harmless) continue;
      if (asked == Asked::single && p.made.shift == 0) continue;
      const EvidenceRow& row = e->reading->evidence[p.candidate];
      t.rows.insert(t.rows.end(), row.begin(), row.end());
      t.wanted.push_back(asked == Asked::single ? p.made.lost == 1 : p.made.shift != 0);
      t.weight.push_back(1);
    }
  }
  std::fprintf(stderr, "places: %zu examples\n", t.size());
  return learn_trees(t, {.trees = 40, .leaves = 8});
}

Forest learn_kinds(const Examples& examples, Portion portion, const Forest& drift) {
  constexpr std::int32_t least = 400;  // as shown
  TreeExamples t;
  t.features = static_cast<std::size_t>(KindEvidence::count);
  for (const auto& e : examples) {
    if (portion_of(*e) != portion || !second_half(*e)) continue;
    const std::vector<std::uint32_t> chosen = choose_apart(*e->reading, least);
    const std::vector<KindRow> rows = compare_kinds(*e->reading, chosen, drift);
    for (const Place& p : e->places) {
      const auto at = std::find(chosen.begin(), chosen.end(), p.candidate);
      if (at == chosen.end() || p.made.harmless) continue;
      const KindRow& row = rows[static_cast<std::size_t>(at - chosen.begin())];
      t.rows.insert(t.rows.end(), row.begin(), row.end());
      t.wanted.push_back(p.made.shift != 0);
      t.weight.push_back(1);
    }
  }
  std::fprintf(stderr, "kinds: %zu examples\n", t.size());
  return learn_trees(t, {.trees = 30, .leaves = 6});
}

/// Reads the static evidence again with the weights of the context.
void reread(Example& e, const PlaceWeights& weights) {
  e.reading.emplace(read_evidence(*e.text, weights));
}

RestoreSections sections_of(std::string_view file) {
  std::string error;
  std::optional<RestoreSections> sections = read_restore_file(file, error);
  if (!sections) throw std::runtime_error(error);
  return *std::move(sections);
}

/// The model file with these weights in the place of those it had.
std::string with_weights(std::string_view file, const PlaceWeights& weights) {
  RestoreSections sections = sections_of(file);
  sections[std::string(PlaceWeights::section)] = palimpsest::write_weights(weights.pack());
  return write_restore_file(sections);
}

/// The model of words alone: weights of places may be of an older kind.
RestoreModel read_words(std::string_view file) {
  RestoreSections sections = sections_of(file);
  sections.erase(std::string(PlaceWeights::section));
  std::string error;
  std::optional<RestoreModel> model = RestoreModel::read(write_restore_file(sections), &error);
  if (!model) throw std::runtime_error(error);
  return *std::move(model);
}

PlaceWeights learn(Examples& examples, const Infill& infill) {
  PlaceWeights weights;
  weights.context = learn_context_of(examples);
  std::erase_if(examples, [](const auto& e) { return portion_of(*e) == Portion::context; });
  for (auto& e : examples) reread(*e, weights);
  for (std::size_t pass = 0; pass < pass_count; ++pass) {
    for (auto& e : examples) {
      if (pass == 1) read_fits(*e->reading, infill);
      read_agreement(*e->reading);
    }
    constexpr Portion portions[] = {Portion::first_pass, Portion::second_pass, Portion::third_pass};
    weights.passes[pass] = learn_pass(examples, portions[pass], {});
    for (auto& e : examples) {
      PlaceReading& r = *e->reading;
      for (std::size_t i = 0; i < r.belief.size(); ++i)
        r.belief[i] = permille(weights.passes[pass].score(r.evidence[i].data()));
    }
    if (pass + 1 == pass_count) {
      weights.drift = learn_of_places(examples, portions[pass], Asked::drift);
      weights.kind = learn_kinds(examples, portions[pass], weights.drift);
      weights.single = learn_of_places(examples, portions[pass], Asked::single);
    }
    std::erase_if(examples, [&](const auto& e) { return portion_of(*e) == portions[pass]; });
    std::printf("pass %zu\n", pass + 1);
    print_tallies(examples, "not seen yet");
    std::fflush(stdout);
  }
  return weights;
}

int run(int count, char** arguments) {
  std::map<std::string, std::string> given;
  std::vector<std::string> files;
  for (int i = 1; i < count; ++i) {
    const std::string a = arguments[i];
    if (a == "--score" || a == "--clean")
      given[a] = "yes";
    else if (a.starts_with("--"))
      given[a] = i + 1 < count ? arguments[++i] : "";
    else
      files.push_back(a);
  }
  const Model model = read_model_file<Model>(given["--model"]);
  if (given.contains("--damage")) {
    std::ofstream out(given["--damage"], std::ios::binary);
    for (const std::string& source : files)
      each_damaged(read_source(source), model,
                   [&](const std::string& id, const std::string& text, const Damaged& damaged) {
                     out << write_damage(id, text, damaged) << '\n';
                   });
    return 0;
  }
  if (given.contains("--learn")) {
    const std::string file = read_file(given["--restore"]);
    const RestoreModel words = read_words(file);
    Examples examples;
    for (const std::string& source : files) {
      add_examples(read_source(source), model, examples);
      std::fprintf(stderr, "%s: %zu texts\n", source.c_str(), examples.size());
    }
    const std::string written = with_weights(file, learn(examples, words.infill()));
    std::ofstream(given["--learn"], std::ios::binary) << written;
    return 0;
  }
  const RestoreModel restore_model = read_model_file<RestoreModel>(given["--restore"]);
  const Infill& infill = restore_model.infill();
  const PlaceWeights& weights = restore_model.places();
  if (weights.empty()) throw std::runtime_error(given["--restore"] + ": no weights of places");
  for (const std::string& file : files) {
    Examples examples = read_records(file, model, weights, given.contains("--clean"));
    for (auto& e : examples) weigh_places(*e->reading, weights, infill);
    print_solved(examples, weights);
    print_tallies(examples, file.substr(file.rfind('/') + 1).c_str());
  }
  return 0;
}

}  // namespace
}  // namespace palimpsest::train

int main(int count, char** arguments) {
  try {
    return palimpsest::train::run(count, arguments);
  } catch (const std::exception& problem) {
    std::cerr << "palimpsest-places: " << problem.what() << '\n';
    return 2;
  }
}
