// Strict scores of found names against gold ones, span and kind alike after bare_span().
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "entity/tagger.h"
#include "train/corpus.h"

namespace palimpsest::train {

struct Scores {
  struct Counts {
    std::size_t right = 0, given = 0, gold = 0;
    double precision() const {
      return given ? 100.0 * static_cast<double>(right) / static_cast<double>(given) : 0;
    }
    double recall() const {
      return gold ? 100.0 * static_cast<double>(right) / static_cast<double>(gold) : 0;
    }
    double f1() const {
      return given + gold ? 200.0 * static_cast<double>(right) / static_cast<double>(given + gold)
                          : 0;
    }
  };
  std::array<Counts, 3> kinds;  // person, organisation, place
  Counts core() const {
    Counts sum;
    for (const Counts& c : kinds) sum.right += c.right, sum.given += c.given, sum.gold += c.gold;
    return sum;
  }
};

std::vector<NameSpan> tag(const std::string& text, const Model& model);

Scores score(const std::vector<AnnotatedText>& documents, const Model& model);

}  // namespace palimpsest::train
