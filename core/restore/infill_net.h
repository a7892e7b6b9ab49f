// The net of the infill model: eight words on each side and a bag of those further out, two hidden
// layers, a score for every word that it can guess and every class of other words (a window net
// after Bengio et al. 2003, learnt by core/train/infill). Whole numbers throughout.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace palimpsest {

/// One layer: weights and, for every output, a bias and a factor: (sum * factor >> 16) + bias.
struct InfillLayer {
  std::uint32_t inputs = 0, outputs = 0;
  std::vector<std::int8_t> weights;  // output by output
  std::vector<std::int32_t> biases;
  std::int32_t factor = 0;
};

struct InfillNetContents {
  std::uint32_t window = 0, bag = 0, width = 0;  // words on each side; numbers for each word
  std::vector<std::int8_t> words;                // word by word
  InfillLayer hidden, second, output;
};

class InfillNet {
 public:
  InfillNet() = default;
  explicit InfillNet(const InfillNetContents& contents);

  std::uint32_t bag() const { return bag_; }
  std::uint32_t word_count() const {
    return width_ == 0 ? 0 : static_cast<std::uint32_t>(words_.size()) / width_;
  }
  std::uint32_t output_count() const { return output_.outputs; }

  /// The logarithm, in 1/1024, of how likely each output is against the others, for the word
  /// between `left` (nearest word first) and `right`; both have bag() words, and each is below
  /// word_count().
  std::vector<std::int32_t> scores(std::span<const std::uint16_t> left,
                                   std::span<const std::uint16_t> right) const;

 private:
  struct Layer {
    std::uint32_t inputs = 0, outputs = 0;
    std::vector<std::int16_t> weights;
    std::vector<std::int32_t> biases;
    std::int32_t factor = 0;
  };
  static Layer layer(const InfillLayer& from);
  static std::vector<std::int32_t> outputs(const Layer& layer,
                                           const std::vector<std::int16_t>& input);

  std::uint32_t window_ = 0, bag_ = 0, width_ = 0;
  std::vector<std::int8_t> words_;
  Layer hidden_, second_, output_;
};

/// The part of a model file.
std::string write_net(const InfillNetContents& contents);
std::optional<InfillNetContents> read_net(std::string_view bytes);

/// The logarithm of a sum of probabilities given as logarithms, all in 1/1024.
std::int32_t log_sum(std::span<const std::int32_t> logs);
/// The natural logarithm of a whole number > 0, in 1/1024.
std::int32_t natural_log(std::uint64_t x);
/// e to the power of log / 1024, in parts of 2^30; `log` <= 0.
std::uint32_t probability(std::int32_t log);

}  // namespace palimpsest
