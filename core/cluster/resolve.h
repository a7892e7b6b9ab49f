// What the pronouns of the third person stand for.
#pragma once

#include <functional>
#include <vector>

#include "cluster/aliases.h"
#include "cluster/nominal.h"
#include "cluster/referent.h"

namespace palimpsest {

/// A stretch that stands for something without naming it.
struct Anaphor {
  CleanSpan span;
  std::uint32_t referent = no_index;  // a cluster, or clusters.size() + an index into `nouns`
  EntityKind kind{};
  Form form = Form::pronoun;
  std::uint8_t confidence = 0;  // per cent
  std::string why;
};

struct Resolution {
  std::vector<Anaphor> anaphors;  // in the order of the text
  std::vector<Referent> nouns;    // spoken of by common nouns alone, that a pronoun stands for
};

/// One choice among candidates, as training reads it.
struct Choice {
  std::size_t token = 0;
  PronounClass pronoun_class{};
  struct Candidate {
    std::uint32_t referent;        // no_index: nothing
    std::vector<CleanSpan> spans;  // some of its names and nouns so far, the latest first
    std::vector<Feature> features;
  };
  std::vector<Candidate> candidates;
};

/// Looks on while pronouns are resolved, and may know better: the index of the right candidate, or
/// no_index to leave the choice as it is.
using Teacher = std::function<std::uint32_t(const Choice&)>;

/// Goes through the text once; each pronoun chooses among what was spoken of in the sentences
/// before it. he and she always get an answer if any fits, it and they only if it is sure enough.
/// Sets the gender of clusters that a pronoun tells. `teacher`, where given, sees every choice.
/// O(n) with at most 40 candidates a pronoun.
Resolution resolve_pronouns(const ClusterText& text, const std::vector<Mention>& mentions,
                            std::vector<Cluster>& clusters, const PronounWeights& weights,
                            const Teacher* teacher = nullptr);

}  // namespace palimpsest
