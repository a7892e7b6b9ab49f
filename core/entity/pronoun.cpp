// The rows of pronouns.def.
#include "entity/pronoun.h"

#include <array>

namespace palimpsest {
namespace {

constexpr char s = 's', p = 'p', b = 'b', m = 'm', f = 'f', n = 'n', a = 'a';
constexpr Pronoun rows[] = {
#define PRONOUN(word, person, number, gender, possessive, reflexive) \
  {#word, person, number, gender, possessive, reflexive},
#include "entity/pronouns.def"
};
constexpr std::size_t longest = 10;  // "yourselves", "themselves"

}  // namespace

const Pronoun* pronoun(std::string_view word) {
  if (word.empty() || word.size() > longest || word == "US" || word == "IT") return nullptr;
  std::array<char, longest> lower;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char c = word[i];
    lower[i] = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 32) : c;
  }
  const std::string_view wanted(lower.data(), word.size());
  for (const Pronoun& row : rows)
    if (row.word == wanted) return &row;
  return nullptr;
}

}  // namespace palimpsest
