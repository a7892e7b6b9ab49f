#include "train/infill/net_trainer.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "train/infill/adam.h"
#include "train/infill/dice.h"
#include "train/infill/gram_trainer.h"
#include "train/infill/softmax.h"

namespace palimpsest::train {
namespace {

constexpr float bag_share = 1.f / 16;

void gather(const NetWeights& net, const std::uint16_t* centre, float* out) {
  const NetShape& n = net.shape;
  const std::size_t e = n.embedding;
  for (std::size_t k = 0; k < n.window; ++k) {
    std::memcpy(out + k * e, net.embedding.row(*(centre - 1 - k)), e * sizeof(float));
    std::memcpy(out + (n.window + k) * e, net.embedding.row(*(centre + 1 + k)), e * sizeof(float));
  }
  float* bag = out + 2 * n.window * e;
  std::fill(bag, bag + e, 0.f);
  for (std::size_t k = n.window + 1; k <= n.bag; ++k)
    for (const std::uint16_t id : {*(centre - k), *(centre + k)}) {
      const float* row = net.embedding.row(id);
      for (std::size_t j = 0; j < e; ++j) bag[j] += bag_share * row[j];
    }
}

struct Layers {
  Matrix input, hidden, second, output;
  Layers(const NetShape& n, std::size_t batch)
      : input(batch, n.inputs()),
        hidden(batch, n.hidden),
        second(batch, n.second),
        output(batch, n.padded_outputs()) {}
};

void spread_bias(const Matrix& bias, Matrix& m) {
  for (std::size_t i = 0; i < m.rows; ++i)
    std::memcpy(m.row(i), bias.row(0), m.columns * sizeof(float));
}
void cut_below_zero(Matrix& m) {
  for (float& x : m.cells) x = x > 0 ? x : 0;
}

void forward(const NetWeights& net, Layers& l) {
  spread_bias(net.hidden_bias, l.hidden);
  add_product(l.input, net.hidden, l.hidden);
  cut_below_zero(l.hidden);
  spread_bias(net.second_bias, l.second);
  add_product(l.hidden, net.second, l.second);
  cut_below_zero(l.second);
  spread_bias(net.output_bias, l.output);
  add_product(l.second, net.output, l.output);
}

void add_column_sums(const Matrix& m, Matrix& sums) {
  for (std::size_t i = 0; i < m.rows; ++i)
    for (std::size_t j = 0; j < m.columns; ++j) sums.cells[j] += m.row(i)[j];
}
void stop_where_zero(const Matrix& values, Matrix& gradient) {
  for (std::size_t i = 0; i < values.cells.size(); ++i)
    if (values.cells[i] <= 0) gradient.cells[i] = 0;
}

}  // namespace

void draw_context(const NetCorpus& corpus, std::uint32_t at, std::size_t bag, float most_noise,
                  Dice& dice, std::vector<std::uint16_t>& c) {
  const bool no_paragraphs = (dice.next() & 1) != 0;
  const float noise = std::max(0.f, dice.unit() * 1.4f - 0.4f) * most_noise;
  for (const int side : {-1, 1}) {
    std::ptrdiff_t from = at;
    const auto next = [&] {
      do from += side;
      while (no_paragraphs && corpus.ids[static_cast<std::size_t>(from)] == corpus.paragraph);
      const std::uint16_t id = corpus.ids[static_cast<std::size_t>(from)];
      if (id == 0) from -= side;  // stays at the edge
      return id;
    };
    for (std::size_t k = 1; k <= bag; ++k) {
      std::uint16_t id = next();
      if (id != 0 && dice.unit() < noise) {
        // Most of what was written over the text is known to be; the rest looks like a name.
        id = dice.below(4) != 0
                 ? corpus.lost
                 : corpus.noise[dice.below(static_cast<std::uint32_t>(corpus.noise.size()))];
        if (dice.below(8) == 0) next();
      }
      c[static_cast<std::size_t>(static_cast<std::ptrdiff_t>(bag) +
                                 side * static_cast<std::ptrdiff_t>(k))] = id;
    }
  }
}

bool is_counted(const NetCorpus& corpus, std::size_t at) {
  return at < corpus.releases && (at >> 12 & 1) != 0;
}

std::uint32_t draw_place(const NetCorpus& corpus, const NetOptions& options, Dice& dice) {
  constexpr std::uint32_t reach = 4, kept = 4;  // one in so many of the others
  constexpr std::uint32_t near = 12, kept_speech = 6;
  while (true) {
    const std::uint32_t which = dice.below(static_cast<std::uint32_t>(corpus.places.size()));
    const std::uint32_t at = corpus.places[which];
    if (options.grams != nullptr && is_counted(corpus, at)) continue;
    if (!options.as_lost) return which;
    if (at < corpus.releases && dice.below(kept_speech) != 0) {
      bool speaks = false;
      for (std::uint32_t i = at - near; i <= at + near; ++i)
        speaks = speaks || corpus.first_person[corpus.ids[i]];
      if (speaks) continue;
    }
    bool behind = false;
    for (std::uint32_t k = 1; k <= reach; ++k)
      behind = behind || corpus.mentions[corpus.ids[at - k]];
    if (behind || dice.below(kept) == 0) return which;
  }
}

NetWeights start_net(const NetShape& n, std::uint64_t seed) {
  NetWeights net{n,
                 {n.ids, n.embedding},
                 {n.inputs(), n.hidden},
                 {1, n.hidden},
                 {n.hidden, n.second},
                 {1, n.second},
                 {n.second, n.padded_outputs()},
                 {1, n.padded_outputs()}};
  Dice dice(seed);
  const auto fill = [&](Matrix& m, float size) {
    for (float& x : m.cells) x = (dice.unit() + dice.unit() + dice.unit() - 1.5f) * 2 * size;
  };
  fill(net.embedding, 0.3f);
  fill(net.hidden, 1.2f / std::sqrt(static_cast<float>(n.inputs())) * 2);
  fill(net.second, 1.4f / std::sqrt(static_cast<float>(n.hidden)));
  fill(net.output, 0.7f / std::sqrt(static_cast<float>(n.second)));
  for (std::size_t j = n.outputs; j < n.padded_outputs(); ++j) net.output_bias.cells[j] = -60;
  return net;
}

void train_net(NetWeights& net, const NetCorpus& corpus, const NetOptions& options,
               const std::function<void(std::size_t, double)>& report) {
  const NetShape& n = net.shape;
  const std::size_t batch = options.batch, e = n.embedding;
  Dice dice(options.seed);
  Layers l(n, batch), g(n, batch);
  NetWeights gradient{n,
                      {n.ids, e},
                      {n.inputs(), n.hidden},
                      {1, n.hidden},
                      {n.hidden, n.second},
                      {1, n.second},
                      {n.second, n.padded_outputs()},
                      {1, n.padded_outputs()}};
  std::vector<Adam> adam;
  for (Matrix* m : net.all()) adam.emplace_back(*m);
  Matrix output_t(n.padded_outputs(), n.second), second_t(n.second, n.hidden),
      hidden_t(n.hidden, n.inputs());
  Matrix input_tt(n.inputs(), batch), hidden_tt(n.hidden, batch), second_tt(n.second, batch);
  std::vector<std::vector<std::uint16_t>> contexts(batch,
                                                   std::vector<std::uint16_t>(2 * n.bag + 1));
  std::vector<char> touched(n.ids, 0);
  std::vector<std::uint16_t> order;
  double loss = 0;
  std::size_t since = 0;
  const std::size_t end = options.stop > 0 ? options.stop : options.samples;
  for (std::size_t done = 0; done < end; done += batch) {
    const float part = static_cast<float>(done) / static_cast<float>(options.samples);
    const float decline = std::max(0.02f, 1 - part);
    const float rate =
        options.rate * std::min(1.f, static_cast<float>(done + batch) / 50'000.f) * decline;
    std::vector<std::uint16_t> targets(batch);
    for (std::size_t b = 0; b < batch; ++b) {
      const std::uint32_t which = draw_place(corpus, options, dice);
      const std::uint32_t at = corpus.places[which];
      targets[b] = corpus.outputs[which];
      draw_context(corpus, at, n.bag, options.noise, dice, contexts[b]);
      gather(net, contexts[b].data() + n.bag, l.input.row(b));
    }
    forward(net, l);
    for (std::size_t b = 0; options.grams != nullptr && b < batch; ++b)
      options.grams->add(b, contexts[b].data() + n.bag, l.output.row(b));
    const float share = 1.f / static_cast<float>(batch);
    for (std::size_t b = 0; b < batch; ++b)
      loss += softmax_loss(l.output.row(b), n.padded_outputs(), targets[b], share, g.output.row(b));
    for (std::size_t b = 0; options.grams != nullptr && b < batch; ++b)
      options.grams->step(b, g.output.row(b), share, options.gram_rate * decline);
    since += batch;
    const auto clear = [](Matrix& m) { std::fill(m.cells.begin(), m.cells.end(), 0.f); };
    transpose(l.second, second_tt);
    add_product(second_tt, g.output, gradient.output);
    add_column_sums(g.output, gradient.output_bias);
    transpose(net.output, output_t);
    clear(g.second);
    add_product(g.output, output_t, g.second);
    stop_where_zero(l.second, g.second);
    transpose(l.hidden, hidden_tt);
    add_product(hidden_tt, g.second, gradient.second);
    add_column_sums(g.second, gradient.second_bias);
    transpose(net.second, second_t);
    clear(g.hidden);
    add_product(g.second, second_t, g.hidden);
    stop_where_zero(l.hidden, g.hidden);
    transpose(l.input, input_tt);
    add_product(input_tt, g.hidden, gradient.hidden);
    add_column_sums(g.hidden, gradient.hidden_bias);
    transpose(net.hidden, hidden_t);
    clear(g.input);
    add_product(g.hidden, hidden_t, g.input);
    order.clear();
    for (std::size_t b = 0; b < batch; ++b) {
      const std::uint16_t* c = contexts[b].data() + n.bag;
      const float* d = g.input.row(b);
      const auto add = [&](std::uint16_t id, const float* from, float scale) {
        if (!touched[id]) touched[id] = 1, order.push_back(id);
        float* to = gradient.embedding.row(id);
        for (std::size_t j = 0; j < e; ++j) to[j] += scale * from[j];
      };
      for (std::size_t k = 0; k < n.window; ++k) {
        add(*(c - 1 - k), d + k * e, 1);
        add(*(c + 1 + k), d + (n.window + k) * e, 1);
      }
      for (std::size_t k = n.window + 1; k <= n.bag; ++k) {
        add(*(c - k), d + 2 * n.window * e, bag_share);
        add(*(c + k), d + 2 * n.window * e, bag_share);
      }
    }
    for (const std::uint16_t id : order) {
      adam[0].step_row(id, net.embedding, gradient.embedding, rate);
      touched[id] = 0;
    }
    const std::vector<Matrix*> weights = net.all(), gradients = gradient.all();
    for (std::size_t i = 1; i < weights.size(); ++i) adam[i].step(*weights[i], *gradients[i], rate);
    if (since >= options.report_every) {
      report(done + batch, loss / static_cast<double>(since));
      loss = 0, since = 0;
    }
  }
}

void run_net(const NetWeights& net, const std::vector<std::vector<std::uint16_t>>& contexts,
             Matrix& scores) {
  const std::size_t rows = (contexts.size() + 3) / 4 * 4;
  Layers l(net.shape, rows);
  for (std::size_t b = 0; b < contexts.size(); ++b)
    gather(net, contexts[b].data() + net.shape.bag, l.input.row(b));
  forward(net, l);
  scores = std::move(l.output);
}

}  // namespace palimpsest::train
