#include "restore/place_weights.h"

#include <algorithm>
#include <cstddef>

namespace palimpsest {
namespace {

/// 10000 / (1 + e^-x) for x = 0, 0.25 … 8: a table, for libraries differ in the last bit of exp().
constexpr std::int32_t logistic[] = {5000, 5622, 6225, 6792, 7311, 7773, 8176, 8520, 8808,
                                     9047, 9241, 9399, 9526, 9627, 9707, 9770, 9820, 9859,
                                     9890, 9914, 9933, 9948, 9959, 9968, 9975, 9981, 9985,
                                     9988, 9991, 9993, 9994, 9996, 9997};

void put_wide(std::vector<std::int16_t>& out, std::size_t n) {
  out.push_back(static_cast<std::int16_t>(n & 0x7FFF));
  out.push_back(static_cast<std::int16_t>(n >> 15));
}

template <class Weights>
auto forests(Weights& w) {
  return std::array{&w.passes[0], &w.passes[1], &w.passes[2], &w.drift, &w.kind, &w.single};
}

/// Six in a thousand: less than anything that is asked of a belief.
constexpr std::int32_t impossible = -5 * 256;

}  // namespace

std::int32_t Forest::score(const std::uint8_t* features) const {
  std::int32_t sum = start;
  const Tree* const third = trees.data() + trees.size() / 3;
  for (const Tree& tree : trees) {
    if (&tree == third && sum < impossible) break;
    std::int32_t at = 0;
    do {
      const Node& node = nodes[tree.first_node + static_cast<std::size_t>(at)];
      at = features[node.feature] <= node.threshold ? node.left : node.right;
    } while (at >= 0);
    sum += leaves[tree.first_leaf + static_cast<std::size_t>(~at)];
  }
  return sum;
}

std::int32_t permille(std::int32_t score) {
  const std::int32_t size = score < 0 ? -score : score;
  const std::int32_t step = size / 64, rest = size % 64;
  const std::int32_t last = static_cast<std::int32_t>(std::size(logistic)) - 1;
  const std::int32_t up = step >= last
                              ? logistic[last]
                              : logistic[step] + (logistic[step + 1] - logistic[step]) * rest / 64;
  return (score < 0 ? 10000 - up : up) / 10;
}

std::vector<std::int16_t> PlaceWeights::pack() const {
  std::vector<std::int16_t> out;
  put_wide(out, context.size());
  for (std::size_t i = 0; i + 1 < context.size(); i += 2)
    out.push_back(static_cast<std::int16_t>(static_cast<std::uint8_t>(context[i]) |
                                            (static_cast<std::uint8_t>(context[i + 1]) << 8)));
  for (const Forest* forest : forests(*this)) {
    const Forest& f = *forest;
    put_wide(out, f.trees.size());
    put_wide(out, f.nodes.size());
    put_wide(out, f.leaves.size());
    out.push_back(f.start);
    for (const Forest::Tree& t : f.trees) {
      put_wide(out, t.first_node);
      put_wide(out, t.first_leaf);
    }
    for (const Forest::Node& n : f.nodes) {
      out.push_back(static_cast<std::int16_t>(n.feature | (n.threshold << 8)));
      out.push_back(n.left);
      out.push_back(n.right);
    }
    out.insert(out.end(), f.leaves.begin(), f.leaves.end());
  }
  return out;
}

bool PlaceWeights::unpack(std::span<const std::int16_t> packed) {
  *this = {};
  std::size_t at = 0;
  bool whole = true;
  const auto next = [&]() -> std::int16_t {
    if (at >= packed.size()) return whole = false, std::int16_t{0};
    return packed[at++];
  };
  const auto wide = [&]() {
    const std::size_t low = static_cast<std::uint16_t>(next());
    return low | (static_cast<std::size_t>(static_cast<std::uint16_t>(next())) << 15);
  };
  PlaceWeights read;
  if (wide() != std::size_t{1} << context_bits) return false;
  read.context.resize(std::size_t{1} << context_bits);
  for (std::size_t i = 0; i < read.context.size(); i += 2) {
    const auto pair = static_cast<std::uint16_t>(next());
    read.context[i] = static_cast<std::int8_t>(pair & 0xFF);
    read.context[i + 1] = static_cast<std::int8_t>(pair >> 8);
  }
  for (Forest* forest : forests(read)) {
    Forest& f = *forest;
    const std::size_t trees = wide(), nodes = wide(), leaves = wide();
    if (!whole || trees + nodes + leaves > packed.size()) return false;
    f.start = next();
    for (std::size_t i = 0; i < trees; ++i) {
      const auto node = static_cast<std::uint16_t>(wide());
      f.trees.push_back({node, static_cast<std::uint16_t>(wide())});
    }
    for (std::size_t i = 0; i < nodes; ++i) {
      const auto test = static_cast<std::uint16_t>(next());
      const std::int16_t left = next();
      f.nodes.push_back({static_cast<std::uint8_t>(test & 0xFF),
                         static_cast<std::uint8_t>(test >> 8), left, next()});
    }
    for (std::size_t i = 0; i < leaves; ++i) f.leaves.push_back(next());
    // Every step leads on to a later node of the same tree or to a leaf of it.
    for (std::size_t t = 0; t < trees; ++t) {
      const std::size_t first = f.trees[t].first_node;
      const std::size_t end = t + 1 < trees ? f.trees[t + 1].first_node : nodes;
      if (first >= end || end > nodes) return false;
      for (std::size_t i = first; i < end; ++i)
        for (const std::int16_t to : {f.nodes[i].left, f.nodes[i].right}) {
          if (to >= 0 && (static_cast<std::size_t>(to) <= i - first ||
                          first + static_cast<std::size_t>(to) >= end))
            return false;
          if (to < 0 && f.trees[t].first_leaf + static_cast<std::size_t>(~to) >= leaves)
            return false;
        }
    }
  }
  if (!whole || at != packed.size()) return false;
  *this = std::move(read);
  return true;
}

}  // namespace palimpsest
