// Joins a compound that a tokeniser cut at its hyphens: "a well - known , 12 - year - old boy",
// "state - of - the - art"; and the marks that Moses writes for it: "well @-@ known", "4 @,@ 000".
// Leaves a hyphen alone that stands for a dash ("He came - late - and left"), by the words beside
// it and by the next one, and spans of numbers ("1868 - 1912").
#include <optional>

#include "repair/hyphen.h"
#include "repair/near.h"
#include "repair/why_joined.h"
#include "repair/word_set.h"

namespace palimpsest {
namespace {

// Measured on the open half of the UD set: below this score more dashes than hyphens.
constexpr int least_score = -3;
// The text has whole compounds, so its tokeniser left hyphens alone and this one is likely a dash.
constexpr int least_score_beside_whole = clearly_hyphen;

constexpr auto links = word_set("of", "the", "to", "by", "in", "on", "and", "a", "for", "at", "off",
                                "up", "out", "de", "la", "le", "en", "du", "sur", "or", "upon",
                                "il", "do", "it", "per", "vis", "no", "not", "as", "with", "und");

// What begins a clause or a phrase behind a dash, and ends no compound.
constexpr auto openers = word_set(
    "and", "but", "or", "nor", "the", "an", "he", "she", "they", "it", "we", "you", "i", "his",
    "her", "their", "its", "our", "my", "your", "this", "these", "those", "there", "which", "who",
    "whom", "whose", "where", "when", "while", "because", "although", "though", "if", "as", "with",
    "without", "from", "is", "are", "was", "were", "have", "has", "had", "will", "can", "not",
    "very", "including", "especially", "particularly", "despite", "than", "then", "just");

class Reader {
 public:
  explicit Reader(const Near& near) : near_(near), known_(near), habit_(count_hyphens(near)) {}
  int least() const { return habit_.keeps() ? least_score_beside_whole : least_score; }

  /// A `-` between two blanks, with a word or number on either side.
  bool is_candidate(std::size_t i) const {
    return near_[i].is('-') && near_.alone(i) && is_piece(near_, left_of(i)) &&
           is_piece(near_, i + 2);
  }

  /// The score of the candidate `i`, links of a chain and pairs of dashes considered.
  int score(std::size_t i) const {
    const std::size_t left = left_of(i), right = i + 2;
    const bool numbers = near_[left].is_number() && near_[right].is_number();
    if (numbers) return number_score(i);
    const LowerWord a(near_.of(left)), b(near_.of(right));
    const bool chained_left = i >= 4 && is_candidate(i - 4), chained_right = is_candidate(i + 4);
    // "step - by - step", "state - of - the - art": one or two small words between the hyphens
    if ((chained_right && links.contains(b)) || (chained_left && links.contains(a))) return 12;
    if (is_hyphen_prefix(a) || known_.contains(near_.of(left), near_.of(right))) return 16;
    if (near_[near_.previous(left)].is('(') && is_party(near_.of(left)) && near_[right].is_word())
      return 16;
    // "L - band", "F - 16", "Sector - 37", "Covid - 19"
    if (near_[right].is_number())
      return near_[left].shape() == WordShape::lower || near_.of(right).size() > 3 ? -8 : 6;
    if (openers.contains(b) && near_[left].shape() != WordShape::upper) return clearly_dash;
    int own = hyphen_score(near_.of(left), near_.of(right));
    if (near_[i - 2].is('.') && near_[right].shape() == WordShape::lower) own += 8;  // U.S. - led
    return own;
  }

  bool is_hyphen(std::size_t i, int least) const {
    const int own = score(i);
    if (own < least) return false;
    if (own >= clearly_hyphen) return true;
    return !beside_dash(i);
  }

 private:
  static bool is_piece(const Near& near, std::size_t i) {
    return near[i].is_word() || near[i].is_number();
  }
  /// The last letters before the hyphen, past the stop of an abbreviation: "U.S. - led".
  std::size_t left_of(std::size_t i) const {
    return near_[i - 2].is('.') && near_[i - 3].is_word() && near_.span(i - 3).size() == 1 ? i - 3
                                                                                           : i - 2;
  }
  /// "1 - 800 - 555 - 1234" is a telephone; two numbers are a span, which many writers set with
  /// blanks.
  int number_score(std::size_t i) const {
    const bool chained = (is_candidate(i - 4) && near_[i - 6].is_number()) ||
                         (is_candidate(i + 4) && near_[i + 6].is_number());
    return chained ? 16 : habit_.cuts() ? 10 : -20;
  }
  /// "Sen. Jones (D-N.Y.)"
  static bool is_party(std::string_view word) { return word == "R" || word == "D" || word == "I"; }
  /// Another one a few words on is surely a dash: dashes come in pairs.
  bool beside_dash(std::size_t i) const {
    for (const int step : {-1, 1})
      for (std::size_t k = 2; k <= 8; ++k) {
        const std::size_t other = step < 0 ? i - k : i + k;
        if (near_.edge(other)) break;
        if (near_[other].is('-') && is_candidate(other)) {
          if (score(other) <= clearly_dash) return true;
          break;
        }
      }
    return false;
  }

  const Near& near_;
  KnownCompounds known_;
  HyphenHabit habit_;
};

/// "@-@", "@,@", "@.@", "@/@" between blanks.
bool is_moses_joint(const Near& near, std::size_t i) {
  return near[i].is('@') && near[i + 2].is('@') && near[i + 1].kind() == TokenKind::mark &&
         near.gap_before(i) && near.gap_after(i + 2);
}

}  // namespace

void rules::spaced_hyphen::find(const Passage& passage, Edits& edits) {
  const Near near(passage);
  if (passage.habits.count('@') >= 2) {
    std::size_t done = 0;
    each_mark(passage, [&](std::size_t i) {
      if (i < done || !is_moses_joint(near, i)) return;
      edits.add(near.span(i - 1, i + 3), near.of(i + 1), 99, 1);
      done = i + 4;
    });
  }
  if (passage.habits.count('-') == 0 || passage.tokenised_stretches().empty()) return;
  std::optional<Reader> reader;  // made where there is something to read
  int least = least_score;
  each_tokenised_mark(passage, [&](std::size_t i) {
    if (!near[i].is('-') || !near.alone(i)) return;
    if (!reader) {
      reader.emplace(near);
      least = reader->least();
    }
    if (reader->is_candidate(i) && reader->is_hyphen(i, least))
      edits.add(near.span(i - 1, i + 1), "-", 85);
  });
}

std::string rules::spaced_hyphen::why(const Explained& change) {
  if (change.detail == 1)
    return "The tokeniser Moses wrote" + std::string(change.before) + "for " +
           std::string(change.after) + " inside a word.";
  return why_joined(change, "A tokeniser set blanks around the hyphen of a compound.");
}

}  // namespace palimpsest
