// Learns the infill model: which words stand where.
//
//     palimpsest-infill --data FOLDER --releases FILE --names core/model/english.model
//                       --out core/restore/restore.model [--net FILE]
//     palimpsest-infill --slots FILE --names core/model/english.model --model
//     core/restore/restore.model
//
// The first writes the model's part of the file, leaves the other parts as they are, and prints
// scores on texts held out; --net keeps the net there, or begins with the one that is there. The
// second prints the scores on slots of damaged texts (tests/quality/infill.py makes them).
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <stdexcept>

#include "model/model.h"
#include "restore/infill_forms.h"
#include "restore/restore_model.h"
#include "train/files.h"
#include "train/infill/corpus.h"
#include "train/infill/gram_trainer.h"
#include "train/infill/held.h"
#include "train/infill/net_export.h"
#include "train/infill/slots.h"

namespace palimpsest::train {
namespace {

using Settings = std::map<std::string, std::string>;

double number(const Settings& settings, const std::string& name, double otherwise) {
  const auto at = settings.find(name);
  return at == settings.end() ? otherwise : std::stod(at->second);
}
std::size_t whole(const Settings& settings, const std::string& name, double otherwise) {
  return static_cast<std::size_t>(number(settings, name, otherwise));
}

void keep_net(NetWeights& net, const std::string& path) {
  std::ofstream out(path, std::ios::binary);
  for (Matrix* m : net.all())
    out.write(reinterpret_cast<const char*>(m->cells.data()),
              static_cast<std::streamsize>(m->cells.size() * sizeof(float)));
}
bool get_net(NetWeights& net, const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  for (Matrix* m : net.all())
    in.read(reinterpret_cast<char*>(m->cells.data()),
            static_cast<std::streamsize>(m->cells.size() * sizeof(float)));
  return in.good();
}

/// Corrections are learnt beside the net, which learns on; then, without those that turn out to say
/// little, until the rate is nothing.
GramTrainer learn_grams(NetWeights& net, const InfillCorpus& corpus, std::uint16_t guessed,
                        const Settings& settings,
                        const std::function<void(std::size_t, double)>& report) {
  GramOptions gram_options;
  gram_options.kept = whole(settings, "grams-tried", static_cast<double>(gram_options.kept));
  GramTrainer grams(count_grams(corpus.learnt, guessed, gram_options));
  NetOptions options;
  options.grams = &grams;
  options.as_lost = true;
  options.report_every = 1'000'000;
  options.rate = static_cast<float>(number(settings, "last-rate", 0.0006));
  options.samples = whole(settings, "last-samples", 5'000'000);
  options.stop = options.samples / 2;
  options.seed = 2;
  train_net(net, corpus.learnt, options, report);
  grams.keep_best(whole(settings, "grams", 225'000));
  options.rate /= 2;
  options.gram_rate /= 2;
  options.samples = options.stop;
  options.stop = 0;
  options.seed = 3;
  train_net(net, corpus.learnt, options, report);
  const HeldScore held = score_held(net, corpus.held, &grams, 50'000);
  std::printf("held out: loss %.4f, frequent words right %.2f %%\n", held.loss, held.right);
  return grams;
}

void learn(const Settings& settings) {
  const auto start = std::chrono::steady_clock::now();
  const auto seconds = [&] {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  };
  const Model names = read_model_file<Model>(settings.at("names"));
  const Lexicon& lexicon = names.lexicon();
  const auto guessed = static_cast<std::uint16_t>(whole(settings, "guessed", 1012));
  NetShape shape;
  const InfillCorpus corpus =
      read_infill_corpus(settings.at("data"), settings.at("releases"), lexicon,
                         whole(settings, "words", 16'000), guessed, shape.bag);
  std::printf("%zu words to learn from, %zu held out  %.0f s\n", corpus.learnt.places.size(),
              corpus.held.places.size(), seconds());

  // Numbers in the file: the words that are not guessed by their letters.
  InfillVocabulary learnt(corpus.words, guessed);
  std::vector<std::string> words = corpus.words;
  sort_forms(words, guessed - InfillVocabulary::special_count);
  const InfillVocabulary vocabulary(words, guessed);
  std::vector<std::uint16_t> to_file(vocabulary.id_count()), from_file(vocabulary.id_count());
  for (std::uint16_t i = 0; i < vocabulary.id_count(); ++i) {
    const bool word = i >= InfillVocabulary::special_count && i < vocabulary.first_class();
    from_file[i] = word ? learnt.find(vocabulary.text(i)) : i;
    to_file[from_file[i]] = i;
  }

  shape.hidden = whole(settings, "hidden", 512);
  shape.second = whole(settings, "second", 128);
  shape.ids = vocabulary.id_count(), shape.outputs = vocabulary.output_count();
  NetWeights net = start_net(shape, 1);
  const std::string net_file = settings.contains("net") ? settings.at("net") : "";
  const auto report = [&](std::size_t samples, double loss) {
    std::printf("%zu samples  loss %.4f  %.0f s\n", samples, loss, seconds());
    std::fflush(stdout);
    if (!net_file.empty() && !settings.contains("out")) keep_net(net, net_file);
  };
  if (net_file.empty() || !get_net(net, net_file)) {
    if (settings.contains("begin") && !get_net(net, settings.at("begin")))
      throw std::runtime_error(settings.at("begin") + ": not such a net");
    NetOptions options;
    options.seed = whole(settings, "seed", 1);
    options.report_every = 1'000'000;
    options.rate = static_cast<float>(number(settings, "rate", 0.0012));
    options.samples = whole(settings, "samples", 90'000'000);
    options.stop = whole(settings, "stop", 10'001'920);
    train_net(net, corpus.learnt, options, report);
    if (!net_file.empty()) keep_net(net, net_file);
  }
  if (!settings.contains("out")) return;

  GramTrainer grams = learn_grams(net, corpus, guessed, settings, report);
  const InfillNetContents contents = export_net(net, from_file, {});
  constexpr std::int32_t gram_step = 100;
  const std::vector<GramEntry> entries = write_counted(grams.grams(), to_file, gram_step);
  std::printf("%zu corrections  %.0f s\n", entries.size(), seconds());

  std::string error;
  const std::string out = settings.at("out");
  RestoreSections sections;
  if (std::ifstream(out))
    sections = read_restore_file(read_file(out), error).value_or(RestoreSections());
  sections[std::string(Infill::section)] = write_infill(vocabulary, contents, entries, gram_step);
  const std::string bytes = write_restore_file(sections);
  std::ofstream(out, std::ios::binary) << bytes;
  std::printf("%s: %zu bytes: words %zu, net %zu, corrections %zu\n", out.c_str(), bytes.size(),
              write_forms(words).size(), write_net(contents).size(),
              write_grams(entries, gram_step).size());
}

int run(int count, char** arguments) {
  Settings settings;
  for (int i = 1; i + 1 < count; i += 2) {
    const std::string name = arguments[i];
    if (!name.starts_with("--")) throw std::runtime_error("what is '" + name + "'?");
    settings[name.substr(2)] = arguments[i + 1];
  }
  if (settings.contains("slots") && settings.contains("model") && settings.contains("names"))
    std::cout << score_slots(settings["slots"], read_model_file<RestoreModel>(settings["model"]),
                             read_model_file<Model>(settings["names"]))
              << '\n';
  else if (settings.contains("data") && settings.contains("releases") && settings.contains("names"))
    learn(settings);
  else
    throw std::runtime_error(
        "give --data FOLDER --releases FILE --names FILE --out FILE, or --slots FILE --names FILE "
        "--model FILE");
  return 0;
}

}  // namespace
}  // namespace palimpsest::train

int main(int count, char** arguments) {
  try {
    return palimpsest::train::run(count, arguments);
  } catch (const std::exception& e) {
    std::cerr << "palimpsest-infill: " << e.what() << '\n';
    return 2;
  }
}
