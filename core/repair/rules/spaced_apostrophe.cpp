// Joins an apostrophe that begins a word or stands inside one: "the ' 90s", "rock ' n ' roll",
// "' em", "5 o ' clock", "O ' Brien", "6 ' 2 \"".
// Leaves alone a mark that may open or close a quotation.
#include "repair/near.h"
#include "repair/quote_words.h"
#include "repair/why_joined.h"
#include "repair/word_set.h"

namespace palimpsest {
namespace {

constexpr auto elisions = word_set("em", "til", "tis", "twas", "twere", "twill", "twould", "tisn");
constexpr auto prefixes =
    word_set("o", "d", "l", "qu", "dell", "all", "nell", "mac", "m", "n", "ch");

class Reader {
 public:
  Reader(const Passage& passage, Edits& edits) : near_(passage), edits_(edits) {}
  const Near& near() const { return near_; }

  /// Reads the apostrophe `i`. Gives the first token that is free again.
  std::size_t read(std::size_t i) {
    if (const std::size_t end = rock_and_roll(i)) return end;
    if (const std::size_t end = feet(i)) return end;
    if (decade(i) || elided(i) || inside(i)) return i + 2;
    return i + 1;
  }

 private:
  /// ' n ', 'n ', ' n'
  std::size_t rock_and_roll(std::size_t i) {
    const std::size_t n = near_.next(i), second = near_.next(n);
    if ((near_.of(n) != "n" && near_.of(n) != "N") || !near_.apostrophe(second)) return 0;
    if (second == i + 2 || !near_.open(second + 1) || !near_.open(i - 1)) return 0;
    if (n == i + 1)
      edits_.add(near_.span(n + 1), "", 92);
    else if (second == n + 1)
      edits_.add(near_.span(i + 1), "", 92);
    else
      edits_.add(near_.span(i + 1, second - 1), near_.of(n), 92);
    return second + 1;
  }

  /// 6 ' 2 "
  std::size_t feet(std::size_t i) {
    const std::size_t foot = near_.previous(i), inch = near_.next(i);
    if (!near_[foot].is_number() || !near_[inch].is_number() || near_.of(inch).size() > 2) return 0;
    const std::size_t sign = near_.next(inch);
    const bool inches = near_[sign].is('"') || near_[sign].is(U'”') || near_[sign].is(U'″');
    if (!inches) return 0;
    join(foot, i, inch, 88);
    if (sign != inch + 1) edits_.add(near_.span(inch + 1), "", 88);
    return sign + 1;
  }

  bool decade(std::size_t i) {
    if (!near_.gap_after(i) || !near_.open(i - 1) || !near_[i + 2].is_number()) return false;
    if (near_.of(i + 2).size() != 2 || near_.of(i + 3) != "s") return false;
    edits_.add(near_.span(i + 1), "", 92);
    return true;
  }

  bool elided(std::size_t i) {
    if (!near_.gap_after(i) || !near_.open(i - 1)) return false;
    if (!elisions.contains(LowerWord(near_.of(i + 2))) || near_.apostrophe(near_.next(i + 2)))
      return false;
    edits_.add(near_.span(i + 1), "", 90);
    return true;
  }

  /// o ' clock, ma ' am, O ' Brien, Vava ' u
  bool inside(std::size_t i) {
    const std::size_t before = near_.previous(i), after = near_.next(i);
    if (before == i - 1 && after == i + 1) return false;
    if (!near_[before].is_word() || !near_[after].is_word()) return false;
    const LowerWord first(near_.of(before)), second(near_.of(after));
    const bool word = (first == "o" && second == "clock") || (first == "ma" && second == "am") ||
                      (first == "ne" && second == "er") || (first == "e" && second == "er") ||
                      (first == "o" && second == "er") || (first == "ol" && second == "er");
    const bool capital =
        near_[after].shape() == WordShape::capitalised || near_[after].shape() == WordShape::mixed;
    const bool elision =
        near_.of(before).size() == 1 && (first == "l" || first == "d") &&
        std::string_view("aeiouhAEIOUH").find(near_.of(after)[0]) != std::string_view::npos &&
        before == i - 2;
    const bool name = elision || (prefixes.contains(first) && first.view().size() <= 2 && capital);
    const bool syllable = near_[before].shape() == WordShape::capitalised &&
                          near_[after].shape() == WordShape::lower &&
                          (second.view().size() == 1 ||
                           (second.view().size() == 2 && near_[i].is(U'’') && is_single(i))) &&
                          second != "s" && second != "t" && second != "d" && second != "m" &&
                          !near_.apostrophe(near_.next(after)) && (second != "a" || is_single(i));
    if (!word && !name && !syllable) return false;
    join(before, i, after, word ? 92 : 80);
    return true;
  }

  /// No other apostrophe or quotation mark stands in the sentence that this one could pair with.
  bool is_single(std::size_t i) const {
    constexpr std::size_t reach = 60;
    for (std::size_t k = i + 1; k < i + reach && !near_.edge(k); ++k)
      if (near_.apostrophe(k) && !near_[k - 1].is_word() && !is_clitic(near_.of(k + 1)))
        return false;
    for (std::size_t k = i - 1; k + reach > i && !near_.edge(k); --k)
      if ((near_.apostrophe(k) || near_[k].is(U'‘')) && !near_[k + 1].is_word()) return false;
    return true;
  }

  /// Takes the gaps beside the apostrophe away.
  void join(std::size_t before, std::size_t i, std::size_t after, std::uint8_t confidence) {
    if (before != i - 1 && after != i + 1)
      edits_.add(near_.span(before + 1, after - 1), near_.of(i), confidence);
    else if (before != i - 1)
      edits_.add(near_.span(i - 1), "", confidence);
    else if (after != i + 1)
      edits_.add(near_.span(i + 1), "", confidence);
  }

  Near near_;
  Edits& edits_;
};

}  // namespace

void rules::spaced_apostrophe::find(const Passage& passage, Edits& edits) {
  Reader reader(passage, edits);
  std::size_t done = 0;
  each_tokenised_mark(passage, [&](std::size_t i) {
    if (i >= done && reader.near().apostrophe(i)) done = reader.read(i);
  });
}

std::string rules::spaced_apostrophe::why(const Explained& change) {
  return why_joined(change, "A tokeniser parted an apostrophe from the word that it belongs to.");
}

}  // namespace palimpsest
