#include "train/restore/trees_trainer.h"

#include <algorithm>
#include <cmath>

namespace palimpsest::train {
namespace {

struct Sum {
  float slope = 0, curve = 0;
};

struct Leaf {
  std::vector<std::uint32_t> rows;
  std::vector<Sum> histogram;  // features x 256
  Sum total;
  double gain = 0;
  std::uint8_t feature = 0, threshold = 0;
  std::int16_t parent = -1;
  bool is_left = false;
};

class Grower {
 public:
  Grower(const TreeExamples& examples, const TreeSettings& settings,
         const std::vector<float>& slopes, const std::vector<float>& curves)
      : examples_(examples), settings_(settings), slopes_(slopes), curves_(curves) {}

  void grow(Forest& forest, std::vector<float>& scores) {
    std::vector<Leaf> leaves(1);
    leaves[0].rows.resize(examples_.size());
    for (std::uint32_t i = 0; i < examples_.size(); ++i) leaves[0].rows[i] = i;
    count(leaves[0]);
    split(leaves[0]);
    std::vector<Forest::Node> nodes;
    while (leaves.size() < settings_.leaves) {
      std::size_t best = 0;
      for (std::size_t i = 1; i < leaves.size(); ++i)
        if (leaves[i].gain > leaves[best].gain) best = i;
      if (leaves[best].gain <= 1e-3) break;
      Leaf left, right;
      const Leaf& old = leaves[best];
      for (const std::uint32_t row : old.rows)
        (value(row, old.feature) <= old.threshold ? left : right).rows.push_back(row);
      const auto node = static_cast<std::int16_t>(nodes.size());
      nodes.push_back({old.feature, old.threshold, 0, 0});
      if (old.parent >= 0) {
        Forest::Node& parent = nodes[static_cast<std::size_t>(old.parent)];
        (old.is_left ? parent.left : parent.right) = node;
      }
      left.parent = right.parent = node;
      left.is_left = true;
      Leaf& small = left.rows.size() < right.rows.size() ? left : right;
      Leaf& large = left.rows.size() < right.rows.size() ? right : left;
      count(small);
      large.histogram = old.histogram;
      for (std::size_t i = 0; i < large.histogram.size(); ++i) {
        large.histogram[i].slope -= small.histogram[i].slope;
        large.histogram[i].curve -= small.histogram[i].curve;
      }
      large.total = {old.total.slope - small.total.slope, old.total.curve - small.total.curve};
      split(left);
      split(right);
      leaves[best] = std::move(left);
      leaves.push_back(std::move(right));
    }
    if (nodes.empty()) return;
    const auto first_leaf = static_cast<std::uint16_t>(forest.leaves.size());
    for (std::size_t i = 0; i < leaves.size(); ++i) {
      const Leaf& leaf = leaves[i];
      Forest::Node& parent = nodes[static_cast<std::size_t>(leaf.parent)];
      (leaf.is_left ? parent.left : parent.right) = static_cast<std::int16_t>(~static_cast<int>(i));
      const double step =
          -settings_.rate * double{leaf.total.slope} / (leaf.total.curve + settings_.keep);
      const double rounded = std::clamp(std::round(step * 256), -3000.0, 3000.0);
      forest.leaves.push_back(static_cast<std::int16_t>(rounded));
      for (const std::uint32_t row : leaf.rows) scores[row] += static_cast<float>(rounded / 256);
    }
    forest.trees.push_back({static_cast<std::uint16_t>(forest.nodes.size()), first_leaf});
    forest.nodes.insert(forest.nodes.end(), nodes.begin(), nodes.end());
  }

 private:
  std::uint8_t value(std::uint32_t row, std::size_t feature) const {
    return examples_.rows[row * examples_.features + feature];
  }
  void count(Leaf& leaf) {
    leaf.histogram.assign(examples_.features * 256, {});
    leaf.total = {};
    for (const std::uint32_t row : leaf.rows) {
      const float slope = slopes_[row], curve = curves_[row];
      leaf.total.slope += slope;
      leaf.total.curve += curve;
      const std::uint8_t* bytes = &examples_.rows[row * examples_.features];
      Sum* at = leaf.histogram.data();
      for (std::size_t f = 0; f < examples_.features; ++f, at += 256) {
        at[bytes[f]].slope += slope;
        at[bytes[f]].curve += curve;
      }
    }
  }
  double worth(const Sum& s) const {
    return double{s.slope} * s.slope / (s.curve + settings_.keep);
  }
  void split(Leaf& leaf) {
    leaf.gain = 0;
    for (std::size_t f = 0; f < examples_.features; ++f) {
      Sum left;
      for (std::size_t b = 0; b < 255; ++b) {
        const Sum& bin = leaf.histogram[f * 256 + b];
        if (bin.curve == 0) continue;
        left.slope += bin.slope;
        left.curve += bin.curve;
        const Sum right{leaf.total.slope - left.slope, leaf.total.curve - left.curve};
        if (left.curve < settings_.least_weight || right.curve < settings_.least_weight) continue;
        const double gain = worth(left) + worth(right) - worth(leaf.total);
        if (gain > leaf.gain) {
          leaf.gain = gain;
          leaf.feature = static_cast<std::uint8_t>(f);
          leaf.threshold = static_cast<std::uint8_t>(b);
        }
      }
    }
  }

  const TreeExamples& examples_;
  const TreeSettings& settings_;
  const std::vector<float>&slopes_, &curves_;
};

}  // namespace

Forest learn_trees(const TreeExamples& examples, const TreeSettings& settings) {
  Forest forest;
  double yes = 1, all = 2;
  for (std::size_t i = 0; i < examples.size(); ++i)
    yes += examples.wanted[i] * examples.weight[i], all += examples.weight[i];
  const double start = std::round(256 * std::log(yes / (all - yes)));
  forest.start = static_cast<std::int16_t>(start);
  std::vector<float> scores(examples.size(), static_cast<float>(start / 256));
  std::vector<float> slopes(examples.size()), curves(examples.size());
  for (std::size_t t = 0; t < settings.trees; ++t) {
    for (std::size_t i = 0; i < examples.size(); ++i) {
      const float p = 1 / (1 + std::exp(-scores[i]));
      slopes[i] = (p - examples.wanted[i]) * examples.weight[i];
      curves[i] = std::max(p * (1 - p), 1e-6f) * examples.weight[i];
    }
    Grower(examples, settings, slopes, curves).grow(forest, scores);
  }
  return forest;
}

}  // namespace palimpsest::train
