// Tested by tests/core/model_test.cpp.
#include "model/model_file.h"

#include <algorithm>
#include <bit>

#include "model/hash.h"
#include "model/symbols.h"

namespace palimpsest {
namespace {

constexpr std::string_view magic = "PLMPSST\n";
constexpr std::size_t head_size = magic.size() + 3 * 4;
constexpr std::size_t class_count = 1024, facts_count = 256, female_count = 16;
constexpr std::size_t weight_offset = 128;  // weights -127 to 127 as symbols 1 to 255
// Limits that no real model comes near; a damaged size must not ask for gigabytes.
constexpr std::uint32_t most_entries = 1u << 20;

/// Every table that symbols are coded with: the reader and the writer walk the contents alike.
struct Tables {
  SymbolTable word_class, female;
  std::vector<SymbolTable> facts;   // by: the word has no class, has one, is a phrase
  SymbolTable label_count_of;       // labels with a weight in a row
  std::vector<SymbolTable> label;   // by the label before it in the row, or none
  std::vector<SymbolTable> weight;  // by: "no name", begin or unit, inside or last

  template <class Each>
  void each(Each call) {
    call(word_class, class_count);
    call(female, female_count);
    facts.resize(3);
    for (SymbolTable& t : facts) call(t, facts_count);
    call(label_count_of, label_count + 1);
    label.resize(label_count + 1);
    for (SymbolTable& t : label) call(t, label_count);
    weight.resize(3);
    for (SymbolTable& t : weight) call(t, 2 * weight_offset);
  }
};

std::size_t weight_context(std::size_t label) {
  return label == 0 ? 0 : (label - 1) % 4 == 0 || (label - 1) % 4 == 3 ? 1 : 2;
}

/// Calls `put(table, symbol)` for every symbol of the contents, in the order of the file.
template <class Put>
void walk(const ModelContents& c, Tables& tables, Put put) {
  const auto entry = [&](const LexiconEntry& e, bool phrase) {
    if (!phrase) put(tables.word_class, e.word_class);
    put(tables.facts[phrase ? 2 : e.word_class > 0 ? 1 : 0], e.facts);
    if ((e.facts & 1) != 0) put(tables.female, e.female);
  };
  for (const LexiconEntry& e : c.words) entry(e, false);
  for (const LexiconEntry& e : c.phrases) entry(e, true);
  for (const WeightRow& row : c.rows) {
    std::size_t used = 0;
    for (std::size_t l = 0; l < label_count; ++l) used += row[l] != 0;
    put(tables.label_count_of, used);
    std::size_t before = label_count;
    for (std::size_t l = 0; l < label_count; ++l) {
      if (row[l] == 0) continue;
      put(tables.label[before], l);
      put(tables.weight[weight_context(l)], static_cast<std::size_t>(row[l] + 128));
      before = l;
    }
  }
}

unsigned rice_bits(std::size_t entries, unsigned key_bits) {
  unsigned bits = 0;
  while (bits < key_bits && (entries << (bits + 1)) < (std::size_t{1} << key_bits)) ++bits;
  return bits;
}

template <class Key>
void put_keys(BitWriter& out, std::size_t size, Key key) {
  const unsigned low = rice_bits(size, feature_bits);
  std::uint32_t last = 0;
  for (std::size_t i = 0; i < size; ++i) {
    out.put_rice(key(i) - last, low);
    last = key(i) + 1;
  }
}

template <class Set>
bool get_keys(BitReader& in, std::size_t size, Set set) {
  const unsigned low = rice_bits(size, feature_bits);
  std::uint64_t next = 0;
  for (std::size_t i = 0; i < size; ++i) {
    next += in.get_rice(low);
    if (next >> feature_bits != 0 || in.overrun()) return false;
    set(i, static_cast<std::uint32_t>(next++));
  }
  return true;
}

std::string countries_text(const std::vector<CountryName>& countries) {
  std::string text;
  for (const CountryName& c : countries)
    text += c.lower + (c.is_demonym ? '\t' : '\v') + c.country + '\n';
  return text;
}

std::vector<CountryName> read_countries(std::string_view text) {
  std::vector<CountryName> countries;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const std::size_t middle = line.find_first_of("\t\v");
    if (middle == line.npos) continue;
    countries.push_back({.lower = std::string(line.substr(0, middle)),
                         .country = std::string(line.substr(middle + 1)),
                         .is_demonym = line[middle] == '\t'});
  }
  return countries;
}

/// What stands in front of the coded parts: how many of each there are.
struct Sizes {
  std::uint32_t words = 0, phrases = 0, rows = 0, countries = 0, bits = 0;
  bool fit() const {
    return words <= most_entries && phrases <= most_entries && rows <= most_entries;
  }
};

bool read_parts(std::string_view body, ModelContents& c) {
  constexpr std::size_t fixed = 6 * 4 + 2 * label_count * label_count;
  if (body.size() < fixed) return false;
  const Sizes sizes{number_at(body, 0), number_at(body, 4), number_at(body, 8), number_at(body, 12),
                    number_at(body, 16)};
  c.unit = same_bits<float>(number_at(body, 20));
  for (std::size_t i = 0; i < label_count * label_count; ++i) {
    const auto byte = [&](std::size_t k) {
      return static_cast<unsigned char>(body[24 + 2 * i + k]);
    };
    c.transitions.push_back(static_cast<std::int16_t>(byte(0) | byte(1) << 8));
  }
  body.remove_prefix(fixed);
  if (!sizes.fit() || sizes.countries > body.size()) return false;
  if (sizes.bits > body.size() - sizes.countries) return false;
  if (!(c.unit > 0 && c.unit < 100)) return false;
  c.countries = read_countries(body.substr(0, sizes.countries));
  BitReader bits(body.substr(sizes.countries, sizes.bits));
  Tables tables;
  bool good = true;
  tables.each([&](SymbolTable& table, std::size_t size) {
    if (!good) return;
    std::optional<SymbolTable> read = get_frequencies(bits, size);
    good = read.has_value();
    if (good) table = std::move(*read);
  });
  if (!good) return false;
  c.words.resize(sizes.words);
  c.phrases.resize(sizes.phrases);
  c.keys.resize(sizes.rows);
  c.rows.resize(sizes.rows);
  if (!get_keys(bits, sizes.words, [&](std::size_t i, std::uint32_t k) { c.words[i].key = k; }) ||
      !get_keys(bits, sizes.phrases,
                [&](std::size_t i, std::uint32_t k) { c.phrases[i].key = k; }) ||
      !get_keys(bits, sizes.rows, [&](std::size_t i, std::uint32_t k) { c.keys[i] = k; }))
    return false;
  SymbolReader symbols(body.substr(sizes.countries + sizes.bits));
  const auto entry = [&](LexiconEntry& e, bool phrase) {
    if (!phrase) e.word_class = symbols.get(tables.word_class);
    e.facts = static_cast<std::uint8_t>(symbols.get(tables.facts[phrase             ? 2
                                                                 : e.word_class > 0 ? 1
                                                                                    : 0]));
    if ((e.facts & 1) != 0) e.female = static_cast<std::uint8_t>(symbols.get(tables.female));
  };
  for (LexiconEntry& e : c.words) entry(e, false);
  for (LexiconEntry& e : c.phrases) entry(e, true);
  for (WeightRow& row : c.rows) {
    row.fill(0);
    std::size_t before = label_count;
    for (std::size_t used = symbols.get(tables.label_count_of); used > 0; --used) {
      const std::size_t l = symbols.get(tables.label[before]);
      row[l] = static_cast<std::int8_t>(symbols.get(tables.weight[weight_context(l)]) - 128);
      before = l;
    }
    if (symbols.overrun()) return false;
  }
  return !bits.overrun() && !symbols.overrun();
}

}  // namespace

std::string write_model(const ModelContents& c) {
  Tables tables;
  // Every table gets an address first, then its counts, then its frequencies.
  std::vector<std::vector<std::uint64_t>> counts;
  std::vector<const SymbolTable*> order;
  tables.each([&](SymbolTable&, std::size_t) {});
  tables.each([&](SymbolTable& table, std::size_t size) {
    order.push_back(&table);
    counts.emplace_back(size, 0);
  });
  walk(c, tables, [&](const SymbolTable& table, std::size_t symbol) {
    const auto at =
        static_cast<std::size_t>(std::find(order.begin(), order.end(), &table) - order.begin());
    ++counts[at][symbol];
  });
  std::size_t at = 0;
  tables.each([&](SymbolTable& table, std::size_t) {
    std::vector<std::uint64_t>& n = counts[at++];
    if (std::all_of(n.begin(), n.end(), [](std::uint64_t x) { return x == 0; })) n[0] = 1;
    table = SymbolTable::of_counts(n);
  });

  BitWriter bits;
  tables.each([&](SymbolTable& t, std::size_t size) { put_frequencies(bits, t, size); });
  put_keys(bits, c.words.size(), [&](std::size_t i) { return c.words[i].key; });
  put_keys(bits, c.phrases.size(), [&](std::size_t i) { return c.phrases[i].key; });
  put_keys(bits, c.keys.size(), [&](std::size_t i) { return c.keys[i]; });
  const std::string bit_bytes = bits.take();
  SymbolWriter symbols;
  walk(c, tables, [&](const SymbolTable& table, std::size_t s) { symbols.put(table, s); });

  const std::string countries = countries_text(c.countries);
  std::string body;
  for (const std::size_t n :
       {c.words.size(), c.phrases.size(), c.rows.size(), countries.size(), bit_bytes.size()})
    body += four_bytes(static_cast<std::uint32_t>(n));
  body += four_bytes(same_bits<std::uint32_t>(c.unit));
  for (const std::int16_t t : c.transitions)
    body += four_bytes(static_cast<std::uint16_t>(t)).substr(0, 2);
  body += countries + bit_bytes + symbols.take();
  return std::string(magic) + four_bytes(model_version) +
         four_bytes(static_cast<std::uint32_t>(body.size())) + four_bytes(checksum(body)) + body;
}

std::optional<ModelContents> read_model(std::string_view bytes, std::string& error) {
  if (bytes.size() < head_size || !bytes.starts_with(magic)) {
    error = "this is no model file";
    return std::nullopt;
  }
  const std::uint32_t version = number_at(bytes, magic.size());
  if (version != model_version) {
    error = "the model file has version " + std::to_string(version) +
            ", this program reads version " + std::to_string(model_version);
    return std::nullopt;
  }
  const std::string_view body = bytes.substr(head_size);
  if (number_at(bytes, magic.size() + 4) != body.size()) {
    error = "the model file is cut off or too long: " + std::to_string(body.size()) +
            " bytes where " + std::to_string(number_at(bytes, magic.size() + 4)) + " belong";
    return std::nullopt;
  }
  ModelContents contents;
  if (number_at(bytes, magic.size() + 8) != checksum(body) || !read_parts(body, contents)) {
    error = "the model file is damaged";
    return std::nullopt;
  }
  return contents;
}

}  // namespace palimpsest
