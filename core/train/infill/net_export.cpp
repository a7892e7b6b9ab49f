#include "train/infill/net_export.h"

#include <algorithm>
#include <cmath>

namespace palimpsest::train {
namespace {

/// The step between two levels: so that values up to four deviations are told apart.
double step_of(const Matrix& m, std::size_t columns, int levels) {
  double sum = 0;
  for (std::size_t i = 0; i < m.rows; ++i)
    for (std::size_t j = 0; j < columns; ++j) sum += double{m.row(i)[j]} * m.row(i)[j];
  return 4 * std::sqrt(sum / static_cast<double>(m.rows * columns)) / levels;
}

std::int8_t level(double value, double step, int levels) {
  return static_cast<std::int8_t>(
      std::clamp(std::floor(value / step + 0.5), -double(levels), double(levels)));
}

// Values between the layers count 1/256, those of the outputs 1/1024.
constexpr double unit = 256, log_unit = 1024;

/// `input_unit`: what 1 of an input counts.
InfillLayer layer(const Matrix& weights, const Matrix& bias, std::size_t outputs, int levels,
                  double input_unit, double output_unit) {
  const double step = step_of(weights, outputs, levels);
  InfillLayer l;
  l.inputs = static_cast<std::uint32_t>(weights.rows),
  l.outputs = static_cast<std::uint32_t>(outputs);
  for (std::size_t j = 0; j < outputs; ++j) {
    for (std::size_t i = 0; i < weights.rows; ++i)
      l.weights.push_back(level(weights.row(i)[j], step, levels));
    l.biases.push_back(static_cast<std::int32_t>(std::floor(bias.cells[j] * output_unit + 0.5)));
  }
  l.factor = static_cast<std::int32_t>(std::floor(input_unit * step * output_unit * 65536 + 0.5));
  return l;
}

}  // namespace

InfillNetContents export_net(const NetWeights& net, const std::vector<std::uint16_t>& numbers,
                             const NetLevels& levels) {
  const NetShape& n = net.shape;
  InfillNetContents c;
  c.window = static_cast<std::uint32_t>(n.window), c.bag = static_cast<std::uint32_t>(n.bag);
  c.width = static_cast<std::uint32_t>(n.embedding);
  const double step = step_of(net.embedding, n.embedding, levels.words);
  for (const std::uint16_t id : numbers)
    for (std::size_t j = 0; j < n.embedding; ++j)
      c.words.push_back(level(net.embedding.row(id)[j], step, levels.words));
  c.hidden = layer(net.hidden, net.hidden_bias, n.hidden, levels.hidden, step / 16, unit);
  c.second = layer(net.second, net.second_bias, n.second, levels.second, 1 / unit, unit);
  c.output = layer(net.output, net.output_bias, n.outputs, levels.output, 1 / unit, log_unit);
  return c;
}

}  // namespace palimpsest::train
