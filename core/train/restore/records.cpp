#include "train/restore/records.h"

#include <algorithm>
#include <fstream>
#include <functional>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>

#include "text/utf8.h"

namespace palimpsest::train {
namespace {

using Json = nlohmann::json;

std::vector<std::uint32_t> code_point_starts(const std::string& text) {
  std::vector<std::uint32_t> starts;
  for (std::uint32_t i = 0; i < text.size(); ++i)
    if (is_boundary(text, i)) starts.push_back(i);
  starts.push_back(static_cast<std::uint32_t>(text.size()));
  return starts;
}

bool is_pronoun(const std::string& word) {
  static const std::string all =
      " i me my mine we us our ours you your yours he him his she her hers it its they them their "
      "theirs himself herself itself themselves who whom whose ";
  std::string lower;
  for (const char c : word) lower += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return all.find(" " + lower + " ") != std::string::npos;
}

std::vector<Chain> gold_chains(const Json& json, const std::string& text) {
  const std::vector<std::uint32_t> starts = code_point_starts(text);
  std::vector<Chain> chains;
  for (const Json& c : json) {
    Chain chain;
    for (const Json& m : c) {
      ChainMention mention{starts[m.at("start").get<std::size_t>()],
                           starts[m.at("end").get<std::size_t>()], MentionForm::nominal};
      const std::string words = text.substr(mention.begin, mention.end - mention.begin);
      if (is_pronoun(words))
        mention.form = MentionForm::pronoun;
      else if (words.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ",
                                   words.starts_with("The ") ? 4 : 0) != std::string::npos)
        mention.form = MentionForm::name;
      chain.push_back(mention);
    }
    chains.push_back(std::move(chain));
  }
  return chains;
}

/// A record of a damage file, of either simulator.
Damaged read_damage(const Json& json) {
  Damaged d;
  d.text = json.at("damaged").get<std::string>();
  const std::vector<std::uint32_t> starts = code_point_starts(d.text);
  const auto share = [](const std::string& a, const std::string& b) {
    std::istringstream words(a);
    for (std::string w; words >> w;)
      if (w.size() > 2 && w != "the" && w != "The" && w != "and" && b.find(w) != std::string::npos)
        return true;
    return false;
  };
  for (const Json& e : json.value("edits", Json::array())) {
    WrittenOver p;
    p.begin = starts[e.at("d")[0].get<std::size_t>()],
    p.end = starts[e.at("d")[1].get<std::size_t>()];
    p.lost_text = e.at("lost").get<std::string>();
    p.lost = e.at("ntok").get<std::uint32_t>();
    p.shift = e.at("inplace").get<bool>() ? 0 : e.value("shift", 1);
    p.form = is_pronoun(p.lost_text) ? MentionForm::pronoun : MentionForm::name;
    const std::string main = e.at("main").get<std::string>();
    p.harmless =
        main == p.lost_text ||
        (e.at("inplace").get<bool>() && p.form != MentionForm::pronoun && share(p.lost_text, main));
    d.places.push_back(p);
  }
  for (const Json& e : json.value("spans", Json::array())) {
    WrittenOver p;
    p.begin = starts[e.at("begin").get<std::size_t>()],
    p.end = starts[e.at("end").get<std::size_t>()];
    p.lost_text = e.at("lost").get<std::string>();
    p.lost =
        static_cast<std::uint32_t>(1 + std::count(p.lost_text.begin(), p.lost_text.end(), ' '));
    p.shift = e.at("offset").get<int>();
    if (p.shift == 0 && p.lost_text != e.at("mention").get<std::string>()) p.shift = 1;
    p.form = is_pronoun(p.lost_text) ? MentionForm::pronoun : MentionForm::name;
    p.harmless = e.at("harmless").get<bool>();
    d.places.push_back(p);
  }
  return d;
}

/// A text of a few paragraphs of several, as collections of short news are.
std::string first_paragraphs(const std::string& text, Random& random) {
  const std::size_t wanted = 200 + random.below(900);
  const std::size_t end = text.find('\n', std::min(wanted, text.size()));
  return text.substr(0, end);
}

}  // namespace

Source read_source(const std::string& argument) {
  std::istringstream in(argument);
  Source s;
  std::getline(in, s.path, ',');
  std::string n;
  if (std::getline(in, n, ',')) s.copies = std::stoul(n);
  if (std::getline(in, n, ',')) s.every = std::stoul(n);
  if (std::getline(in, n, ',')) s.offset = std::stoul(n);
  return s;
}

void each_damaged(
    const Source& source, const Model& model,
    const std::function<void(const std::string&, const std::string&, const Damaged&)>& take) {
  std::ifstream in(source.path);
  if (!in) throw std::runtime_error(source.path + ": cannot be opened");
  std::size_t n = 0;
  std::string joined;
  for (std::string line; std::getline(in, line);) {
    if (n++ % source.every != source.offset) continue;
    const Json json = Json::parse(line);
    const std::string genre = json.value("genre", "");
    if (genre == "newspaper" || genre == "blog" || genre == "technical" || genre == "travel-guides")
      continue;  // kept for measuring
    const std::string id = json.value("id", std::to_string(n));
    std::string text = json.at("text").get<std::string>();
    Random random(hash_text(id));
    std::vector<Chain> gold;
    if (json.contains("coref")) {
      gold = gold_chains(json["coref"], text);
    } else if (random.chance(0.3)) {
      joined += first_paragraphs(text, random) + "\n\n";
      if (!random.chance(0.3)) continue;
      text = std::move(joined);
      joined.clear();
    } else if (text.size() > 12000) {
      const std::size_t from = text.find('\n', random.below(text.size() - 9000));
      text = from == std::string::npos ? text.substr(0, 9000) : text.substr(from + 1, 9000);
      while (!text.empty() && !is_boundary(text, text.size() - 1)) text.pop_back();
      if (!text.empty()) text.pop_back();
      while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0x80)) text.pop_back();
    }
    for (std::size_t copy = 0; copy < source.copies; ++copy) {
      Random own(hash_text(id) + copy * 7919 + 1);
      const bool clean = own.chance(0.2);
      const Damaged damaged =
          clean ? set_blanks(text, own)
                : write_over(text, gold.empty() ? find_chains(text, model, own) : gold, own);
      take(id, text, damaged);
    }
  }
}

void add_examples(const Source& source, const Model& model, Examples& out) {
  each_damaged(source, model,
               [&](const std::string& id, const std::string&, const Damaged& damaged) {
                 out.push_back(read_example(id, damaged, model, {}));
               });
}

std::string write_damage(const std::string& id, const std::string& text, const Damaged& damaged) {
  const std::vector<std::uint32_t> starts = code_point_starts(damaged.text);
  const auto code_point = [&](std::uint32_t byte) {
    return std::lower_bound(starts.begin(), starts.end(), byte) - starts.begin();
  };
  Json json{{"id", id}, {"damaged", damaged.text}, {"truth", text}, {"edits", Json::array()}};
  for (const WrittenOver& p : damaged.places)
    json["edits"].push_back({{"d", {code_point(p.begin), code_point(p.end)}},
                             {"main", damaged.text.substr(p.begin, p.end - p.begin)},
                             {"lost", p.lost_text},
                             {"ntok", p.lost},
                             {"shift", p.shift},
                             {"inplace", p.shift == 0}});
  return json.dump();
}

Examples read_records(const std::string& path, const Model& model, const PlaceWeights& weights,
                      bool clean) {
  Examples out;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    const Json json = Json::parse(line);
    Damaged d;
    if (clean) {
      for (const char* key : {"original", "clean", "truth", "text"})
        if (json.contains(key)) {
          d.text = json[key].get<std::string>();
          break;
        }
    } else {
      d = read_damage(json);
    }
    out.push_back(read_example(json.value("id", ""), d, model, weights));
  }
  return out;
}

}  // namespace palimpsest::train
