#include "train/training_set.h"

#include "document/passages.h"
#include "model/weights.h"

namespace palimpsest::train {
namespace {

/// Keys of all features of unit `i`.
void features_of(const NameText& t, std::size_t begin, std::size_t end, std::size_t i,
                 std::vector<Feature>& out) {
  out.clear();
  for (int offset = -2; offset <= 2; ++offset) {
    const auto at = static_cast<std::ptrdiff_t>(i) + offset;
    const bool inside =
        at >= static_cast<std::ptrdiff_t>(begin) && at < static_cast<std::ptrdiff_t>(end);
    word_features(inside ? t.word(static_cast<std::size_t>(at)) : edge_word(), offset, out);
  }
  context_features(t, begin, end, i, out);
  for (Feature& f : out) f &= (1u << feature_bits) - 1;
}

template <class Each>
void each_unit(const NameText& t, Each call) {
  for (std::size_t chain = 0; chain < t.units.chains.size(); ++chain)
    for (std::size_t i = t.units.chains[chain]; i < t.units.chain_end(chain); ++i) call(chain, i);
}

}  // namespace

NameText read_for_names(const std::string& text, const Lexicon& lexicon) {
  const Tokens tokens = tokenize(text);
  const std::vector<CleanSpan> sentences =
      find_sentences(text, tokens, find_paragraphs(text, tokens));
  return read_name_text(text, tokens, sentences, lexicon);
}

NumberedSet number_features(const std::vector<Portion>& portions, const Lexicon& lexicon,
                            unsigned least) {
  std::vector<std::uint8_t> seen(std::size_t{1} << feature_bits, 0);
  std::vector<Feature> features;
  for (const Portion& portion : portions)
    for (const AnnotatedText& d : portion.documents) {
      const NameText t = read_for_names(d.text, lexicon);
      each_unit(t, [&](std::size_t chain, std::size_t i) {
        features_of(t, t.units.chains[chain], t.units.chain_end(chain), i, features);
        for (const Feature f : features)
          if (seen[f] < 255) ++seen[f];
      });
    }
  constexpr std::uint32_t none = 0xFFFFFFFF;
  std::vector<std::uint32_t> number(seen.size(), none);
  NumberedSet result;
  for (std::uint32_t key = 0; key < seen.size(); ++key)
    if (seen[key] >= least) {
      number[key] = static_cast<std::uint32_t>(result.keys.size());
      result.keys.push_back(key);
    }
  TrainingSet& set = result.set;
  set.feature_count = static_cast<std::uint32_t>(result.keys.size());
  for (const Portion& portion : portions)
    for (const AnnotatedText& d : portion.documents) {
      const NameText t = read_for_names(d.text, lexicon);
      const std::vector<std::uint32_t> allowed = allowed_labels(d, t, portion.scheme);
      const auto base = static_cast<std::uint32_t>(set.allowed.size());
      for (std::size_t c = 0; c < t.units.chains.size(); ++c)
        set.chains.push_back(
            {base + t.units.chains[c], base + t.units.chain_end(c), portion.weight});
      set.allowed.insert(set.allowed.end(), allowed.begin(), allowed.end());
      each_unit(t, [&](std::size_t chain, std::size_t i) {
        features_of(t, t.units.chains[chain], t.units.chain_end(chain), i, features);
        for (const Feature f : features)
          if (number[f] != none) set.features.push_back(number[f]);
        set.starts.push_back(set.features.size());
      });
    }
  return result;
}

}  // namespace palimpsest::train
