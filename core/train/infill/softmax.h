// The loss of scores, and how it changes with them.
#pragma once

#include <cstddef>

namespace palimpsest::train {

/// Scores (unnormalised logarithms) of `count` outputs, a multiple of 16. Gives -log of the
/// probability of `target`; `gradient` becomes `share` times the derivative of that.
float softmax_loss(const float* scores, std::size_t count, std::size_t target, float share,
                   float* gradient);

}  // namespace palimpsest::train
