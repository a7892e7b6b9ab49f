// Tested by tests/core/restore_cases_test.cpp.
#include "restore/words_beside.h"

#include <algorithm>

#include "model/hash.h"
#include "text/order.h"

namespace palimpsest {
namespace {

/// What is left of two texts between runs: words [a, a_end) and [b, b_end).
struct Rest {
  std::uint32_t a, a_end, b, b_end;
};

/// Stretches shorter than this are left to who looks at them word by word.
constexpr std::uint64_t small_rest = 4096;  // words of one text by words of the other

struct Sequence {
  std::uint64_t key;
  std::uint32_t at;
};

std::vector<Sequence> sequences(const ComparedWords& words, std::uint32_t begin, std::uint32_t end,
                                std::uint32_t length) {
  std::vector<Sequence> all;
  for (std::uint32_t i = begin; i + length <= end; ++i) {
    std::uint64_t key = words.keys[i];
    for (std::uint32_t k = 1; k < length; ++k) key = mix_bits(key) + words.keys[i + k];
    all.push_back({key, i});
  }
  sort_by(all, [](const Sequence& sequence) { return sequence.key; });
  return all;
}

bool is_only(const std::vector<Sequence>& all, std::size_t i) {
  return (i == 0 || all[i - 1].key != all[i].key) &&
         (i + 1 == all.size() || all[i + 1].key != all[i].key);
}

/// The longest chain of `hits` (in order in a) that is in order in b, too: longest increasing
/// subsequence (Fredman 1975).
std::vector<SameWords> longest_chain(const std::vector<SameWords>& hits) {
  std::vector<std::size_t> ends;  // of chains of each length: the hit with the least b
  std::vector<std::size_t> before(hits.size());
  for (std::size_t i = 0; i < hits.size(); ++i) {
    const auto place =
        std::lower_bound(ends.begin(), ends.end(), hits[i].b,
                         [&](std::size_t hit, std::uint32_t b) { return hits[hit].b < b; });
    before[i] = place == ends.begin() ? i : *std::prev(place);
    if (place == ends.end())
      ends.push_back(i);
    else
      *place = i;
  }
  std::vector<SameWords> chain;
  if (!ends.empty())
    for (std::size_t i = ends.back();; i = before[i]) {
      chain.push_back(hits[i]);
      if (before[i] == i) break;
    }
  std::reverse(chain.begin(), chain.end());
  return chain;
}

class Finder {
 public:
  Finder(const ComparedWords& a, const ComparedWords& b, std::vector<SameWords>& runs)
      : a_(a), b_(b), runs_(runs) {}

  void look(const Rest& rest, std::uint32_t length) {
    const std::uint64_t size =
        std::uint64_t{rest.a_end - rest.a} * std::uint64_t{rest.b_end - rest.b};
    if (size == 0 || length == 0 || (length < 3 && size <= small_rest)) return;
    std::vector<SameWords> found = widened(longest_chain(hits(rest, length)), rest);
    Rest between = rest;
    for (const SameWords& run : found) {
      between.a_end = run.a, between.b_end = run.b;
      look(between, length - 1);
      runs_.push_back(run);
      between.a = run.a_end(), between.b = run.b_end();
    }
    between.a_end = rest.a_end, between.b_end = rest.b_end;
    look(between, length - 1);
  }

 private:
  /// Sequences that each side of `rest` has once, in the order of a.
  std::vector<SameWords> hits(const Rest& rest, std::uint32_t length) const {
    const std::vector<Sequence> in_a = sequences(a_, rest.a, rest.a_end, length),
                                in_b = sequences(b_, rest.b, rest.b_end, length);
    std::vector<SameWords> found;
    std::size_t k = 0;
    for (std::size_t i = 0; i < in_a.size(); ++i) {
      while (k < in_b.size() && in_b[k].key < in_a[i].key) ++k;
      if (k < in_b.size() && in_b[k].key == in_a[i].key && is_only(in_a, i) && is_only(in_b, k))
        found.push_back({in_a[i].at, in_b[k].at, length});
    }
    sort_by(found, [](const SameWords& same) { return std::uint64_t{same.a}; });
    return found;
  }

  /// As far as both sides are equal, without overlaps.
  std::vector<SameWords> widened(const std::vector<SameWords>& chain, const Rest& rest) const {
    std::vector<SameWords> runs;
    std::uint32_t a = rest.a, b = rest.b;  // what lies before is taken
    for (SameWords run : chain) {
      if (run.a < a || run.b < b) continue;  // the run before reached over it
      while (run.a > a && run.b > b && a_.keys[run.a - 1] == b_.keys[run.b - 1])
        --run.a, --run.b, ++run.size;
      while (run.a_end() < rest.a_end && run.b_end() < rest.b_end &&
             a_.keys[run.a_end()] == b_.keys[run.b_end()])
        ++run.size;
      a = run.a_end(), b = run.b_end();
      runs.push_back(run);
    }
    return runs;
  }

  const ComparedWords& a_;
  const ComparedWords& b_;
  std::vector<SameWords>& runs_;
};

std::uint64_t key_of(std::string_view word, const Token& token) {
  if (token.is(U'“') || token.is(U'”') || token.is(U'„') || token.is('"')) return '"';
  if (token.is(U'‘') || token.is(U'’') || token.is('`') || token.is('\'')) return '\'';
  return hash_text(word);
}

}  // namespace

ComparedWords read_words(std::string_view text, const Tokens& tokens) {
  ComparedWords words;
  const auto add = [&](CleanSpan span, const Token& token) {
    words.words.push_back({span, token.kind(), token.shape()});
    words.keys.push_back(key_of(span.of(text), token));
  };
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& t = tokens[i];
    if (t.is_blank() || t.is_line_break()) continue;
    CleanSpan span = tokens.span(i);
    // A tokeniser takes "n’t" off, and what is written over the word before is then joined to it.
    if (t.is_word() && span.size() > 1 && text[span.end - 1] == 'n' && i + 2 < tokens.size() &&
        (tokens[i + 1].is('\'') || tokens[i + 1].is(U'’')) && tokens.of(text, i + 2) == "t") {
      add({span.begin, span.end - 1}, t);
      span.begin = span.end - 1;
    }
    add(span, t);
  }
  return words;
}

std::vector<SameWords> find_same_words(const ComparedWords& a, const ComparedWords& b) {
  std::vector<SameWords> runs;
  Finder(a, b, runs).look({0, a.size(), 0, b.size()}, 3);
  return runs;
}

}  // namespace palimpsest
