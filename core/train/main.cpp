// Learns the model of names from annotated texts.
//
//     palimpsest-train --data FOLDER --out core/model/english.model [--silver FILE] [--seed N]
//     palimpsest-train --data FOLDER --score --model core/model/english.model
//     palimpsest-train --predict FILE --model core/model/english.model
//
// The first writes a model and prints its scores on the dev files; the second only prints them; the
// third prints each document of FILE with the names that the model finds, as JSON Lines.
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "model/hash.h"
#include "text/utf8.h"
#include "train/agreement_trainer.h"
#include "train/compact.h"
#include "train/crf_trainer.h"
#include "train/files.h"
#include "train/lexicon_lists.h"
#include "train/scores.h"
#include "train/training_files.h"
#include "train/training_set.h"

namespace palimpsest::train {
namespace {

struct Settings {
  std::map<std::string, std::string> given;
  bool has(const std::string& name) const { return given.contains(name); }
  std::string text(const std::string& name, const std::string& otherwise = "") const {
    const auto at = given.find(name);
    return at == given.end() ? otherwise : at->second;
  }
  double number(const std::string& name, double otherwise) const {
    return has(name) ? std::stod(text(name)) : otherwise;
  }
};

/// The documents of a file and, of some, copies in capitals, in title case and in lower case.
void add_portions(const std::string& path, float weight, const Scheme& scheme, unsigned per_cent,
                  std::vector<Portion>& portions) {
  for (const Recase recase : {Recase::none, Recase::upper, Recase::title, Recase::lower}) {
    Portion portion{.documents = read_corpus(path, recase),
                    .scheme = scheme,
                    .weight = weight,
                    .whole = recase == Recase::none};
    if (recase != Recase::none)
      std::erase_if(portion.documents, [&](const AnnotatedText& d) {
        return mix_bits(hash_text(d.id) + static_cast<unsigned>(recase)) % 100 >= per_cent;
      });
    portions.push_back(std::move(portion));
  }
}

void print_scores(const std::string& data, const Model& model) {
  Scores::Counts all;
  double mean = 0;
  std::printf("%-40s  core F1  (P / R)         person  organisation  place\n", "dev file");
  for (const std::string_view path : dev_files) {
    const Scores s = score(read_corpus(data + "/" + std::string(path)), model);
    const Scores::Counts core = s.core();
    if (path.find("btc") == path.npos) {
      mean += core.f1() / (std::size(dev_files) - 1);
      all.right += core.right, all.given += core.given, all.gold += core.gold;
    }
    std::printf("%-40s  %5.1f  (%4.1f / %4.1f)   %5.1f   %5.1f   %5.1f\n",
                std::string(path.substr(path.find('/') + 1)).c_str(), core.f1(), core.precision(),
                core.recall(), s.kinds[0].f1(), s.kinds[1].f1(), s.kinds[2].f1());
  }
  std::printf("%-40s  %5.1f  (%4.1f / %4.1f)   mean of files %5.1f\n", "all but tweets", all.f1(),
              all.precision(), all.recall(), mean);
  for (const Recase recase : {Recase::upper, Recase::title, Recase::lower}) {
    Scores::Counts sum;
    for (const std::string_view path : dev_files) {
      if (path.find("gum") == path.npos && path.find("re3d") == path.npos) continue;
      const Scores::Counts c =
          score(read_corpus(data + "/" + std::string(path), recase), model).core();
      sum.right += c.right, sum.given += c.given, sum.gold += c.gold;
    }
    constexpr const char* names[] = {"", "upper", "title", "lower"};
    std::printf("%-40s  %5.1f\n",
                (std::string("re3d and GUM, ") + names[static_cast<int>(recase)]).c_str(),
                sum.f1());
  }
}

void learn(const Settings& settings) {
  const std::string data = settings.text("data");
  ModelContents contents;
  LexiconSizes sizes;
  sizes.class_words = static_cast<std::size_t>(settings.number("class-words", 80'000));
  sizes.city_population = static_cast<std::uint64_t>(settings.number("city-population", 15'000));
  read_lexicons(data, sizes, contents);
  const Lexicon lexicon(contents.words, contents.phrases, contents.countries);

  std::vector<Portion> portions;
  const auto copies = static_cast<unsigned>(settings.number("copies", 30));
  for (const TrainingFile& file : training_files)
    add_portions(data + "/" + std::string(file.path), file.weight, file.scheme, copies, portions);
  const std::size_t gold_portions = portions.size();
  if (settings.has("silver"))
    add_portions(settings.text("silver"), static_cast<float>(settings.number("silver-weight", 0.3)),
                 {}, copies / 2, portions);
  for (std::size_t i = gold_portions; i < portions.size(); ++i) portions[i].whole = false;
  NumberedSet numbered =
      number_features(portions, lexicon, static_cast<unsigned>(settings.number("least", 3)));
  std::size_t units = numbered.set.allowed.size();
  std::printf("%zu units, %u features, %zu chains\n", units, numbered.set.feature_count,
              numbered.set.chains.size());

  TrainingOptions options;
  options.seed = static_cast<std::uint64_t>(settings.number("seed", 1));
  options.epochs = static_cast<int>(settings.number("epochs", 4));
  options.rate = static_cast<float>(settings.number("rate", 0.15));
  options.l1 = static_cast<float>(settings.number("l1", 1.0));
  options.dropped = static_cast<float>(settings.number("dropped", 0));
  const auto report = [start = std::chrono::steady_clock::now()](int epoch, double loss) {
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    std::printf("epoch %d  loss %.5f  %.0f s\n", epoch, loss, taken.count());
    std::fflush(stdout);
  };
  LearntWeights weights = train_chain(numbered.set, options, report);
  std::size_t kept = 0;
  for (const auto& row : weights.rows)
    for (const float w : row) kept += w != 0;
  std::printf("%zu weights\n", kept);
  prune(weights, static_cast<std::size_t>(settings.number("weights", 200'000)));
  if (settings.number("tuning-epochs", 1) > 0) {
    TrainingOptions tuning = options;
    tuning.dropped = 0;
    tuning.epochs = static_cast<int>(settings.number("tuning-epochs", 1));
    tuning.rate = static_cast<float>(settings.number("tuning-rate", 0.05));
    weights = train_chain(numbered.set, tuning, report, &weights);
  }
  quantise(weights, numbered.keys, static_cast<float>(settings.number("unit", 0.1)), contents);
  // Copies in other cases and labels of a teacher would only blur what texts agree on.
  std::erase_if(portions, [&](const Portion& p) { return !p.whole; });
  if (!settings.has("no-agreement"))
    learn_agreement(portions, lexicon, weights.transitions, options, contents);
  const std::string bytes = write_model(contents);
  std::ofstream(settings.text("out"), std::ios::binary) << bytes;
  ModelContents words_only = contents;
  words_only.keys.clear();
  words_only.rows.clear();
  std::printf("%s: %zu bytes (%zu of them word lists), %zu features\n",
              settings.text("out").c_str(), bytes.size(), write_model(words_only).size(),
              contents.keys.size());
  print_scores(data, read_model_file<Model>(settings.text("out")));
}

void predict(const Settings& settings) {
  const Model model = read_model_file<Model>(settings.text("model"));
  constexpr const char* types[] = {"PERSON", "ORG", "LOC", "NORP", "MISC"};
  for (const AnnotatedText& d : read_corpus(settings.text("predict"))) {
    nlohmann::ordered_json out{{"id", d.id}, {"entities", nlohmann::ordered_json::array()}};
    std::size_t at = 0, points = 0;
    const auto point = [&](std::uint32_t byte) {
      points += code_point_length(std::string_view(d.text).substr(at, byte - at));
      at = byte;
      return points;
    };
    for (const NameSpan& n : tag(d.text, model)) {
      const std::size_t start = point(n.span.begin);
      out["entities"].push_back({{"start", start},
                                 {"end", point(n.span.end)},
                                 {"type", types[static_cast<int>(n.label)]},
                                 {"confidence", n.confidence},
                                 {"why", n.why}});
    }
    std::cout << out.dump() << '\n';
  }
}

int run(int count, char** arguments) {
  Settings settings;
  for (int i = 1; i < count; ++i) {
    std::string name = arguments[i];
    if (!name.starts_with("--")) throw std::runtime_error("what is '" + name + "'?");
    name.erase(0, 2);
    const bool flag = i + 1 >= count || std::string_view(arguments[i + 1]).starts_with("--");
    settings.given[name] = flag ? "" : arguments[++i];
  }
  if (settings.has("predict"))
    predict(settings);
  else if (settings.has("score"))
    print_scores(settings.text("data"), read_model_file<Model>(settings.text("model")));
  else if (settings.has("data") && settings.has("out"))
    learn(settings);
  else
    throw std::runtime_error("give --data FOLDER --out FILE, or --score, or --predict FILE");
  return 0;
}

}  // namespace
}  // namespace palimpsest::train

int main(int count, char** arguments) {
  try {
    return palimpsest::train::run(count, arguments);
  } catch (const std::exception& e) {
    std::cerr << "palimpsest-train: " << e.what() << '\n';
    return 2;
  }
}
