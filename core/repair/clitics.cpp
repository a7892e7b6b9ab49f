#include "repair/clitics.h"

#include "repair/word_set.h"

namespace palimpsest {
namespace {

constexpr auto clitics = word_set("s", "ll", "re", "ve", "d", "m");

// Before 's: then it is "is" or "has" ("us" in let's), not a possessive.
constexpr auto no_owners = word_set("it", "he", "she", "that", "what", "there", "here", "who",
                                    "where", "how", "when", "why", "let");

// What n't follows.
constexpr auto negated = word_set("do", "does", "did", "is", "are", "was", "were", "have", "has",
                                  "had", "ca", "wo", "would", "could", "should", "might", "must",
                                  "need", "sha", "ai", "dare", "ought", "may", "use");
constexpr auto pronouns =
    word_set("i", "you", "he", "she", "it", "we", "they", "who", "that", "there", "what", "this");

/// Behind it the word is at its end.
bool ends(const Near& near, std::size_t i) {
  return !near[i].is_word() && !near[i].is_number() && !near.apostrophe(i);
}

bool has_host(const Near& near, std::size_t i) {
  return near[i].is_word() || near[i].is_number() || near[i].is(')') || near[i].is(']') ||
         near[i].is('.') || near[i].is('"') || near[i].is(U'”') || near[i].is('%');
}

Clitic::Kind kind_of(const Near& near, std::size_t host, std::string_view clitic) {
  if (clitic != "s") return Clitic::contraction;
  return no_owners.contains(LowerWord(near.of(host))) ? Clitic::contraction : Clitic::possessive;
}

bool is_n(const Near& near, std::size_t i) { return near.of(i) == "n" || near.of(i) == "N"; }
bool is_t(const Near& near, std::size_t i) { return near.of(i) == "t" || near.of(i) == "T"; }

/// The gaps beside the apostrophe `i`, and itself if it has one on either side.
Clitic between(Clitic::Kind kind, std::size_t before, std::size_t i, std::size_t after) {
  return {kind, before == i - 1 ? i + 1 : before + 1, after == i + 1 ? i - 1 : after - 1, i};
}

/// "do n't", "don 't", "don ' t", "don' t", "do n ' t".
Clitic read_not(const Near& near, std::size_t i) {
  const std::size_t before = near.previous(i), after = near.next(i);
  if (!is_t(near, after) || !ends(near, after + 1)) return {};
  if (is_n(near, before) && near.gap(before - 1) && near[before - 2].is_word()) {
    if (before == i - 1 && after == i + 1) return {Clitic::contraction, before - 1, before - 1, i};
    return {Clitic::contraction, before - 1, after - 1, i, true};
  }
  const std::string_view word = near.of(before);
  if (!near[before].is_word() || (before == i - 1 && after == i + 1)) return {};
  if (word.size() < 3) return {};
  // "gov 't", "Thatn 't": the t that leans on its apostrophe leans on the word before as well.
  const LowerWord host(word.substr(0, word.size() - 1));
  const bool not_form =
      (word.back() | 32) == 'n' && (negated.contains(host) || LowerWord(word) == "can");
  if (!not_form && (after != i + 1 || near[before].shape() == WordShape::upper)) return {};
  return between(Clitic::contraction, before, i, after);
}

/// "'T was": the apostrophe begins the word and the gap is behind the t.
Clitic read_it(const Near& near, std::size_t i) {
  if (!near.open(i - 1) && near[i - 1].kind() != TokenKind::mark) return {};
  const std::size_t t = near.next(i);
  if (!is_t(near, t) || !near.gap(t + 1)) return {};
  const LowerWord verb(near.of(t + 2));
  if (verb != "is" && verb != "was" && verb != "were" && verb != "will" && verb != "would" &&
      verb != "are" && verb != "isn")
    return {};
  return {Clitic::contraction, t + 1, t + 1, i};
}

}  // namespace

std::string_view Clitic::joined(const Near& near) const {
  if (apostrophe < first || apostrophe > last) return {};
  if (!keeps_n) return near.of(apostrophe);
  const bool curly = near[apostrophe].is(U'’');
  if (near.of(first + 1) == "N") return curly ? "N’" : "N'";
  return curly ? "n’" : "n'";
}

Clitic read_clitic(const Near& near, std::size_t i) {
  if (const Clitic it = read_it(near, i); it.kind != Clitic::none) return it;
  if (const Clitic no = read_not(near, i); no.kind != Clitic::none) return no;
  const std::size_t before = near.previous(i), after = near.next(i);
  if (before == i - 1 && after == i + 1) return {};
  if (!near[after].is_word() || !ends(near, after + 1) || near.edge(before)) return {};
  const LowerWord word(near.of(after));
  if (LowerWord(near.of(before)) == "y" && word == "all" && before == i - 2)
    return between(Clitic::contraction, before, i, after);
  if (!clitics.contains(word) || !has_host(near, before)) return {};
  if (word.view().size() == 1 && word != "s" && !near[before].is_word()) return {};
  // Parted on both sides or behind, a letter may be anything but the ending of its own verb.
  if (after != i + 1) {
    const LowerWord host(near.of(before));
    if (word != "s" && !pronouns.contains(host)) return {};
    if (word == "m" && host != "i") return {};
    if (near.apostrophe(near.next(after))) return {};
    if (!near[before].is_word() && !(word == "s" && near[before].is_number())) return {};
  }
  return between(kind_of(near, before, word), before, i, after);
}

bool is_bare_clitic(std::string_view before, std::string_view clitic) {
  if (clitic == "nt") return negated.contains(before);
  if (clitic == "m") return before == "i";
  if (clitic == "re") return before == "you" || before == "we" || before == "they";
  if (clitic == "ve") return before == "i" || before == "you" || before == "we" || before == "they";
  if (clitic == "ll" || clitic == "d") return pronouns.contains(before) && before != "this";
  return clitic == "s" && !before.empty();
}

}  // namespace palimpsest
