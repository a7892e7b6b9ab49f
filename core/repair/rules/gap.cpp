// Marks a place where a word is known to be missing: "confirm that   relations" becomes
// "confirm that […] relations", with the words that may have stood there as readings.
// Leaves alone two blanks between words (a slip of the finger), columns and code.
#include <algorithm>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "repair/compounds.h"
#include "repair/nations.h"
#include "repair/wide_blanks.h"
#include "text/order.h"
#include "text/unicode.h"

namespace palimpsest {
namespace {

constexpr std::string_view mark = "[…]";

/// A word with a hyphen in the text itself, and the word behind it.
struct OwnCompound {
  std::string text, follower;
  std::uint32_t count = 1;
};

/// The text's own compounds, by the word behind them. The clean-up that lost some words may have
/// spared others.
std::vector<OwnCompound> own_compounds(const Passage& p) {
  std::vector<OwnCompound> found;
  if (p.habits.count('-') == 0) return found;
  const Tokens& tokens = p.tokens;
  for (std::size_t i = 1; i + 3 < tokens.size(); ++i) {
    if (!tokens[i].is('-') || !tokens[i - 1].is_word() || !tokens[i + 1].is_word()) continue;
    std::size_t last = i + 1;
    while (last + 3 < tokens.size() && tokens[last + 1].is('-') && tokens[last + 2].is_word())
      last += 2;
    if (tokens[last + 1].is_blank() && tokens[last + 2].is_word())
      found.push_back(
          {std::string(tokens.span(i - 1, last).of(p.text)), lower_case(p.of(last + 2))});
    i = last;
  }
  sort_by_comparing(found, [](const OwnCompound& a, const OwnCompound& b) {
    return std::tie(a.follower, a.text) < std::tie(b.follower, b.text);
  });
  std::size_t kept = 0;
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (kept > 0 && found[kept - 1].text == found[i].text &&
        found[kept - 1].follower == found[i].follower)
      ++found[kept - 1].count;
    else if (kept++ != i)
      found[kept - 1] = std::move(found[i]);
  }
  found.resize(kept);
  return found;
}

/// "a" wants a consonant behind it, "an" a vowel.
bool fits_article(std::string_view article, std::string_view word) {
  const bool vowel = std::string_view("aeioAEIO").find(word[0]) != std::string_view::npos &&
                     !word.starts_with("one-");
  return (article != "a" || !vowel) && (article != "an" || vowel);
}

/// What the text itself offers.
struct Offers {
  std::vector<OwnCompound> own;
  std::vector<std::string> nations;
};

void add_readings(const Passage& p, const WideBlank& b, const Offers& offers, Edits& edits) {
  constexpr int at_most = 5;
  const std::string_view before = p.of(b.token - 1);
  const std::string follower = lower_case(p.of(b.token + 1));
  int given = 0;
  std::string_view best;
  const std::vector<OwnCompound>& own = offers.own;
  auto at = std::lower_bound(
      own.begin(), own.end(), std::string_view(follower),
      [](const OwnCompound& o, std::string_view w) { return std::string_view(o.follower) < w; });
  for (; at != own.end() && at->follower == follower && given < at_most; ++at) {
    if (!fits_article(before, at->text)) continue;
    edits.add_reading(at->text, at->count > 1 ? 60 : 45);
    best = at->text;
    ++given;
  }
  if (is_between_nations(follower))
    for (const std::string& nation : offers.nations) {
      if (given >= at_most || nation == best) continue;
      edits.add_reading(nation, 25);
      ++given;
    }
  for (const CompoundReading& r : compounds_before(follower)) {
    if (given >= at_most) break;
    // Less says nothing: before "of" or "and" any word may stand.
    if (r.confidence < 12 || r.text == best || !fits_article(before, r.text)) continue;
    // A share among compounds: the lost word may be none that is known.
    edits.add_reading(r.text, static_cast<std::uint8_t>(r.confidence / 2));
    ++given;
  }
}

}  // namespace

void rules::gap::find(const Passage& passage, Edits& edits) {
  const std::vector<WideBlank>& blanks = passage.wide_blanks();
  const bool any = std::any_of(blanks.begin(), blanks.end(),
                               [](const WideBlank& b) { return b.meaning == BlankMeaning::gap; });
  if (!any) return;
  const bool between_nations = std::any_of(blanks.begin(), blanks.end(), [&](const WideBlank& b) {
    return b.meaning == BlankMeaning::gap && is_between_nations(passage.of(b.token + 1));
  });
  const Offers offers{own_compounds(passage),
                      between_nations ? nation_compounds(passage) : std::vector<std::string>{}};
  const Tokens& tokens = passage.tokens;
  for (const WideBlank& b : blanks) {
    if (b.meaning != BlankMeaning::gap) continue;
    CleanSpan span = tokens.span(b.token);
    // The lost word's own blanks stay, one on each side; beside a mark there was none.
    const bool spaced = passage.habits.tokenised();
    const Token& next = tokens[b.token + 1];
    if (spaced || !is_opening_quote(passage, b.token - 1)) ++span.begin;
    if (spaced || next.is_word() || next.is_number() || span.empty()) --span.end;
    if (span.begin >= span.end) span = {tokens.begin_of(b.token) + 1, tokens.begin_of(b.token) + 1};
    edits.add(span, mark, b.confidence, static_cast<std::uint8_t>(b.width));
    if (next.is_word()) add_readings(passage, b, offers, edits);
  }
}

std::string rules::gap::why(const Explained& change) {
  std::string why = std::to_string(change.detail);
  why +=
      " blanks in mid-sentence are what is left when a word, mostly one with a hyphen, is taken "
      "out.";
  return why;
}

}  // namespace palimpsest
