// Tested by tests/core/restore_cases_test.cpp.
#include "restore/version_places.h"

#include <algorithm>
#include <string>

#include "cluster/words.h"
#include "entity/pronoun.h"
#include "text/unicode.h"

namespace palimpsest {
namespace {

/// Whether a place is damage; `text` is what the version has there.
bool is_taken(const VersionReading& reading, const VersionPlace& place, std::string_view text) {
  switch (place.what) {
    case VersionPlace::What::words:
      return reading.is_damaged();
    case VersionPlace::What::gap:
      return true;
    case VersionPlace::What::marks:
      return place.guessed || reading.is_damaged() ||
             (reading.lines_lost && text.find('\n') != std::string_view::npos);
  }
  return false;
}

/// What stood there: somebody or something named or a pronoun, or mere words.
Lost lost_at(const DamagedText& damaged, const VersionPlace& place) {
  const Companion& version = *damaged.version;
  Lost lost{Lost::What::words, static_cast<std::uint16_t>(std::min(place.words, 0xFFFFu))};
  if (place.what != VersionPlace::What::words) return lost;
  bool mention = place.words > 0;
  for (std::size_t i = version.tokens.at(place.in_version.begin);
       i < version.tokens.size() && version.tokens.begin_of(i) < place.in_version.end; ++i) {
    const Token& t = version.tokens[i];
    if (t.is_blank()) continue;
    const std::string_view word = version.tokens.of(version.text, i);
    mention &= t.is_word() &&
               (pronoun(word) != nullptr || (t.shape() != WordShape::lower &&
                                             sentence_word(lower_case(word)) == WordClass::none));
  }
  if (mention) lost.what = Lost::What::mention;
  return lost;
}

std::string_view without_blanks(std::string_view text) {
  const auto is_blank = [](char c) { return c == ' ' || c == '\n' || c == '\t'; };
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

bool has_words(std::string_view text) {
  for (const Token& t : tokenize(text))
    if (t.is_word() || t.is_number()) return true;
  return false;
}

std::string why(std::string_view text, const VersionPlace& place) {
  const std::string_view bare = without_blanks(text);
  std::string what;
  if (has_words(bare))
    what = "“" + std::string(bare) + "”";
  else if (!bare.empty())
    what = "the mark " + std::string(bare);
  else if (text.find('\n') != std::string_view::npos)
    what = text.find('\n') == text.rfind('\n') ? "a line end" : "a paragraph break";
  else
    what = text.empty() ? "nothing" : "a mere blank";
  return "The version at hand has " + what +
         (place.what == VersionPlace::What::gap ? " where a word is missing." : " here.");
}

}  // namespace

std::vector<Restoration> restorations_of(const DamagedText& damaged, VersionPlace::What what) {
  std::vector<Restoration> found;
  if (damaged.version == nullptr) return found;
  const VersionReading& reading = damaged.version_reading();
  for (const VersionPlace& place : reading.places) {
    const std::string_view text = place.in_version.of(damaged.version->text);
    if (place.what != what || !is_taken(reading, place, text)) continue;
    Restoration& one = found.emplace_back();
    one.span = place.span;
    one.text = text;
    one.safety = Safety::safe;
    one.confidence = what == VersionPlace::What::marks ? 95 : 98;
    one.lost = lost_at(damaged, place);
    one.why = why(one.text, place);
  }
  return found;
}

}  // namespace palimpsest
