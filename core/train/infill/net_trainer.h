// Learns the infill net: which word stands between eight words on each side (a window net after
// Bengio et al. 2003, with words on both sides and a bag of the words further out).
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "train/infill/dice.h"
#include "train/infill/matrix.h"

namespace palimpsest::train {

struct NetShape {
  std::size_t window = 6;  // words on each side, each at its own place
  std::size_t bag = 24;    // words on each side whose order does not count, the window's included
  std::size_t embedding = 48;  // multiples of 16
  std::size_t hidden = 512, second = 128;
  std::size_t ids = 0, outputs = 0;
  std::size_t inputs() const { return (2 * window + 1) * embedding; }
  std::size_t padded_outputs() const { return (outputs + 15) / 16 * 16; }
};

struct NetWeights {
  NetShape shape;
  Matrix embedding, hidden, hidden_bias, second, second_bias, output, output_bias;

  std::vector<Matrix*> all() {
    return {&embedding, &hidden, &hidden_bias, &second, &second_bias, &output, &output_bias};
  }
};

/// Words of all documents in one row, with `shape.bag` edges between them.
struct NetCorpus {
  std::vector<std::uint16_t> ids;
  std::vector<std::uint32_t> places;      // of the words to guess
  std::vector<std::uint16_t> outputs;     // what each of `places` is predicted as
  std::vector<std::uint16_t> noise;       // words that stand for names written over the text
  std::uint16_t paragraph = 0, lost = 0;  // numbers of these
  std::size_t releases = 0;               // so many of `ids`, at the front, are press releases
  // By number: names and pronouns of the third person; pronouns of the first.
  std::vector<bool> mentions, first_person;
};

class GramTrainer;

struct NetOptions {
  std::uint64_t seed = 1;
  std::size_t batch = 256, samples = 1'000'000;
  std::size_t stop =
      0;  // ends after so many samples, the rate falling as if it went on; 0: does not
  float rate = 0.0015f;
  float noise = 0.12f;  // most words of a context that something is written over, as a share
  std::size_t report_every = 200'000;
  // Draws places as tools hit them, just behind a name or pronoun, and of the releases few where
  // somebody speaks of himself: most of a release does, little of news.
  bool as_lost = false;
  GramTrainer* grams = nullptr;  // learnt beside it, from the half that was not counted
  float gram_rate = 0.1f;
};

/// Corrections are counted in one half of the releases and learnt from the rest, lest a sequence
/// be believed because it was met where it was counted.
bool is_counted(const NetCorpus& corpus, std::size_t at);

/// A place to learn from, as its number among corpus.places.
std::uint32_t draw_place(const NetCorpus& corpus, const NetOptions& options, Dice& dice);

/// The words beside the place `at` of corpus.ids, `bag` on each side of c[bag], as they might look
/// in a damaged text: some are written over, and half of the texts have lost their paragraphs.
void draw_context(const NetCorpus& corpus, std::uint32_t at, std::size_t bag, float most_noise,
                  Dice& dice, std::vector<std::uint16_t>& c);

NetWeights start_net(const NetShape& shape, std::uint64_t seed);
void train_net(NetWeights& net, const NetCorpus& corpus, const NetOptions& options,
               const std::function<void(std::size_t samples, double loss)>& report);

/// Scores of every output (unnormalised logarithms) for the word at `place`; rows of `scores`.
void run_net(const NetWeights& net, const std::vector<std::vector<std::uint16_t>>& contexts,
             Matrix& scores);

}  // namespace palimpsest::train
