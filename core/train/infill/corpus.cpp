#include "train/infill/corpus.h"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <unordered_map>

#include "model/hash.h"
#include "text/unicode.h"

namespace palimpsest::train {
namespace {

struct Read {
  std::vector<InfillUnit> units;
  std::size_t times = 1;
  bool held = false, release = false;
};

std::vector<Read> read_documents(const std::string& data, const std::string& releases) {
  std::vector<Read> documents;
  for (const InfillSource& source : infill_sources) {
    const std::string path =
        source.path == infill_sources[0].path ? releases : data + "/" + std::string(source.path);
    std::ifstream in(path);
    if (!in) throw std::runtime_error(path + ": cannot be opened");
    for (std::string line; std::getline(in, line);) {
      const nlohmann::json json = nlohmann::json::parse(line);
      const std::string id = json.value("id", ""), text = json.at("text").get<std::string>();
      const bool held =
          mix_bits(hash_text(id)) % 60 == 0 || id.starts_with("masc/written/newspaper");
      documents.push_back(
          {infill_units(text, tokenize(text)), source.times, held, &source == &infill_sources[0]});
    }
  }
  return documents;
}

/// Words as they are written inside sentences, and marks.
std::vector<std::string> frequent_words(const std::vector<Read>& documents, std::size_t most) {
  constexpr std::uint32_t least = 5;
  std::unordered_map<std::string, std::uint32_t> counts;
  for (const Read& d : documents) {
    if (d.held) continue;
    for (const InfillUnit& u : d.units)
      if ((u.kind == InfillUnit::word && !u.opens) || u.kind == InfillUnit::mark) ++counts[u.form];
  }
  std::vector<std::pair<std::uint32_t, std::string>> sorted;
  for (const auto& [word, n] : counts)
    if (n >= least) sorted.emplace_back(n, word);
  std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  sorted.resize(std::min(sorted.size(), most));
  std::vector<std::string> words;
  for (auto& [n, word] : sorted) words.push_back(std::move(word));
  return words;
}

std::vector<bool> first_person_of(const InfillVocabulary& vocabulary) {
  constexpr std::string_view pronouns[] = {"I",  "me", "my",  "mine", "myself",
                                           "we", "us", "our", "ours", "ourselves"};
  std::vector<bool> are(vocabulary.id_count());
  for (const std::string_view pronoun : pronouns) are[vocabulary.find(pronoun)] = true;
  are[InfillVocabulary::edge] = false;  // what find says of a word that it has not
  return are;
}

/// Which numbers of the vocabulary name somebody or something, or stand for a name.
std::vector<bool> mentions_of(const InfillVocabulary& vocabulary) {
  constexpr std::string_view pronouns[] = {"he",  "him",  "his",  "she",   "her", "it",
                                           "its", "they", "them", "their", "who", "which"};
  std::vector<bool> mentions(vocabulary.id_count());
  for (std::uint16_t id = InfillVocabulary::special_count; id < mentions.size(); ++id) {
    if (id >= vocabulary.first_class()) {
      mentions[id] = id >= vocabulary.first_class() + InfillVocabulary::word_classes +
                               InfillVocabulary::person;
      continue;
    }
    const std::string_view word = vocabulary.text(id);
    mentions[id] = (word.size() > 1 && word[0] >= 'A' && word[0] <= 'Z') ||
                   std::find(std::begin(pronouns), std::end(pronouns), word) != std::end(pronouns);
  }
  return mentions;
}

}  // namespace

InfillCorpus read_infill_corpus(const std::string& data, const std::string& releases,
                                const Lexicon& lexicon, std::size_t most_words,
                                std::uint16_t guessed, std::size_t edges) {
  const std::vector<Read> documents = read_documents(data, releases);
  InfillCorpus corpus;
  corpus.words = frequent_words(documents, most_words);
  InfillVocabulary vocabulary(corpus.words, guessed);
  vocabulary.set_outputs(lexicon);
  for (NetCorpus* c : {&corpus.learnt, &corpus.held})
    c->paragraph = InfillVocabulary::paragraph, c->lost = InfillVocabulary::lost;
  for (const Read& d : documents) {
    NetCorpus& c = d.held ? corpus.held : corpus.learnt;
    c.ids.insert(c.ids.end(), edges, InfillVocabulary::edge);
    for (const InfillUnit& u : d.units) {
      c.places.insert(c.places.end(), d.times, static_cast<std::uint32_t>(c.ids.size()));
      c.outputs.insert(c.outputs.end(), d.times, vocabulary.output(u, lexicon));
      c.ids.push_back(vocabulary.id(u, lexicon));
    }
    c.ids.insert(c.ids.end(), edges, InfillVocabulary::edge);
    if (d.release) c.releases = c.ids.size();
  }
  corpus.learnt.first_person = corpus.held.first_person = first_person_of(vocabulary);
  corpus.learnt.mentions = corpus.held.mentions = mentions_of(vocabulary);
  corpus.learnt.noise = corpus.held.noise = names_to_overwrite(vocabulary, lexicon);
  return corpus;
}

std::vector<std::uint16_t> names_to_overwrite(const InfillVocabulary& vocabulary,
                                              const Lexicon& lexicon) {
  constexpr std::size_t most = 200;
  std::vector<std::uint16_t> names;
  for (int shape = InfillVocabulary::person; shape <= InfillVocabulary::name; ++shape)
    names.push_back(static_cast<std::uint16_t>(vocabulary.first_class() +
                                               InfillVocabulary::word_classes + shape));
  for (std::uint16_t w = InfillVocabulary::special_count;
       w < vocabulary.first_class() && names.size() < most; ++w) {
    const std::string_view word = vocabulary.text(w);
    if (word.size() > 2 && word[0] >= 'A' && word[0] <= 'Z' && lexicon.word(lower_case(word)).any())
      names.push_back(w);
  }
  return names;
}

}  // namespace palimpsest::train
