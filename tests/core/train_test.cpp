#include <doctest/doctest.h>

#include <string>

#include "document/passages.h"
#include "entity/label_chain.h"
#include "train/compact.h"
#include "train/corpus.h"
#include "train/crf_trainer.h"
#include "train/training_set.h"

namespace palimpsest::train {
namespace {

std::string bare(const std::string& text, GoldType type) {
  const CleanSpan span = bare_span(text, {0, static_cast<std::uint32_t>(text.size())}, type);
  return std::string(span.of(text));
}

AnnotatedText annotated(const std::string& text,
                        std::vector<std::pair<std::string, GoldType>> names,
                        const std::string& unsure = "") {
  AnnotatedText d{.id = "", .text = text, .gold = {}, .unsure = {}};
  const auto span = [&](const std::string& part) {
    const auto at = static_cast<std::uint32_t>(text.find(part));
    return CleanSpan{at, at + static_cast<std::uint32_t>(part.size())};
  };
  for (const auto& [name, type] : names) d.gold.push_back({span(name), type});
  if (!unsure.empty()) d.unsure.push_back(span(unsure));
  return d;
}

/// Labels that are allowed at each unit: a letter if one (O, or BILU and the kind), ? if several.
std::string allowed(const AnnotatedText& d, const Scheme& scheme = {}) {
  const NameText read = read_for_names(d.text, Lexicon());
  std::string out;
  for (const std::uint32_t bits : allowed_labels(d, read, scheme)) {
    std::size_t count = 0, label = 0;
    for (std::size_t l = 0; l < label_count; ++l)
      if ((bits >> l & 1) != 0) ++count, label = l;
    if (count != 1)
      out += '?';
    else if (label == 0)
      out += 'O';
    else
      out += std::string(1, "BILU"[static_cast<std::size_t>(place_of(label))]) +
             "polnm"[kind_of(label)];
    out += ' ';
  }
  return out;
}

/// Words of two kinds after two kinds of words: "mr x" is a person, "in x" a place.
TrainingSet toy_set() {
  TrainingSet set;
  set.feature_count = 4;
  for (std::uint32_t turn = 0; turn < 40; ++turn) {
    const auto begin = static_cast<std::uint32_t>(set.allowed.size());
    const bool person = turn % 2 == 0;
    for (const bool name : {false, true}) {
      set.features.push_back(person ? 0 : 1);
      set.features.push_back(name ? 2 : 3);
      set.starts.push_back(set.features.size());
      set.allowed.push_back(1u << (name ? label_of(person ? 0 : 2, Place::unit) : 0));
    }
    set.chains.push_back({begin, begin + 2, 1.0f});
  }
  return set;
}

}  // namespace

TEST_CASE("spans lose what schemes disagree on") {
  CHECK(bare("the White House", GoldType::place) == "White House");
  CHECK(bare("President Barack Obama's", GoldType::person) == "Barack Obama");
  CHECK(bare("Sen. Susan Collins,", GoldType::person) == "Susan Collins");
  CHECK(bare("President of France", GoldType::organisation) == "President of France");
  CHECK(bare("“U.S.”", GoldType::place) == "U.S.");
  CHECK(bare("the", GoldType::place) == "the");
}

TEST_CASE("an annotation says which labels are allowed") {
  CHECK(allowed(annotated("Ann Lee met the Acme Corp. in Rome .",
                          {{"Ann Lee", GoldType::person},
                           {"the Acme Corp.", GoldType::organisation},
                           {"Rome", GoldType::place}})) == "Bp Lp O O Bo Lo O Ul O ");
  CHECK(allowed(annotated("He met Ann .", {{"He", GoldType::person}})) == "O O O O ");
  CHECK(allowed(annotated("He met Ann .", {}, "Ann")) == "O O ? O ");
  CHECK(allowed(annotated("He saw Casablanca there", {}), {.marks_misc = false}) == "O O ? O ");
  CHECK(allowed(annotated("He came Friday .", {{"Friday", GoldType::other}})) == "O O O O ");
}

TEST_CASE("the trainer learns a pattern, and the same one each time") {
  const TrainingSet set = toy_set();
  TrainingOptions options;
  options.l1 = 0.01f;
  std::vector<double> losses;
  const auto report = [&](int, double loss) { losses.push_back(loss); };
  const LearntWeights one = train_chain(set, options, report),
                      two = train_chain(set, options, report);
  CHECK(losses[5] < losses[0] / 2);
  CHECK(losses[5] == losses[11]);
  CHECK(one.rows == two.rows);
  const std::size_t person = label_of(0, Place::unit), place = label_of(2, Place::unit);
  CHECK(one.rows[0][person] > one.rows[0][place]);
  CHECK(one.rows[1][place] > one.rows[1][person]);
  CHECK(one.rows[3][0] > one.rows[2][0]);
}

TEST_CASE("only the largest weights stay, as whole numbers") {
  LearntWeights weights;
  weights.rows.resize(3);
  weights.rows[0][1] = 2.0f;
  weights.rows[1][2] = -0.4f;
  weights.rows[2][3] = 1.0f;
  prune(weights, 2);
  CHECK(weights.rows[1][2] == 0.0f);
  ModelContents contents;
  quantise(weights, {10, 20, 30}, 0.5f, contents);
  CHECK(contents.keys == std::vector<std::uint32_t>{10, 30});
  CHECK(contents.rows[0][1] == 4);
  CHECK(contents.rows[1][3] == 2);
}

}  // namespace palimpsest::train
