// Tested by tests/core/restore_cases_test.cpp and, on damage that was made, tests/quality/
// restore_version.json.
#include "restore/version_reading.h"

#include <algorithm>
#include <set>
#include <string>

#include "model/hash.h"
#include "restore/phrases.h"
#include "restore/rule.h"
#include "restore/version_path.h"
#include "restore/words_beside.h"
#include "text/unicode.h"

namespace palimpsest {
namespace {

/// Cells of a stretch that is read word by word; a larger one is a revision.
constexpr std::uint64_t most_cells = 65536;

/// Words on both sides of a difference that are read again: part of what was written there may
/// have stood there before.
constexpr std::uint32_t margin = 8;

/// Words that may be lost at one place: of 1,572 places that were damaged by a tool, 6 lost more.
constexpr std::uint32_t longest_lost = 8;
/// A tool that takes half a sentence for a name writes it over short mentions.
constexpr std::uint32_t longest_lost_to_clause = 3;

class Reader {
 public:
  Reader(const DamagedText& damaged, const Companion& version)
      : damaged_(damaged),
        version_(version),
        a_(read_words(damaged.text, damaged.tokens)),
        b_(read_words(version.text, version.tokens)),
        phrases_(damaged.text, a_, b_) {}

  VersionReading read() {
    const std::vector<SameWords> runs = find_same_words(a_, b_);
    // Runs without their margins; what is left of a text between two is read word by word.
    std::uint32_t a = 0, b = 0;
    for (const SameWords& run : runs) {
      const bool first = run.a == 0 && run.b == 0,
                 last = run.a_end() == a_.size() && run.b_end() == b_.size();
      const std::uint32_t before = first ? 0 : margin, behind = last ? 0 : margin;
      if (run.size <= before + behind) continue;
      const SameWords core{run.a + before, run.b + before, run.size - before - behind};
      between(a, core.a, b, core.b);
      steps_.push_back({PathStep::What::kept, core.a, core.a_end(), core.b, core.b_end()});
      a = core.a_end(), b = core.b_end();
    }
    between(a, a_.size(), b, b_.size());
    join_steps();
    const std::string_view source = damaged_.source;
    reading_.lines_lost = source.substr(0, source.find_last_not_of(" \t\r\n") + 1).find('\n') ==
                          std::string_view::npos;
    if (!steps_.empty() && steps_.front().what == PathStep::What::kept) border(0, 0);
    for (std::size_t i = 0; i < steps_.size();) {
      if (steps_[i].what == PathStep::What::kept) {
        reading_.same += steps_[i].a_end - steps_[i].a;
        kept(steps_[i]);
        if (i + 1 < steps_.size() && steps_[i + 1].what == PathStep::What::kept)
          border(steps_[i].a_end, steps_[i].b_end);
        ++i;
        continue;
      }
      std::size_t end = i;
      bool revised = false;
      PathStep all = steps_[i];
      for (; end < steps_.size() && steps_[end].what != PathStep::What::kept; ++end) {
        revised |= steps_[end].what == PathStep::What::revised;
        all.a_end = steps_[end].a_end, all.b_end = steps_[end].b_end;
      }
      if (!revised)
        written_over(all);
      else if (is_joined_otherwise(all))
        add_marks(place_of(VersionPlace::What::marks, all).span,
                  place_of(VersionPlace::What::marks, all).in_version);
      else
        ++reading_.revised;
      i = end;
    }
    if (!steps_.empty() && steps_.back().what == PathStep::What::kept) border(a_.size(), b_.size());
    return std::move(reading_);
  }

 private:
  std::string_view word(std::uint32_t i) const { return damaged_.of(a_[i].span); }

  /// Kept steps that follow each other become one.
  void join_steps() {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < steps_.size(); ++i) {
      if (kept > 0 && steps_[i].what == PathStep::What::kept &&
          steps_[kept - 1].what == PathStep::What::kept) {
        steps_[kept - 1].a_end = steps_[i].a_end;
        steps_[kept - 1].b_end = steps_[i].b_end;
      } else {
        steps_[kept++] = steps_[i];
      }
    }
    steps_.resize(kept);
  }

  void between(std::uint32_t a, std::uint32_t a_end, std::uint32_t b, std::uint32_t b_end) {
    const std::size_t rows = a_end - a, columns = b_end - b;
    if (rows == 0 && columns == 0) return;
    if (std::uint64_t{rows + 1} * std::uint64_t{columns + 1} > most_cells) {
      steps_.push_back({PathStep::What::revised, a, a_end, b, b_end});
      return;
    }
    std::vector<PhraseLengths> phrases;
    phrases.reserve(rows);
    for (std::uint32_t i = a; i < a_end; ++i) phrases.push_back(phrases_.lengths_at(i));
    for (PathStep step :
         find_path({a_.keys.data() + a, rows}, phrases, {b_.keys.data() + b, columns})) {
      step.a += a, step.a_end += a, step.b += b, step.b_end += b;
      steps_.push_back(step);
    }
  }

  /// The text from behind word `first` - 1 to word `last`, with the blanks at both ends.
  static CleanSpan around(const ComparedWords& words, const Tokens& tokens, std::uint32_t first,
                          std::uint32_t last) {
    return {first == 0 ? 0 : words[first - 1].span.end,
            last < words.size() ? words[last].span.begin : tokens.text_size()};
  }

  VersionPlace place_of(VersionPlace::What what, const PathStep& step) const {
    VersionPlace place;
    place.what = what;
    place.span = around(a_, damaged_.tokens, step.a, step.a_end);
    place.in_version = around(b_, version_.tokens, step.b, step.b_end);
    place.words = step.b_end - step.b;
    if (step.a < step.a_end) place.phrase = {a_[step.a].span.begin, a_[step.a_end - 1].span.end};
    // Blanks that both have at an end are no part of it.
    const std::string_view here = damaged_.text, there = version_.text;
    const auto is_blank_at = [](std::string_view text, std::uint32_t at) {
      return text[at] == ' ' || text[at] == '\n';
    };
    while (!place.span.empty() && !place.in_version.empty() &&
           is_blank_at(here, place.span.begin) &&
           here[place.span.begin] == there[place.in_version.begin])
      ++place.span.begin, ++place.in_version.begin;
    while (!place.span.empty() && !place.in_version.empty() &&
           is_blank_at(here, place.span.end - 1) &&
           here[place.span.end - 1] == there[place.in_version.end - 1])
      --place.span.end, --place.in_version.end;
    return place;
  }

  void written_over(const PathStep& step) {
    const bool gap = phrases_.is_gap(step.a);
    VersionPlace place = place_of(gap ? VersionPlace::What::gap : VersionPlace::What::words, step);
    if (gap && place.words == 0) {  // no word is missing
      add_marks(place.span, place.in_version);
      return;
    }
    if (!gap && !may_be_lost(step, place)) {
      ++reading_.revised;
      return;
    }
    reading_.places.push_back(place);
    if (gap || is_dash(step)) return;
    switch (relation(step)) {
      case Relation::other:
        reading_.overwritten += is_new(step);
        break;
      case Relation::alike:
        ++reading_.alike;
        break;
      case Relation::common:
        ++reading_.common;
        break;
    }
  }

  /// What is written over is as long as a mention: some words, hardly ever the end of a sentence
  /// and more behind it. Another number is a revision. Where it is no word at all it is the blanks
  /// of a paragraph's end.
  bool may_be_lost(const PathStep& step, const VersionPlace& place) const {
    if (place.words == 0)
      return place.in_version.of(version_.text).find('\n') != std::string_view::npos;
    if (place.words >
        (phrases_.has_clause(step.a, step.a_end) ? longest_lost_to_clause : longest_lost))
      return false;
    if (has_number(a_, step.a, step.a_end) && has_number(b_, step.b, step.b_end)) return false;
    for (std::uint32_t j = step.b; j + 1 < step.b_end; ++j) {
      const std::string_view mark = b_[j].span.of(version_.text);
      if (mark == "." && j > 0 && is_abbreviated(b_[j - 1])) continue;
      if ((mark == "." || mark == "?" || mark == "!") && b_[j].span.end != b_[j + 1].span.begin &&
          place.words > longest_lost / 3)
        return false;
    }
    return true;
  }

  static bool has_number(const ComparedWords& words, std::uint32_t first, std::uint32_t last) {
    for (std::uint32_t i = first; i < last; ++i)
      if (words[i].kind == TokenKind::number) return true;
    return false;
  }

  /// Dashes for words: an editor's list.
  bool is_dash(const PathStep& step) const {
    for (std::uint32_t j = step.b; j < step.b_end; ++j) {
      const std::string_view mark = b_[j].span.of(version_.text);
      if (mark != "-" && mark != "–" && mark != "—") return false;
    }
    return step.b < step.b_end;
  }

  /// The same letters, with or without a blank in a word or number: a guess of the repair.
  bool is_joined_otherwise(const PathStep& step) const {
    std::string here, there;
    for (std::uint32_t i = step.a; i < step.a_end; ++i) here += word(i);
    for (std::uint32_t j = step.b; j < step.b_end; ++j) there += b_[j].span.of(version_.text);
    return here == there;
  }

  /// What a phrase has to do with the words that it stands for.
  enum class Relation : std::uint8_t {
    other,   // nothing: a name, or several words
    alike,   // they share a word
    common,  // nothing, but it is a common noun or a pronoun, which an editor might have set
  };
  Relation relation(const PathStep& step) const {
    for (std::uint32_t j = step.b; j < step.b_end; ++j) {
      const std::string other = lower_case(b_[j].span.of(version_.text));
      if (!says_something(other)) continue;
      for (std::uint32_t i = step.a; i < step.a_end; ++i)
        if (lower_case(word(i)) == other) return Relation::alike;
    }
    const bool names = step.a_end - step.a > 1 || a_[step.a].shape != WordShape::lower;
    return names && !phrases_.has_clause(step.a, step.a_end) ? Relation::other : Relation::common;
  }

  /// An editor who replaces a word all over the text makes one difference of many.
  bool is_new(const PathStep& step) {
    std::uint64_t key = 0;
    for (std::uint32_t i = step.a; i < step.a_end; ++i) key = mix_bits(key) + a_.keys[i];
    key = mix_bits(key + 1);
    for (std::uint32_t j = step.b; j < step.b_end; ++j) key = mix_bits(key) + b_.keys[j];
    return seen_.insert(key).second;
  }

  /// Equal words that are set otherwise: their marks, and what stands between them.
  void kept(const PathStep& step) {
    reading_.kept.push_back({a_[step.a].span.begin, a_[step.a_end - 1].span.end});
    for (std::uint32_t k = 0; k < step.a_end - step.a; ++k) {
      const std::uint32_t i = step.a + k, j = step.b + k;
      if (k > 0) border(i, j);
      const CleanSpan here = a_[i].span, there = b_[j].span;
      if (here.of(damaged_.text) != there.of(version_.text)) add_marks(here, there);
    }
  }

  /// Between words i - 1 and i.
  void border(std::uint32_t i, std::uint32_t j) {
    const CleanSpan here = around(a_, damaged_.tokens, i, i),
                    there = around(b_, version_.tokens, j, j);
    if (here.of(damaged_.text) != there.of(version_.text)) add_marks(here, there);
  }

  void add_marks(CleanSpan here, CleanSpan there) {
    VersionPlace place;
    place.what = VersionPlace::What::marks;
    place.span = here;
    place.in_version = there;
    const auto change =
        std::lower_bound(damaged_.changes.begin(), damaged_.changes.end(), here.begin,
                         [](const Change& c, std::uint32_t begin) { return c.clean.end < begin; });
    place.guessed = change != damaged_.changes.end() && change->clean.begin <= here.end;
    reading_.places.push_back(place);
  }

  const DamagedText& damaged_;
  const Companion& version_;
  const ComparedWords a_, b_;
  const Phrases phrases_;
  std::vector<PathStep> steps_;
  std::set<std::uint64_t> seen_;
  VersionReading reading_;
};

}  // namespace

VersionReading read_version(const DamagedText& damaged) {
  if (damaged.version == nullptr) return {};
  return Reader(damaged, *damaged.version).read();
}

}  // namespace palimpsest
