#include "train/crf_trainer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <numeric>

#include "entity/label_chain.h"
#include "model/hash.h"

namespace palimpsest::train {
namespace {

using Row = LearntWeights::Row;

/// e^x for any x.
float power(float x) { return x > 0 ? 1.0f / exp_of(-x) : exp_of(x); }

/// One row of weights with what FTRL remembers of it.
struct Learnt {
  Row w{}, z{}, n{};
};

class Ftrl {
 public:
  Ftrl(const TrainingOptions& options, bool masked) : o_(options), masked_(masked) {}

  void update(Learnt& row, const Row& gradient, float l1) const {
    for (std::size_t l = 0; l < row_width; ++l) {
      const float g = gradient[l];
      const float n = row.n[l] + g * g;
      const float root = std::sqrt(n), old_root = std::sqrt(row.n[l]);
      const float z = row.z[l] + g - (root - old_root) / o_.rate * row.w[l];
      row.n[l] = n;
      row.z[l] = z;
      const float size = std::fabs(z) - l1;
      const float w = (z > 0 ? -size : size) / ((1.0f + root) / o_.rate + o_.l2);
      row.w[l] = size > 0 ? w : 0.0f;
    }
  }
  /// Only weights that were not 0 at the start.
  void update_masked(Learnt& row, const Row& gradient, const Row& start) const {
    for (std::size_t l = 0; l < row_width; ++l) {
      const float g = start[l] != 0 ? gradient[l] : 0.0f;
      row.n[l] += g * g;
      row.w[l] -= o_.rate * g / (1.0f + std::sqrt(row.n[l]));
    }
  }
  bool masked() const { return masked_; }

 private:
  const TrainingOptions& o_;
  bool masked_;
};

/// Sums over sequences of one chain, once for all legal ones and once for the allowed ones.
class Sums {
 public:
  void run(const std::vector<Row>& emission, const std::array<Row, row_width>& step,
           const std::uint32_t* allowed) {
    const std::size_t size = emission.size();
    forward.resize(size);
    backward.resize(size);
    scale.resize(size);
    log_sum = 0;
    for (std::size_t i = 0; i < size; ++i) {
      Row in{};
      if (i == 0) {
        for (std::size_t l = 0; l < label_count; ++l) in[l] = may_begin(l) ? 1.0f : 0.0f;
      } else {
        for (std::size_t b = 0; b < label_count; ++b) {
          const float f = forward[i - 1][b];
          if (f == 0) continue;
          for (std::size_t l = 0; l < row_width; ++l) in[l] += f * step[b][l];
        }
      }
      float sum = 0;
      for (std::size_t l = 0; l < label_count; ++l) {
        float v = in[l] * emission[i][l];
        if (allowed && (allowed[i] >> l & 1) == 0) v = 0;
        if (i + 1 == size && !may_end(l)) v = 0;
        forward[i][l] = v;
        sum += v;
      }
      scale[i] = sum > 1e-30f ? sum : 1e-30f;
      const float up = 1.0f / scale[i];
      for (std::size_t l = 0; l < label_count; ++l) forward[i][l] *= up;
      for (std::size_t l = label_count; l < row_width; ++l) forward[i][l] = 0;
      log_sum += std::log(scale[i]);
    }
    for (std::size_t i = size; i-- > 0;) {
      Row& back = backward[i];
      if (i + 1 == size) {
        for (std::size_t l = 0; l < row_width; ++l) back[l] = 1.0f;
        continue;
      }
      Row out{};
      const float up = 1.0f / scale[i + 1];
      for (std::size_t l = 0; l < label_count; ++l) {
        float v = emission[i + 1][l] * backward[i + 1][l] * up;
        if (allowed && (allowed[i + 1] >> l & 1) == 0) v = 0;
        if (i + 2 == size && !may_end(l)) v = 0;
        out[l] = v;
      }
      for (std::size_t b = 0; b < label_count; ++b) {
        float sum = 0;
        for (std::size_t l = 0; l < label_count; ++l) sum += step[b][l] * out[l];
        back[b] = sum;
      }
    }
  }
  bool possible() const {
    return std::ranges::all_of(scale, [](float s) { return s > 1e-29f; });
  }
  std::vector<Row> forward, backward;
  std::vector<float> scale;
  double log_sum = 0;
};

class Trainer {
 public:
  Trainer(const TrainingSet& set, const TrainingOptions& options, const LearntWeights* start)
      : set_(set), options_(options), ftrl_(options, start != nullptr), start_(start) {
    rows_.resize(set.feature_count);
    if (options.transitions)
      for (std::size_t b = 0; b < row_width; ++b) transitions_[b].w = (*options.transitions)[b];
    if (start) {
      for (std::size_t f = 0; f < rows_.size(); ++f) rows_[f].w = start->rows[f];
      for (std::size_t b = 0; b < row_width; ++b) transitions_[b].w = start->transitions[b];
    }
  }

  double epoch(std::uint64_t seed) {
    std::vector<std::uint32_t> order(set_.chains.size());
    std::iota(order.begin(), order.end(), 0u);
    for (std::size_t i = order.size(); i > 1; --i)
      std::swap(order[i - 1], order[mix_bits(seed * 0x9E3779B97F4A7C15u + i) % i]);
    loss_ = 0;
    random_ = mix_bits(seed + 77) | 1;
    std::size_t units = 0;
    for (const std::uint32_t c : order) {
      learn(set_.chains[c]);
      units += set_.chains[c].end - set_.chains[c].begin;
    }
    return units > 0 ? loss_ / static_cast<double>(units) : 0;
  }

  LearntWeights weights() const {
    LearntWeights result;
    result.rows.reserve(rows_.size());
    // In use all features count, so that each must count less.
    for (const Learnt& row : rows_) {
      result.rows.push_back(row.w);
      for (float& w : result.rows.back()) w *= 1.0f - options_.dropped;
    }
    for (std::size_t b = 0; b < label_count; ++b) result.transitions[b] = transitions_[b].w;
    return result;
  }

 private:
  void learn(const TrainingSet::Chain& chain) {
    const std::size_t size = chain.end - chain.begin;
    emission_.resize(size);
    choose_features(chain);
    for (std::size_t i = 0; i < size; ++i) emission_[i] = emission(chain.begin, i);
    for (std::size_t b = 0; b < label_count; ++b)
      for (std::size_t l = 0; l < label_count; ++l)
        step_[b][l] = may_follow(b, l) ? power(transitions_[b].w[l]) : 0.0f;
    all_.run(emission_, step_, nullptr);
    const std::uint32_t* allowed = set_.allowed.data() + chain.begin;
    right_.run(emission_, step_, allowed);
    if (!right_.possible()) return;  // an annotation that BILOU cannot write
    loss_ += (all_.log_sum - right_.log_sum) * chain.weight;
    for (std::size_t i = 0; i < size; ++i) {
      Row gradient{};
      float most = 0;
      for (std::size_t l = 0; l < label_count; ++l) {
        gradient[l] = chain.weight * (all_.forward[i][l] * all_.backward[i][l] -
                                      right_.forward[i][l] * right_.backward[i][l]);
        most = std::max(most, std::fabs(gradient[l]));
      }
      // What is known well enough teaches nothing; leaving it out makes later epochs three times as
      // fast.
      if (most < 0.002f) continue;
      for (std::size_t k = active_starts_[i]; k < active_starts_[i + 1]; ++k) {
        const std::uint32_t f = active_[k];
        if (start_)
          ftrl_.update_masked(rows_[f], gradient, start_->rows[f]);
        else
          ftrl_.update(rows_[f], gradient, options_.l1);
      }
      if (i > 0 && !options_.transitions) learn_transitions(i, chain.weight);
    }
  }

  void learn_transitions(std::size_t i, float weight) {
    for (std::size_t b = 0; b < label_count; ++b) {
      Row gradient{};
      bool any = false;
      for (std::size_t l = 0; l < label_count; ++l) {
        if (step_[b][l] == 0) continue;
        const float e = step_[b][l] * emission_[i][l];
        const float last_ok = i + 1 < emission_.size() || may_end(l) ? 1.0f : 0.0f;
        const float in_all =
            last_ok * all_.forward[i - 1][b] * e * all_.backward[i][l] / all_.scale[i];
        const bool is_right = right_.forward[i][l] != 0;
        const float in_right =
            is_right ? right_.forward[i - 1][b] * e * right_.backward[i][l] / right_.scale[i]
                     : 0.0f;
        gradient[l] = weight * (in_all - in_right);
        any = any || std::fabs(gradient[l]) > 1e-4f;
      }
      if (!any) continue;
      static const Row free_row = [] {
        Row r{};
        r.fill(1);
        return r;
      }();
      if (start_)
        ftrl_.update_masked(transitions_[b], gradient, free_row);
      else
        ftrl_.update(transitions_[b], gradient, 0.0f);
    }
  }

  /// The features of each unit that count this time.
  void choose_features(const TrainingSet::Chain& chain) {
    const auto limit = static_cast<std::uint32_t>(options_.dropped * 65536.0f);
    active_.clear();
    active_starts_.assign(1, 0);
    for (std::size_t unit = chain.begin; unit < chain.end; ++unit) {
      for (std::uint64_t k = set_.starts[unit]; k < set_.starts[unit + 1]; ++k) {
        random_ ^= random_ << 13;  // xorshift (Marsaglia 2003)
        random_ ^= random_ >> 7;
        random_ ^= random_ << 17;
        if ((random_ & 0xFFFF) >= limit) active_.push_back(set_.features[k]);
      }
      active_starts_.push_back(active_.size());
    }
  }

  Row emission(std::size_t begin, std::size_t i) const {
    Row sum = set_.base.empty() ? Row{} : set_.base[begin + i];
    for (std::size_t k = active_starts_[i]; k < active_starts_[i + 1]; ++k) {
      const Row& w = rows_[active_[k]].w;
      for (std::size_t l = 0; l < row_width; ++l) sum[l] += w[l];
    }
    const float top = *std::max_element(sum.begin(), sum.begin() + label_count);
    for (std::size_t l = 0; l < label_count; ++l) sum[l] = exp_of(std::max(sum[l] - top, -60.0f));
    return sum;
  }

  const TrainingSet& set_;
  const TrainingOptions& options_;
  Ftrl ftrl_;
  const LearntWeights* start_;
  std::vector<Learnt> rows_;
  std::array<Learnt, row_width> transitions_{};
  std::vector<std::uint32_t> active_;
  std::vector<std::size_t> active_starts_;
  std::uint64_t random_ = 1;
  std::vector<Row> emission_;
  std::array<Row, row_width> step_{};
  Sums all_, right_;
  double loss_ = 0;
};

}  // namespace

LearntWeights train_chain(const TrainingSet& set, const TrainingOptions& options,
                          const std::function<void(int, double)>& report,
                          const LearntWeights* start) {
  Trainer trainer(set, options, start);
  for (int epoch = 1; epoch <= options.epochs; ++epoch)
    report(epoch, trainer.epoch(options.seed + static_cast<std::uint64_t>(epoch)));
  return trainer.weights();
}

}  // namespace palimpsest::train
