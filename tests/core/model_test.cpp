#include "model/model.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <random>
#include <sstream>
#include <string>

#include "model/model_file.h"
#include "model/symbols.h"

namespace palimpsest::tests {
namespace {

std::string shipped_model() {
  std::ifstream in(PROJECT_DIR "/core/model/english.model", std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

/// Contents with every kind of value; `rows` features.
ModelContents random_contents(std::uint32_t seed, std::size_t rows) {
  std::mt19937 random(seed);
  const auto below = [&](std::uint32_t n) { return static_cast<std::uint32_t>(random() % n); };
  ModelContents c;
  for (auto* entries : {&c.words, &c.phrases}) {
    std::uint32_t key = 0;
    for (std::size_t i = 0; i < rows; ++i) {
      key += 1 + below(5000);
      LexiconEntry e{.key = key};
      if (entries == &c.words) e.word_class = static_cast<std::uint16_t>(below(513));
      e.facts = static_cast<std::uint8_t>(below(256));
      if ((e.facts & 1) != 0) e.female = static_cast<std::uint8_t>(below(16));
      entries->push_back(e);
    }
  }
  c.countries = {{"russia", "Russia", false}, {"russian", "Russia", true}};
  std::uint32_t key = 0;
  for (std::size_t i = 0; i < rows; ++i) {
    c.keys.push_back(key += 1 + below(3000));
    WeightRow row{};
    for (std::size_t k = 0; k < below(4); ++k)
      row[below(label_count)] = static_cast<std::int8_t>(static_cast<int>(below(255)) - 127);
    c.rows.push_back(row);
  }
  for (std::size_t i = 0; i < label_count * label_count; ++i)
    c.transitions.push_back(static_cast<std::int16_t>(static_cast<int>(below(4000)) - 2000));
  c.unit = 0.125f;
  return c;
}

bool same(const std::vector<LexiconEntry>& a, const std::vector<LexiconEntry>& b) {
  return std::ranges::equal(a, b, [](const LexiconEntry& x, const LexiconEntry& y) {
    return x.key == y.key && x.word_class == y.word_class && x.facts == y.facts &&
           x.female == y.female;
  });
}

}  // namespace

TEST_CASE("a model file gives back what was written") {
  for (const std::size_t rows : {0u, 1u, 2u, 1000u, 20000u / 8u}) {
    CAPTURE(rows);
    const ModelContents written = random_contents(7, rows);
    std::string error;
    const std::optional<ModelContents> read = read_model(write_model(written), error);
    REQUIRE(read);
    CHECK(same(read->words, written.words));
    CHECK(same(read->phrases, written.phrases));
    CHECK(read->keys == written.keys);
    CHECK(read->rows == written.rows);
    CHECK(read->transitions == written.transitions);
    CHECK(read->unit == written.unit);
    REQUIRE(read->countries.size() == 2);
    CHECK(read->countries[1].country == "Russia");
    CHECK(read->countries[1].is_demonym);
  }
}

TEST_CASE("the same contents give the same bytes") {
  CHECK(write_model(random_contents(3, 500)) == write_model(random_contents(3, 500)));
}

TEST_CASE("a damaged model file is an error in words") {
  const std::string good = write_model(random_contents(11, 300));
  const auto error_of = [](const std::string& bytes) {
    std::string error;
    return Model::read(bytes, &error) ? std::string("none") : error;
  };
  CHECK(error_of(good) == "none");
  CHECK(error_of("") == "this is no model file");
  CHECK(error_of("<!doctype html><title>404</title> not found") == "this is no model file");
  std::string other = good;
  other[8] = 9;
  CHECK(error_of(other) == "the model file has version 9, this program reads version 1");
  CHECK(error_of(good + "x").starts_with("the model file is cut off or too long"));
  for (std::size_t size = 0; size < good.size(); size += 1 + good.size() / 97) {
    CAPTURE(size);
    CHECK(error_of(good.substr(0, size)) != "none");
  }
  CHECK(!Model::read("", nullptr));
}

TEST_CASE("contents that lie behind a right checksum are read without harm") {
  // Bytes of the body are changed and the checksum is set anew: what comes out may be nonsense, but
  // something comes out, or an error.
  const std::string good = write_model(random_contents(5, 200));
  std::mt19937 random(1);
  for (int turn = 0; turn < 400; ++turn) {
    std::string bytes = good;
    const std::size_t head = 20;
    for (int k = 0; k < 3; ++k)
      bytes[head + random() % (bytes.size() - head)] = static_cast<char>(random());
    const std::uint32_t sum = checksum(std::string_view(bytes).substr(head));
    for (std::size_t i = 0; i < 4; ++i) bytes[16 + i] = static_cast<char>(sum >> 8 * i);
    std::string error;
    CAPTURE(turn);
    const std::optional<Model> model = Model::read(bytes, &error);
    CHECK(model.has_value() == error.empty());
  }
}

TEST_CASE("numbers and symbols survive their coding") {
  std::mt19937 random(2);
  BitWriter out;
  std::vector<std::uint32_t> values;
  for (int i = 0; i < 2000; ++i)
    values.push_back(static_cast<std::uint32_t>(random() >> (12 + random() % 20)));
  for (const std::uint32_t v : values) out.put_rice(v, 9);
  const std::string bytes = out.take();
  BitReader in(bytes);
  for (const std::uint32_t v : values) CHECK(in.get_rice(9) == v);
  CHECK(!in.overrun());
  in.get(32);
  CHECK(in.overrun());

  const SymbolTable table = SymbolTable::of_counts({1000000, 1, 0, 50, 3});
  SymbolWriter writer;
  std::vector<std::uint16_t> symbols;
  for (int i = 0; i < 5000; ++i)
    symbols.push_back(std::array<std::uint16_t, 6>{0, 0, 0, 1, 3, 4}[random() % 6]);
  for (const std::uint16_t s : symbols) writer.put(table, s);
  const std::string coded = writer.take();
  SymbolReader reader(coded);
  for (const std::uint16_t s : symbols) CHECK(reader.get(table) == s);
  CHECK(!reader.overrun());
}

TEST_CASE("the shipped model is small and knows its lists") {
  const std::string bytes = shipped_model();
  CHECK(bytes.size() <= 550 * 1024);
  std::string error;
  const std::optional<Model> model = Model::read(bytes, &error);
  REQUIRE_MESSAGE(model, error);
  const Lexicon& lexicon = model->lexicon();
  CHECK(lexicon.word("vladimir").given);
  CHECK(lexicon.word("johnson").surname);
  CHECK(lexicon.word("russian").demonym);
  CHECK(lexicon.word("russia").country);
  CHECK(lexicon.word("paris").city);
  CHECK(lexicon.word("california").region);
  CHECK(lexicon.word("sen").honorific);
  CHECK(lexicon.word("inc").organisation);
  CHECK(lexicon.phrase("buenos aires").city);
  CHECK(lexicon.phrase("united states").country);
  CHECK(!lexicon.word("suggested").any());
  CHECK(!lexicon.phrase("").any());
  CHECK(lexicon.word("mary").female > 95);
  CHECK(lexicon.word("john").female < 5);
  CHECK(lexicon.word("suggested").female == 255);
  CHECK(lexicon.country_of("russian") == "Russia");
  CHECK(lexicon.country_of("germany") == "Germany");
  CHECK(lexicon.country_of("suggested").empty());
  CHECK(lexicon.word_class("monday") == lexicon.word_class("tuesday"));
  CHECK(lexicon.word_class("monday") != 0);
  CHECK(lexicon.word_class("qqqqzzzz") == 0);
}

}  // namespace palimpsest::tests
