// Tested by tests/core/infill_test.cpp.
#include "restore/infill_words.h"

#include <algorithm>

#include "text/unicode.h"

namespace palimpsest {
namespace {

InfillVocabulary::Shape shape_of(std::string_view form, WordShape shape, const Lexicon& lexicon) {
  using Shape = InfillVocabulary::Shape;
  const std::string lower = lower_case(form);
  if (shape == WordShape::capitalised || shape == WordShape::mixed || shape == WordShape::upper) {
    const NameFacts f = lexicon.word(lower);
    if (f.demonym) return Shape::demonym;
    if (f.country || f.city || f.region) return Shape::place;
    if (f.given || f.surname) return Shape::person;
    return shape == WordShape::upper ? Shape::capitals : Shape::name;
  }
  constexpr std::pair<std::string_view, Shape> ends[] = {{"ing", Shape::ing},
                                                         {"ed", Shape::ed},
                                                         {"ly", Shape::ly},
                                                         {"s", Shape::s},
                                                         {"tion", Shape::noun_ending},
                                                         {"sion", Shape::noun_ending},
                                                         {"ment", Shape::noun_ending},
                                                         {"ness", Shape::noun_ending},
                                                         {"ity", Shape::noun_ending},
                                                         {"ance", Shape::noun_ending},
                                                         {"ence", Shape::noun_ending},
                                                         {"ship", Shape::noun_ending},
                                                         {"al", Shape::adjective},
                                                         {"ive", Shape::adjective},
                                                         {"ous", Shape::adjective},
                                                         {"ful", Shape::adjective},
                                                         {"ic", Shape::adjective},
                                                         {"able", Shape::adjective},
                                                         {"ible", Shape::adjective},
                                                         {"less", Shape::adjective},
                                                         {"ary", Shape::adjective},
                                                         {"er", Shape::agent},
                                                         {"or", Shape::agent},
                                                         {"ist", Shape::agent}};
  for (const auto& [end, is] : ends)
    if (lower.ends_with(end)) return is;
  return Shape::plain;
}

}  // namespace

InfillVocabulary::InfillVocabulary(std::vector<std::string> words, std::uint16_t guessed)
    : words_(std::move(words)), guessed_(guessed) {
  ids_.reserve(words_.size() * 2);
  for (std::size_t i = 0; i < words_.size(); ++i)
    ids_.emplace(words_[i], static_cast<std::uint16_t>(special_count + i));
}

std::uint16_t InfillVocabulary::find(std::string_view form) const {
  const auto at = ids_.find(form);
  return at == ids_.end() ? std::uint16_t{0} : at->second;
}

std::string_view InfillVocabulary::text(std::uint16_t word) const {
  if (word < special_count || word >= first_class()) return {};
  return words_[word - special_count];
}

std::uint16_t InfillVocabulary::unknown(std::string_view form, WordShape shape,
                                        const Lexicon& lexicon) const {
  const std::uint16_t known = lexicon.word_class(lower_case(form));
  if (known > 0 && known < word_classes) return static_cast<std::uint16_t>(first_class() + known);
  return static_cast<std::uint16_t>(first_class() + word_classes + shape_of(form, shape, lexicon));
}

std::uint16_t InfillVocabulary::id(const InfillUnit& unit, const Lexicon& lexicon) const {
  switch (unit.kind) {
    case InfillUnit::paragraph:
      return paragraph;
    case InfillUnit::year:
      return year;
    case InfillUnit::ordinal:
      return ordinal;
    case InfillUnit::initial:
      return initial;
    case InfillUnit::number: {
      if (unit.form.find_first_of(".:") != unit.form.npos) return decimal;
      const std::size_t n = unit.form.size();
      return n == 1 ? number1 : n == 2 ? number2 : n == 3 ? number3 : number_long;
    }
    case InfillUnit::mark: {
      const std::uint16_t known = find(unit.form);
      return known ? known : std::uint16_t{other_mark};
    }
    case InfillUnit::word:
      break;
  }
  const std::uint16_t written = find(unit.form);
  if (unit.shape == WordShape::lower || unit.shape == WordShape::none)
    return written ? written : unknown(unit.form, unit.shape, lexicon);
  const std::string lower = lower_case(unit.form);
  if (unit.opens) {
    const std::uint16_t small = find(lower);
    if (small && (!written || small < written)) return small;
  }
  if (written) return written;
  if (unit.shape == WordShape::upper && unit.form.size() > 1) {
    const std::uint16_t small = find(lower);
    std::string title = unit.form.substr(0, 1) + lower.substr(1);
    const std::uint16_t big = find(title);
    if (small || big) return small && (!big || small < big) ? small : big;
  }
  const NameFacts f = lexicon.word(lower);
  if (!f.given && !f.surname)
    if (const std::uint16_t small = find(lower)) return small;
  return unknown(unit.form, unit.shape, lexicon);
}

std::vector<InfillWord> InfillVocabulary::read(std::string_view text, const Tokens& tokens,
                                               const Lexicon& lexicon) const {
  std::vector<InfillWord> words;
  bool quoted = false;
  for (const InfillUnit& u : infill_units(text, tokens)) {
    if (u.kind == InfillUnit::paragraph) quoted = false;
    if (u.kind == InfillUnit::mark && u.form == "\"") quoted = !quoted;
    words.push_back({u.begin, u.end, id(u, lexicon), u.opens, quoted});
  }
  return words;
}

void InfillVocabulary::set_outputs(const Lexicon& lexicon) {
  outputs_.assign(id_count(), guessed_ + plain);
  for (std::uint16_t i = 0; i < first_class(); ++i) {
    const std::string_view w = text(i);
    const bool capital = !w.empty() && w[0] >= 'A' && w[0] <= 'Z';
    outputs_[i] =
        i < guessed_
            ? i
            : static_cast<std::uint16_t>(
                  guessed_ +
                  shape_of(w, capital ? WordShape::capitalised : WordShape::lower, lexicon));
  }
  for (std::uint16_t i = 0; i < shapes_end; ++i)
    outputs_[first_class() + word_classes + i] = static_cast<std::uint16_t>(guessed_ + i);
}

std::uint16_t InfillVocabulary::output(const InfillUnit& unit, const Lexicon& lexicon) const {
  const std::uint16_t word = id(unit, lexicon);
  if (word < first_class() || word >= first_class() + word_classes) return outputs_[word];
  return static_cast<std::uint16_t>(guessed_ + shape_of(unit.form, unit.shape, lexicon));
}

}  // namespace palimpsest
