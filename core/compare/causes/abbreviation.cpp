// A short form and what it stands for: "Gov.", "Governor"; "U.S.", "US", "United States"; "NATO"
// and its words. Leaves short forms alone whose letters do not begin the words.
#include "compare/sides.h"

namespace palimpsest {
namespace {

std::string letters(std::string_view text) {
  std::string result;
  for (const char c : text)
    if (c != '.' && c != ' ') result.push_back(c);
  return result;
}

constexpr std::string_view short_titles[][2] = {
    {"gov", "governor"},       {"sen", "senator"},       {"rep", "representative"},
    {"gen", "general"},        {"col", "colonel"},       {"capt", "captain"},
    {"lt", "lieutenant"},      {"sgt", "sergeant"},      {"maj", "major"},
    {"adm", "admiral"},        {"prof", "professor"},    {"dr", "doctor"},
    {"rev", "reverend"},       {"st", "saint"},          {"st", "street"},
    {"ave", "avenue"},         {"dept", "department"},   {"govt", "government"},
    {"min", "minister"},       {"pm", "prime minister"}, {"sec", "secretary"},
    {"pres", "president"},     {"co", "company"},        {"corp", "corporation"},
    {"inc", "incorporated"},   {"jr", "junior"},         {"sr", "senior"},
    {"mr", "mister"},          {"vs", "versus"},         {"feds", "federal reserve"},
    {"fed", "federal reserve"}};

/// Whether the first, a word with or without stops, is short for the second.
SMALL_CODE bool stands_for(const Words& brief, const Words& full) {
  if (brief.size() > 3 || brief.text().size() > 12 || !full.unit(full.first).is(Unit::word) ||
      (brief.text().front() | 0x20) != (full.text().front() | 0x20))
    return false;
  const std::string abbreviated = letters(brief.text());
  if (abbreviated.size() < 2 || abbreviated.size() > 8) return false;
  if (abbreviated == letters(full.text())) return true;  // "U.S", "US"
  std::string lower = abbreviated, words;
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  words = full.text();
  for (char& c : words)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  for (const auto& pair : short_titles)
    if (lower == pair[0] && words == pair[1]) return true;
  std::string initials;
  for (std::uint32_t i = full.first; i < full.last; ++i)
    if (full.unit(i).is(Unit::capital)) initials.push_back(full.version.of(i)[0]);
  return full.size() >= 2 && initials == abbreviated;
}

}  // namespace

bool causes::abbreviation::matches(const Difference& d) {
  const Words x = old_side(d), y = new_side(d);
  return !x.empty() && !y.empty() && x.size() <= 8 && y.size() <= 8 &&
         (stands_for(x, y) || stands_for(y, x));
}

std::string causes::abbreviation::why(const Difference& d) {
  return quoted(old_side(d)) + " and " + quoted(new_side(d)) +
         " are the short and the long form of the same words";
}

}  // namespace palimpsest
