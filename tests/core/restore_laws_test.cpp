// The laws with a version and a report at hand: on every case, and on random texts that share
// sentences.
#include <doctest/doctest.h>

#include <random>

#include "cases.h"
#include "cli/builtin_model.h"
#include "laws.h"

namespace palimpsest::tests {
namespace {

void check(const std::string& text, const std::string& version, const std::string& report,
           std::uint32_t seed) {
  Options options;
  options.model = builtin_model();
  options.restore.version = version;
  options.restore.report = report;
  const std::string broken = broken_law(text, seed, options);
  CHECK_MESSAGE(broken.empty(), broken << "; seed " << seed << "; text \"" << text
                                       << "\"; version \"" << version << '"');
}

/// Sentences of a few words and names, so that two texts have much in common by chance.
std::vector<std::string> random_words(std::mt19937& random) {
  static const char* const words[] = {
      "Anna Berg", "the mayor", "Oslo", "she", "his",  "said", "left", "in",       "and",    ",",
      ".",         "“",         "”",    "4",   "\n\n", "  ",   "   ",  "[…]",      "didn’t", "new",
      "Mr. Ito",   "U.S.",      "the",  "a",   "of",   "told", "-",    "\xC3\xA9", "Berg’s", "it"};
  std::vector<std::string> text;
  for (std::size_t n = random() % 80; n > 0; --n)
    text.push_back(words[random() % std::size(words)]);
  return text;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) (text += word) += ' ';
  return text;
}

}  // namespace

TEST_CASE("the laws hold on every case of a restoration") {
  for (const RestorationRule& rule : restoration_rules())
    for (const RestoreCase& c : read_restore_cases(std::string(rule.name))) {
      check(c.drawn.before, c.version, c.report, 1);
      check(c.drawn.after, c.drawn.before, c.drawn.before, 2);
    }
}

TEST_CASE("the laws hold on random texts and versions of them") {
  for (std::uint32_t seed = 1; seed <= 400; ++seed) {
    std::mt19937 random(seed);
    const std::vector<std::string> version = random_words(random);
    std::vector<std::string> damaged = version;
    for (std::size_t n = version.empty() ? 0 : random() % 9; n > 0; --n) {
      const std::string name = version[random() % version.size()];
      damaged[random() % damaged.size()] = name;
    }
    check(joined(damaged), joined(version), joined(random_words(random)), seed);
  }
}

}  // namespace palimpsest::tests
