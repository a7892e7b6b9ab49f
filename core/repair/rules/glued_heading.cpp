// Parts a heading that a clean-up glued to the sentence behind it with a comma: "it rained. Career,
// In 1947 he left" gets "Career" as a paragraph of its own. Works only in texts that show such a
// clean-up. It is sure where a word that no name begins with stands with a capital behind the
// comma, and of what else reads as a heading and a sentence if its lines were lost and it has
// several words or is not the only one; else it suggests. Leaves sentences alone that begin with an
// adverb ("However, Trump"), a time, a place or an address ("Mr. President, Congress"), and the
// lines of a letter that end with a comma ("Sincerely,").
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "repair/calendar.h"
#include "repair/comma_heading.h"
#include "repair/wide_blanks.h"
#include "repair/word_set.h"
#include "text/unicode.h"

namespace palimpsest {
namespace {

bool in(std::string_view word, std::span<const std::string_view> sorted) {
  return std::binary_search(sorted.begin(), sorted.end(), word);
}

/// Words that have a capital only where a sentence begins.
bool begins_sentences(std::string_view word) {
  static constexpr auto words = word_set(
      "A", "According", "After", "All", "Although", "An", "Are", "As", "At", "Because", "Before",
      "But", "By", "Can", "Could", "Despite", "Did", "Do", "Does", "Don", "During", "Each", "Even",
      "Every", "Following", "For", "From", "Has", "Have", "He", "Here", "How", "However", "If",
      "In", "Is", "Isn", "It", "Its", "Many", "Most", "My", "No", "Not", "On", "Once", "Our",
      "Several", "She", "Since", "So", "Some", "Thanks", "The", "Their", "There", "These", "They",
      "This", "Those", "Though", "To", "Under", "Unlike", "Until", "We", "What", "When", "Where",
      "Whether", "Which", "While", "Who", "Why", "With", "Within", "Without", "You", "Your");
  return words.contains(word);
}

/// Those among them that titles do not hold ("In Reversal", "The Post"), so that a name may follow.
bool is_never_in_title(std::string_view word) {
  static constexpr auto words =
      word_set("According", "Although", "Because", "Despite", "Did", "Does", "During", "He",
               "However", "If", "Isn", "It", "Many", "Most", "Several", "She", "Since", "Some",
               "Thanks", "There", "They", "Though", "Unlike", "When", "Whether", "While");
  return words.contains(word);
}

/// First words of a clause: what follows the comma goes on with it.
bool begins_clause(std::string_view word) {
  static constexpr auto words = word_set("Although", "Because", "If", "Once", "Since", "Though",
                                         "Unless", "Until", "When", "Whenever", "Whereas", "While");
  return words.contains(word);
}

/// Words that address somebody, or that a pause follows.
bool addresses(std::string_view word) {
  static constexpr auto words =
      word_set("Ah", "Dad", "Dear", "Father", "Folks", "Friends", "Gentlemen", "God", "Gosh",
               "Hello", "Hey", "Hi", "Honey", "Just", "Kids", "Ladies", "Lord", "Ma", "Madam",
               "Man", "Maybe", "Mom", "Mother", "Mum", "No", "OK", "Oh", "Okay", "Please",
               "President", "Right", "Sir", "Son", "Sorry", "Sure", "True");
  return words.contains(word);
}

/// Last words of a time: "Just yesterday,", "Earlier that day,".
bool ends_time(std::string_view word) {
  static constexpr auto words =
      word_set("afternoon", "again", "ago", "century", "day", "days", "decade", "decades",
               "evening", "hour", "hours", "later", "month", "months", "morning", "night", "today",
               "tomorrow", "tonight", "week", "weeks", "year", "years", "yesterday");
  return words.contains(word);
}

/// The lines of a letter that end with a comma: "Dear Senator,", "Sincerely,".
bool belongs_to_letter(std::string_view first, std::string_view last) {
  static constexpr std::string_view openings[] = {"Dear", "Gentlemen", "Greetings", "Hello", "Hi"};
  static constexpr auto closings = word_set(
      "affectionately", "best", "cheers", "cordially", "faithfully", "gratefully", "love", "much",
      "regards", "respectfully", "sincerely", "thanks", "truly", "wishes", "you", "yours");
  const std::string small = lower_case(last);
  return in(first, openings) || is_title_abbreviation(first) || closings.contains(small);
}

bool shows_clean_up(const Passage& p) {
  if (p.text.find("[…]") != std::string_view::npos) return true;
  return p.habits.words >= 300 && p.habits.count('-') == 0;
}

constexpr int most_asked = 8;  // words that the text is searched for

class Finder {
 public:
  Finder(const Passage& passage, Edits& edits)
      : p_(passage), tokens_(passage.tokens), wide_(passage.wide_blanks()), edits_(edits) {
    flat_ = std::any_of(wide_.begin(), wide_.end(),
                        [](const WideBlank& b) { return b.meaning == BlankMeaning::paragraph; });
  }

  void find() {
    if (p_.habits.count(',') == 0 || (!flat_ && !shows_clean_up(p_))) return;
    std::size_t parted = 0;  // the blank behind the heading found last
    for (std::size_t i = 1; i + 3 < tokens_.size(); ++i) {
      if (!tokens_[i].is_blank() || !begins_heading(p_, i + 1)) continue;
      while (passed_ < wide_.size() && wide_[passed_].token < i) ++passed_;
      const bool after_break = is_break(i) || i == parted;
      if (!after_break && !sentence_ends_before(p_, i)) continue;
      const CommaHeading h = read_comma_heading(p_, i + 1);
      if (h.comma == 0 || !read(h, i, after_break)) continue;
      i = h.comma;
      parted = i + 1;
    }
    // A clean-up that glued one heading glued them all: where one is sure, where several read so,
    // or where the text has a lone word in small letters too, so that it is no name.
    bool vouched = false;
    int asked = 0;
    for (const Found& f : found_)
      vouched = vouched || f.sure ||
                (f.lone.empty() ? found_.size() > 1 : asked++ < most_asked && occurs(f.lone));
    for (const Found& f : found_) {
      if (flat_ && vouched)
        edits_.add(f.span, f.text, f.sure ? 85 : 70);
      else
        edits_.suggest(f.span, f.text, 55);
    }
  }

 private:
  struct Found {
    CleanSpan span;
    std::string text;
    bool sure;
    std::string lone;  // the heading in small letters, if it is one word and not sure; else empty
  };

  /// Does the text have this word in small letters? O(tokens).
  bool occurs(std::string_view word) const {
    for (std::size_t i = 0; i < tokens_.size(); ++i)
      if (tokens_[i].is_word() && tokens_[i].shape() == WordShape::lower && p_.of(i) == word)
        return true;
    return false;
  }

  /// Is the blank `token` a paragraph's end? Tokens before `passed_` are done with.
  bool is_break(std::size_t token) const {
    std::size_t w = passed_;
    while (w < wide_.size() && wide_[w].token < token) ++w;
    return w < wide_.size() && wide_[w].token == token &&
           wide_[w].meaning == BlankMeaning::paragraph;
  }

  /// "Tulsa lies", "Don't miss": what begins with a capital and goes on in small letters, yet no
  /// list ("Egypt and Jordan").
  bool begins_sentence(std::size_t first) const {
    const auto is_apostrophe = [&](std::size_t i) {
      return i < tokens_.size() && (tokens_[i].is(U'’') || tokens_[i].is('\''));
    };
    std::size_t second = first + 1;
    // "Don't", "L'Enfant", which a tokeniser may have set apart.
    if (tokens_[second].is_blank() && is_apostrophe(second + 1)) ++second;
    if (is_apostrophe(second)) {
      ++second;
      if (second < tokens_.size() && tokens_[second].is_blank()) ++second;
      ++second;
    }
    if (second + 1 >= tokens_.size() || !tokens_[second].is_blank()) return false;
    ++second;
    return tokens_[second].is_word() ? tokens_[second].shape() == WordShape::lower &&
                                           p_.of(second) != "and" && p_.of(second) != "or"
                                     : second == first + 2 && tokens_[second].is_number();
  }

  /// The heading behind the blank `blank`. False if it is none.
  bool read(const CommaHeading& h, std::size_t blank, bool after_break) {
    const std::uint32_t begin = after_break ? tokens_.end_of(h.last) : tokens_.begin_of(blank);
    std::string text;
    if (!after_break) {
      text = "\n\n";
      text += tokens_.span(blank + 1, h.last).of(p_.text);
    }
    const std::size_t next = h.comma + 2;
    const std::string_view first = p_.of(blank + 1);
    if (is_break(h.comma + 1) && tokens_[next].is_word()) {
      // "Get in,  By plane": the break itself is another rule's. Before a quotation it is no
      // heading.
      if (h.words > most_words_of_heading || belongs_to_letter(first, p_.of(h.last))) return false;
      found_.push_back({{begin, tokens_.end_of(h.comma)}, std::move(text), true, {}});
      return true;
    }
    if (tokens_.span(h.comma + 1).size() > 1 || next + 2 >= tokens_.size() ||
        !tokens_[next].is_word() || tokens_[next].shape() != WordShape::capitalised)
      return false;
    text += "\n\n";
    const CleanSpan span{begin, tokens_.begin_of(next)};
    const std::string_view word = p_.of(next);
    const bool sentence = begins_sentence(next);
    const bool sure =
        !begins_clause(first) &&
        (is_never_in_title(word) || (sentence && (begins_sentences(word) || h.odd_end || h.upper)));
    // "Iowa 52801" is part of an address.
    const bool likely = h.plain && !introduces(tokens_[blank + 1], first) && sentence &&
                        !tokens_[next + 2].is_number() && !is_month(word) && word != "I" &&
                        !addresses(first) && !ends_time(p_.of(h.last));
    if (h.words > most_words_of_heading ? !(sentence && sure && after_break)
                                        : !(flat_ && sure) && !likely)
      return false;
    const bool lone = h.words == 1 && !(flat_ && sure);
    found_.push_back(
        {span, std::move(text), flat_ && sure, lone ? lower_case(first) : std::string()});
    return true;
  }

  const Passage& p_;
  const Tokens& tokens_;
  const std::vector<WideBlank>& wide_;
  Edits& edits_;
  std::size_t passed_ = 0;  // wide blanks before the token at hand
  bool flat_ = false;       // paragraphs of the text became runs of blanks
  std::vector<Found> found_;
};

}  // namespace

void rules::glued_heading::find(const Passage& passage, Edits& edits) {
  Finder(passage, edits).find();
}

std::string rules::glued_heading::why(const Explained&) { return {}; }

}  // namespace palimpsest
