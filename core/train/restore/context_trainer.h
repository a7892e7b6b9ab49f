// Learns what the neighbours of a candidate say: logistic regression over hashed features, with
// steps that shrink as a feature is seen (AdaGrad; Duchi and others 2011) and weights that little
// evidence leaves at nothing.
#pragma once

#include <cstdint>
#include <vector>

namespace palimpsest::train {

struct ContextExamples {
  std::size_t features = 0;  // of each example
  std::vector<std::uint32_t> rows;
  std::vector<std::uint8_t> wanted;  // 0 or 1
};

/// 2^context_bits weights, 1/16 of a logit. The odds of no feature at all are left out: they are
/// returned in `bias`, in logits.
std::vector<std::int8_t> learn_context(const ContextExamples& examples, double& bias);

}  // namespace palimpsest::train
