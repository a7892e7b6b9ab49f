// Tested by tests/core/infill_test.cpp.
#include "restore/infill_net.h"

#include <algorithm>
#include <array>
#include <bit>

#include "model/symbols.h"
#include "model/wide.h"

namespace palimpsest {
namespace {

using Powers = std::array<std::uint32_t, 1024>;

// Not made by the compiler: in the program that a page loads they would be 4 KB that cannot be
// packed.
Powers make_powers() {
  Powers powers;
  double value = 1 << 30;
  for (std::uint32_t& entry : powers) {
    entry = static_cast<std::uint32_t>(value + 0.5);
    value *= 0.99932334175865862;  // 2^(-1/1024)
  }
  return powers;
}

/// 2 to the power of -i / 1024, in parts of 2^30. Products of doubles alone: the same everywhere.
const Powers& powers_of_two() {
  static const Powers made = make_powers();
  return made;
}

constexpr std::int64_t to_base_two = 94548;  // log2(e) in parts of 2^16
constexpr std::int64_t to_natural = 45426;   // log(2), likewise

/// log2 of x, in 1/1024; x > 0.
std::int32_t base_two_log(std::uint64_t x) {
  const int whole = static_cast<int>(std::bit_width(x)) - 1;
  // As one of the powers: 2^30 is 2 to the 0.
  const std::uint64_t scaled = whole > 29 ? x >> (whole - 29) : x << (29 - whole);  // 2^29 to 2^30
  const Powers& powers = powers_of_two();
  const auto at = std::lower_bound(powers.begin(), powers.end(), scaled,
                                   [](std::uint32_t a, std::uint64_t b) { return a > b; });
  return (whole + 1) * 1024 - static_cast<std::int32_t>(at - powers.begin());
}

constexpr std::size_t limit = 127;  // of a weight, either side of 0
constexpr std::uint32_t most_cells = 1u << 23;

/// Calls for every weight: in the order of the file, with the table that it is coded with.
template <class Contents, class Call>
void walk(Contents& c, Call call) {
  for (auto& w : c.words) call(0, w);
  for (auto& w : c.hidden.weights) call(1, w);
  for (auto& w : c.second.weights) call(2, w);
  for (auto& w : c.output.weights) call(3, w);
}

/// Sums of products, row by row of the weights.
WIDE void multiply(const std::int16_t* weights, const std::int16_t* input, std::size_t inputs,
                   std::size_t rows, std::int32_t* sums) {
  for (std::size_t r = 0; r < rows; ++r, weights += inputs) {
    std::int32_t sum = 0;
#ifdef __clang__
#pragma clang loop vectorize(enable) interleave(enable)
#endif
    for (std::size_t i = 0; i < inputs; ++i) sum += std::int32_t{weights[i]} * input[i];
    sums[r] = sum;
  }
}

}  // namespace

std::uint32_t probability(std::int32_t log) {
  const std::int64_t two = (-static_cast<std::int64_t>(log) * to_base_two + (1 << 15)) >> 16;
  const std::int64_t whole = two >> 10;
  return whole >= 31 ? 0 : powers_of_two()[static_cast<std::size_t>(two & 1023)] >> whole;
}

std::int32_t natural_log(std::uint64_t x) {
  return static_cast<std::int32_t>((base_two_log(x) * to_natural) >> 16);
}

std::int32_t log_sum(std::span<const std::int32_t> logs) {
  const std::int32_t most = *std::max_element(logs.begin(), logs.end());
  std::uint64_t sum = 0;
  for (const std::int32_t log : logs) sum += probability(log - most);
  return most + static_cast<std::int32_t>(((base_two_log(sum) - 30 * 1024) * to_natural) >> 16);
}

InfillNet::Layer InfillNet::layer(const InfillLayer& from) {
  return {from.inputs,
          from.outputs,
          {from.weights.begin(), from.weights.end()},
          from.biases,
          from.factor};
}

InfillNet::InfillNet(const InfillNetContents& c)
    : window_(c.window),
      bag_(c.bag),
      width_(c.width),
      words_(c.words),
      hidden_(layer(c.hidden)),
      second_(layer(c.second)),
      output_(layer(c.output)) {}

std::vector<std::int32_t> InfillNet::outputs(const Layer& layer,
                                             const std::vector<std::int16_t>& input) {
  std::vector<std::int32_t> sums(layer.outputs);
  multiply(layer.weights.data(), input.data(), layer.inputs, layer.outputs, sums.data());
  for (std::size_t i = 0; i < sums.size(); ++i)
    sums[i] =
        static_cast<std::int32_t>((std::int64_t{sums[i]} * layer.factor) >> 16) + layer.biases[i];
  return sums;
}

std::vector<std::int32_t> InfillNet::scores(std::span<const std::uint16_t> left,
                                            std::span<const std::uint16_t> right) const {
  // Words of the window in sixteenths, so that the bag, a sixteenth of each of its words, is whole.
  std::vector<std::int16_t> input(hidden_.inputs, 0);
  std::size_t at = 0;
  for (const auto& side : {left, right})
    for (std::size_t k = 0; k < window_; ++k)
      for (std::size_t j = 0; j < width_; ++j)
        input[at++] = static_cast<std::int16_t>(16 * words_[side[k] * width_ + j]);
  for (const auto& side : {left, right})
    for (std::size_t k = window_; k < bag_; ++k)
      for (std::size_t j = 0; j < width_; ++j)
        input[at + j] = static_cast<std::int16_t>(input[at + j] + words_[side[k] * width_ + j]);
  const auto values = [](const Layer& layer, const std::vector<std::int16_t>& from) {
    std::vector<std::int16_t> to(layer.outputs);
    const std::vector<std::int32_t> sums = outputs(layer, from);
    for (std::size_t i = 0; i < to.size(); ++i)
      to[i] = static_cast<std::int16_t>(std::clamp(sums[i], 0, 32767));
    return to;
  };
  return outputs(output_, values(second_, values(hidden_, input)));
}

std::string write_net(const InfillNetContents& c) {
  std::vector<std::vector<std::uint64_t>> counts(4, std::vector<std::uint64_t>(2 * limit + 1, 0));
  walk(c, [&](std::size_t table, std::int8_t w) {
    ++counts[table][static_cast<std::size_t>(w + static_cast<int>(limit))];
  });
  std::vector<SymbolTable> tables;
  BitWriter bits;
  for (const auto& n : counts) {
    tables.push_back(SymbolTable::of_counts(n));
    put_frequencies(bits, tables.back(), n.size());
  }
  SymbolWriter symbols;
  walk(c, [&](std::size_t table, std::int8_t w) {
    symbols.put(tables[table], static_cast<std::size_t>(w + static_cast<int>(limit)));
  });
  std::string out;
  const auto put = [&](std::size_t n) { out += four_bytes(static_cast<std::uint32_t>(n)); };
  const std::string table_bytes = bits.take();
  for (const std::size_t n : {std::size_t{c.window}, std::size_t{c.bag}, std::size_t{c.width},
                              c.words.size(), table_bytes.size()})
    put(n);
  for (const InfillLayer* l : {&c.hidden, &c.second, &c.output}) {
    put(l->inputs);
    put(l->outputs);
    put(static_cast<std::uint32_t>(l->factor));
    for (const std::int32_t b : l->biases) {
      out.push_back(static_cast<char>(b & 0xFF));
      out.push_back(static_cast<char>(b >> 8 & 0xFF));
      out.push_back(static_cast<char>(b >> 16 & 0xFF));
    }
  }
  return out + table_bytes + symbols.take();
}

std::optional<InfillNetContents> read_net(std::string_view bytes) {
  InfillNetContents c;
  bool good = true;
  const auto number = [&]() -> std::uint32_t {
    good = good && bytes.size() >= 4;
    if (!good) return 0;
    const std::uint32_t n = number_at(bytes, 0);
    bytes.remove_prefix(4);
    return n;
  };
  c.window = number(), c.bag = number(), c.width = number();
  const std::uint32_t cells = number(), table_size = number();
  if (!good || cells > most_cells || c.window == 0 || c.window > c.bag || c.bag > 64 ||
      c.width == 0 || c.width > 1024 || cells % c.width != 0)
    return std::nullopt;
  c.words.resize(cells);
  for (InfillLayer* l : {&c.hidden, &c.second, &c.output}) {
    l->inputs = number(), l->outputs = number(), l->factor = static_cast<std::int32_t>(number());
    if (!good || l->inputs > 65536 || l->outputs > 65536 ||
        std::uint64_t{l->inputs} * l->outputs > most_cells ||
        bytes.size() < 3 * std::size_t{l->outputs})
      return std::nullopt;
    l->weights.resize(std::size_t{l->inputs} * l->outputs);
    for (std::size_t i = 0; i < l->outputs; ++i) {
      const auto byte = [&](std::size_t k) {
        return static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[3 * i + k]));
      };
      l->biases.push_back(
          static_cast<std::int32_t>((byte(0) | byte(1) << 8 | byte(2) << 16) << 8) >> 8);
    }
    bytes.remove_prefix(3 * std::size_t{l->outputs});
  }
  if (c.hidden.inputs != (2 * c.window + 1) * c.width || c.second.inputs != c.hidden.outputs ||
      c.output.inputs != c.second.outputs || c.output.outputs == 0 || bytes.size() < table_size)
    return std::nullopt;
  BitReader bits(bytes.substr(0, table_size));
  std::vector<SymbolTable> tables;
  for (int i = 0; i < 4; ++i) {
    std::optional<SymbolTable> table = get_frequencies(bits, 2 * limit + 1);
    if (!table || bits.overrun()) return std::nullopt;
    tables.push_back(std::move(*table));
  }
  SymbolReader symbols(bytes.substr(table_size));
  walk(c, [&](std::size_t table, std::int8_t& w) {
    w = static_cast<std::int8_t>(symbols.get(tables[table]) - static_cast<int>(limit));
  });
  if (symbols.overrun()) return std::nullopt;
  return c;
}

}  // namespace palimpsest
