// Tested by tests/core/report_test.cpp.
#include "compare/report_text.h"

#include <algorithm>

#include "compare/report_words.h"
#include "compare/words.h"
#include "model/hash.h"
#include "text/bytes.h"
#include "text/key_numbers.h"
#include "text/unicode.h"

namespace palimpsest {
namespace {

constexpr std::uint8_t rarity_of_name = 8, rarity_of_number = 9, rarity_of_date = 7,
                       rarity_of_pronoun = 1;

std::string lower_of(std::string_view word) {
  if (!is_ascii(word)) return lower_case(word);
  std::string lower(word);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  return lower;
}

std::uint64_t key_of_kind(std::string_view kind, std::string_view value) {
  return hash_text(kind) * 31 + hash_text(value);
}

constexpr std::string_view weekdays[] = {"monday", "tuesday",  "wednesday", "thursday",
                                         "friday", "saturday", "sunday"};

UnitSort sort_of(EntityKind kind) {
  switch (kind) {
    case EntityKind::money:
    case EntityKind::percent:
    case EntityKind::quantity:
    case EntityKind::number:
    case EntityKind::ordinal:
    case EntityKind::duration:
      return UnitSort::number;
    case EntityKind::date:
    case EntityKind::time:
      return UnitSort::date;
    default:
      return UnitSort::name;
  }
}

class Builder {
 public:
  Builder(ReportText& report, const std::vector<std::uint32_t>& keys)
      : r_(report), keys_(keys), tokens_(report.doc.tokens) {}

  void build() {
    std::size_t token = 0, mention = 0;
    for (const CleanSpan& span : r_.doc.sentences) {
      ReportSentence sentence{span, size(), 0};
      while (token < tokens_.size() && tokens_.begin_of(token) < span.begin) ++token;
      quoted_ = false;
      breaks_ = false;
      while (token < tokens_.size() && tokens_.begin_of(token) < span.end) {
        const std::uint32_t at = tokens_.begin_of(token);
        while (mention < r_.doc.mentions.size() && !is_unit(mention, at)) ++mention;
        if (mention < r_.doc.mentions.size() && r_.doc.mentions[mention].span.begin == at) {
          const CleanSpan covered = r_.doc.mentions[mention].span;
          add_mention(static_cast<std::uint32_t>(mention));
          while (token < tokens_.size() && tokens_.begin_of(token) < covered.end) ++token;
          continue;
        }
        read_token(token++);
      }
      sentence.last = size();
      r_.sentences.push_back(sentence);
    }
  }

 private:
  std::uint32_t size() const { return static_cast<std::uint32_t>(r_.units.size()); }

  /// Whether the mention is still to come at `at` and makes a unit of its own.
  bool is_unit(std::size_t i, std::uint32_t at) const {
    const Mention& m = r_.doc.mentions[i];
    if (m.span.begin < at || m.span.empty()) return false;
    if (m.kind == EntityKind::role) return false;
    return m.form == Form::name || m.form == Form::pronoun;
  }

  void push(ReportUnit unit) {
    if (quoted_) unit.flags |= ReportUnit::quoted;
    if (breaks_) unit.flags |= ReportUnit::breaks;
    breaks_ = false;
    r_.units.push_back(unit);
  }

  void add_mention(std::uint32_t index) {
    const Mention& m = r_.doc.mentions[index];
    ReportUnit unit;
    unit.span = m.span;
    unit.mention = index;
    unit.flags = ReportUnit::capital;
    unit.sort = sort_of(m.kind);
    if (m.form == Form::pronoun) {
      unit.sort = UnitSort::pronoun;
      unit.rarity = rarity_of_pronoun;
    }
    const std::string lower = lower_of(m.span.of(r_.text));
    if (unit.sort == UnitSort::name || unit.sort == UnitSort::pronoun) {
      unit.key = m.entity == no_index ? key_of_kind("name", lower)
                                      : mix_bits(std::uint64_t{keys_[m.entity]} + 0x51ED2701u);
      if (unit.sort == UnitSort::name) unit.rarity = rarity_of_name;
    } else if (unit.sort == UnitSort::date) {
      unit.rarity = rarity_of_date;
      unit.key = key_of_kind("date", m.value.empty() ? std::string_view(lower) : m.value);
      for (const std::string_view day : weekdays)
        if (lower.find(day) != std::string::npos) unit.key = key_of_kind("date", day);
    } else {
      unit.rarity = rarity_of_number;
      const bool counts = m.kind == EntityKind::number || m.kind == EntityKind::quantity;
      unit.key = key_of_kind(counts ? "number" : name_of(m.kind),
                             m.value.empty() ? std::string_view(lower) : m.value);
      if (lower == "one" || lower == "first") unit.rarity = 3;
    }
    push(unit);
  }

  void read_token(std::size_t i) {
    const Token& token = tokens_[i];
    if (token.kind() == TokenKind::mark) {
      if (token.is(U'“') || token.is('"')) quoted_ = token.is('"') ? !quoted_ : true;
      if (token.is(U'”')) quoted_ = false;
      if (!token.is('-') && !token.is(U'’') && !token.is('\'') && !token.is('.')) breaks_ = true;
      return;
    }
    if (!token.is_word() && !token.is_number()) return;
    const std::string_view word = tokens_.of(r_.text, i);
    const bool behind_apostrophe =
        i >= 2 && (tokens_[i - 1].is(U'’') || tokens_[i - 1].is('\'')) && tokens_[i - 2].is_word();
    ReportUnit unit;
    unit.span = tokens_.span(i);
    std::string lower = lower_of(word);
    if (behind_apostrophe) {
      if (lower == "s" || lower == "d" || lower == "m") return;
      if (lower == "t") {
        // "doesn’t", "won’t", "can’t": the word before is an auxiliary with an n at its end.
        if (!r_.units.empty() && r_.units.back().span.end == tokens_.begin_of(i - 1)) {
          ReportUnit& before = r_.units.back();
          before.flags |= ReportUnit::function | ReportUnit::negation;
          before.span.end = unit.span.end;
          before.key = hash_text("not");
          before.rarity = 3;
        }
        return;
      }
      if (lower == "ll") lower = "will";
    }
    if (token.is_number()) {
      unit.sort = UnitSort::number;
      unit.key = key_of_kind("number", lower);
      unit.rarity = rarity_of_number;
      push(unit);
      return;
    }
    const std::uint64_t word_key = key_of(lower);
    const std::uint32_t classes = classes_of(word_key);
    if (is_function_word(word_key) || has(classes, UnitClass::filler))
      unit.flags |= ReportUnit::function;
    if (has(classes, UnitClass::negation)) unit.flags |= ReportUnit::negation;
    if (token.shape() != WordShape::lower) unit.flags |= ReportUnit::capital;
    const std::string stem = stem_of(lower);
    unit.key = hash_text(stem);
    unit.rarity = static_cast<std::uint8_t>(rarity_of(stem));
    unit.synonyms = synonym_class(stem);
    unit.opposites = static_cast<std::int16_t>(opposite_class(stem));
    if (lower == "will" || lower == "shall" || lower == "wo") unit.certainty = Certainty::future;
    if (has(classes, UnitClass::modal) && (lower == "may" || lower == "might" || lower == "could"))
      unit.certainty = Certainty::possible;
    if (has(classes, UnitClass::certainty))
      unit.certainty = lower.starts_with("alleg") || lower.starts_with("report") ||
                               lower.starts_with("suppos") || lower.starts_with("purport") ||
                               lower == "suspected"
                           ? Certainty::alleged
                       : lower.starts_with("certain") || lower.starts_with("defin") ||
                               lower.starts_with("clear") || lower.starts_with("sure") ||
                               lower.starts_with("undoubt") || lower == "expected"
                           ? Certainty::stated
                           : Certainty::possible;
    if (stem == "alleg") unit.certainty = Certainty::alleged;
    push(unit);
  }

  ReportText& r_;
  const std::vector<std::uint32_t>& keys_;
  const Tokens& tokens_;
  bool quoted_ = false, breaks_ = false;
};

}  // namespace

ReportText read_report(const Document& doc, const std::vector<std::uint32_t>& keys) {
  ReportText report{doc, doc.cleaned.text, {}, {}};
  report.units.reserve(doc.tokens.size() / 2 + 1);
  Builder(report, keys).build();
  return report;
}

std::uint32_t number_units(ReportText& a, ReportText& b) {
  KeyNumbers numbers((a.units.size() + b.units.size()) / 3);
  for (ReportText* r : {&a, &b})
    for (ReportUnit& unit : r->units) unit.number = numbers.add(unit.key);
  return numbers.size();
}

}  // namespace palimpsest
