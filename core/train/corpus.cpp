#include "train/corpus.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "entity/label_chain.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace palimpsest::train {
namespace {

using Json = nlohmann::json;

GoldType type_of(std::string_view name) {
  if (name == "PERSON") return GoldType::person;
  if (name == "ORG") return GoldType::organisation;
  if (name == "LOC") return GoldType::place;
  if (name == "NORP") return GoldType::norp;
  if (name == "MISC" || name == "EVENT") return GoldType::misc;
  return GoldType::other;
}

/// The text in another case, and where each of its code points begins (one more for the end).
std::string recased(std::string_view text, Recase recase, std::vector<std::uint32_t>& starts) {
  std::string out;
  bool in_word = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    starts.push_back(static_cast<std::uint32_t>(out.size()));
    char32_t code = c.code;
    const bool letter = is_letter(code);
    const bool apostrophe = (code == '\'' || code == U'’') && in_word;
    if (recase == Recase::upper || (recase == Recase::title && letter && !in_word))
      code = to_upper(code);
    else if (recase == Recase::lower || (recase == Recase::title && letter))
      code = to_lower(code);
    in_word = letter || apostrophe;
    append_utf8(out, code);
    at += c.size;
  }
  starts.push_back(static_cast<std::uint32_t>(out.size()));
  return out;
}

CleanSpan bytes_of(const std::vector<std::uint32_t>& starts, std::size_t begin, std::size_t end) {
  const std::size_t last = starts.size() - 1;
  return {starts[std::min(begin, last)], starts[std::min(std::max(begin, end), last)]};
}

AnnotatedText read_document(const Json& json, Recase recase) {
  AnnotatedText d;
  d.id = json.value("id", "");
  std::vector<std::uint32_t> starts;
  d.text = recased(json.at("text").get<std::string>(), recase, starts);
  for (const Json& e : json.value("entities", Json::array()))
    d.gold.push_back(
        {.span = bytes_of(starts, e.at("start").get<std::size_t>(), e.at("end").get<std::size_t>()),
         .type = type_of(e.at("type").get<std::string>())});
  for (const Json& s : json.value("unsure", Json::array()))
    d.unsure.push_back(bytes_of(starts, s.at(0).get<std::size_t>(), s.at(1).get<std::size_t>()));
  return d;
}

constexpr std::uint32_t bit(std::size_t label) { return 1u << label; }
constexpr std::uint32_t every_label = (1u << label_count) - 1;
constexpr std::uint32_t of_kind(GoldType type) {
  std::uint32_t bits = 0;
  for (std::size_t p = 0; p < 4; ++p)
    bits |= bit(label_of(static_cast<std::size_t>(type), static_cast<Place>(p)));
  return bits;
}

constexpr std::string_view titles[] = {"mr",
                                       "mrs",
                                       "ms",
                                       "miss",
                                       "dr",
                                       "prof",
                                       "professor",
                                       "sir",
                                       "dame",
                                       "lord",
                                       "lady",
                                       "president",
                                       "vice",
                                       "vice-president",
                                       "prime",
                                       "minister",
                                       "foreign",
                                       "chancellor",
                                       "secretary",
                                       "senator",
                                       "sen",
                                       "representative",
                                       "rep",
                                       "congressman",
                                       "congresswoman",
                                       "governor",
                                       "gov",
                                       "mayor",
                                       "judge",
                                       "justice",
                                       "general",
                                       "gen",
                                       "colonel",
                                       "col",
                                       "captain",
                                       "capt",
                                       "major",
                                       "lieutenant",
                                       "lt",
                                       "sergeant",
                                       "sgt",
                                       "officer",
                                       "king",
                                       "queen",
                                       "prince",
                                       "princess",
                                       "pope",
                                       "father",
                                       "rev",
                                       "reverend",
                                       "st",
                                       "saint",
                                       "ambassador",
                                       "spokesman",
                                       "spokeswoman",
                                       "director",
                                       "chairman",
                                       "chief"};

/// Some corpora mark pronouns as names.
bool is_pronoun(std::string_view text) {
  constexpr std::string_view pronouns[] = {"i",   "we",  "us",   "our",   "he",
                                           "she", "it",  "they", "you",   "his",
                                           "her", "him", "them", "their", "its"};
  return text.size() <= 5 && std::ranges::find(pronouns, lower_case(text)) != std::end(pronouns);
}

bool is_edge(char32_t c) {
  constexpr std::u32string_view marks = U"\"'‘’“”`.,;:!?()[]{}<>*_–—-";
  return is_blank(c) || char_class(c) == CharClass::line_break || marks.find(c) != marks.npos;
}

/// Length of the first word and the blanks behind it if the word is one of `words`; 0 otherwise,
/// and 0 where nothing is left behind it.
std::size_t leading(std::string_view text, std::span<const std::string_view> words) {
  std::size_t end = text.find_first_of(" \t\n");
  if (end == text.npos) return 0;
  std::string word = lower_case(text.substr(0, end));
  if (word.ends_with('.')) word.pop_back();
  if (std::ranges::find(words, word) == words.end()) return 0;
  end = text.find_first_not_of(" \t\n", end);
  return end == text.npos ? 0 : end;
}

}  // namespace

std::vector<AnnotatedText> read_corpus(const std::string& path, Recase recase) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error(path + ": cannot be opened");
  std::vector<AnnotatedText> documents;
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (line.empty()) continue;
    try {
      documents.push_back(read_document(Json::parse(line), recase));
    } catch (const Json::exception& e) {
      throw std::runtime_error(path + ":" + std::to_string(number) + ": " + e.what());
    }
  }
  return documents;
}

CleanSpan bare_span(std::string_view text, CleanSpan span, GoldType type) {
  constexpr std::string_view articles[] = {"the", "a", "an"};
  const CleanSpan whole = span;
  while (true) {
    const CleanSpan before = span;
    while (!span.empty() && is_edge(code_point_at(text, span.begin).code))
      span.begin += code_point_at(text, span.begin).size;
    while (!span.empty() && is_edge(code_point_before(text, span.end).code)) {
      const std::string_view s = span.of(text);
      if (s.size() >= 4 && s.ends_with('.') && s[s.size() - 3] == '.') break;  // U.S.
      span.end -= code_point_before(text, span.end).size;
    }
    for (const std::string_view s : {"'s", "’s", "'S", "’S"})
      if (span.size() > s.size() && span.of(text).ends_with(s))
        span.end -= static_cast<std::uint32_t>(s.size());
    std::size_t cut = leading(span.of(text), articles);
    if (cut == 0 && type == GoldType::person) cut = leading(span.of(text), titles);
    span.begin += static_cast<std::uint32_t>(cut);
    if (span == before) return span.empty() ? whole : span;
  }
}

std::vector<std::uint32_t> allowed_labels(const AnnotatedText& document, const NameText& read,
                                          const Scheme& scheme) {
  constexpr std::uint8_t demonym_fact = 8;
  const std::vector<NameUnit>& units = read.units.units;
  std::vector<std::uint32_t> allowed(units.size(), bit(0));
  std::vector<bool> begins_chain(units.size() + 1, false);
  begins_chain[units.size()] = true;
  for (const std::uint32_t c : read.units.chains) begins_chain[c] = true;
  for (std::size_t i = 0; i < units.size(); ++i) {
    const Word& w = read.word(i);
    if (!w.name_like || !w.letters) continue;
    const bool demonym = (w.facts & demonym_fact) != 0;
    // Not both: what is open between three labels drifts to the one that few other texts hold down.
    if (demonym && !scheme.marks_norp)
      allowed[i] |= of_kind(GoldType::norp);
    else if (!demonym && !scheme.marks_misc && read.first[i] == 0)
      allowed[i] |= of_kind(GoldType::misc);
  }
  const auto first_unit = [&](std::uint32_t at) {
    return static_cast<std::size_t>(
        std::ranges::upper_bound(units, at, {}, [](const NameUnit& u) { return u.span.end; }) -
        units.begin());
  };
  std::vector<bool> taken(units.size(), false);
  for (const Gold& gold : document.gold) {
    if (gold.type == GoldType::other) continue;
    const CleanSpan span = bare_span(document.text, gold.span, gold.type);
    const std::size_t first = first_unit(span.begin);
    std::size_t last = first;
    while (last + 1 < units.size() && units[last + 1].span.begin < span.end) ++last;
    if (first >= units.size() || units[first].span.begin >= span.end || taken[first]) continue;
    GoldType type = gold.type;
    if (is_pronoun(span.of(document.text))) continue;
    if (type == GoldType::misc && !scheme.marks_misc && !read.word(first).name_like) continue;
    if (first == last && (read.word(first).facts & demonym_fact) != 0 &&
        (type == GoldType::place || type == GoldType::misc) && (read.word(first).facts & 4) == 0)
      type = GoldType::norp;  // nationalities are LOC in one scheme and MISC in another
    for (std::size_t i = first; i <= last; ++i) {
      taken[i] = true;
      const bool starts = i == first || begins_chain[i];
      const bool ends = i == last || begins_chain[i + 1];
      const Place place =
          starts ? (ends ? Place::unit : Place::begin) : (ends ? Place::last : Place::inside);
      allowed[i] = bit(label_of(static_cast<std::size_t>(type), place));
    }
  }
  for (const CleanSpan& span : document.unsure)
    for (std::size_t i = first_unit(span.begin); i < units.size() && units[i].span.begin < span.end;
         ++i)
      if (!taken[i]) allowed[i] = every_label;
  return allowed;
}

}  // namespace palimpsest::train
