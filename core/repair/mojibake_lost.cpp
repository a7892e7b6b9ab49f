// Tested by the cases of the mojibake row.
#include "repair/mojibake_lost.h"

#include <algorithm>

#include "text/utf8.h"

namespace palimpsest {
namespace {

bool is_letter(const Look& look) {
  return look.sort == Sort::letter || look.sort == Sort::combining;
}

bool is_hebrew_final(char32_t code) {
  return code == U'ם' || code == U'ן' || code == U'ץ' || code == U'ף' || code == U'ך';
}

/// Vowel points and the like, which articles do not write.
bool is_seldom_written(char32_t code) {
  return (code >= 0x591 && code < 0x5D0) || (code >= 0x64B && code < 0x660) || code == 0xE4D;
}

/// Czech and Slovak have ď before k, m, s, t, before a, o, u and at a word's end; before e and i
/// they write ě and a plain d.
bool is_no_place_for_soft_d(char32_t behind) {
  return std::string_view("eiylnrv").find(static_cast<char>(behind)) != std::string_view::npos &&
         behind < 0x80;
}

bool fits(char32_t code, const LostPlace& place) {
  const Look look = look_at(code);
  if (look.rarity > 0 || !is_letter(look) || is_seldom_written(code)) return false;
  const bool in_word = is_letter(place.before) || is_letter(place.behind);
  if (look.sort == Sort::combining && !is_letter(place.before)) return false;
  if (in_word && look.family != 0 && place.before.family != 0 && is_letter(place.before) &&
      look.family != place.before.family)
    return false;
  if (look.upper && place.before.lower) return false;
  if (look.family == latin_family && (look.alphabets & place.alphabets) == 0) return false;
  if (code == U'ď' && is_no_place_for_soft_d(place.behind_code)) return false;
  return !(place.goes_on && is_hebrew_final(code));
}

}  // namespace

char32_t restore_lost(std::string_view bytes, std::size_t hole, CodePage page,
                      const LostPlace& place) {
  // E2 80 9D is the closing quotation mark, E2 80 90 the hyphen; the other three are not written.
  if (bytes == "\xE2\x80") return is_letter(place.before) && is_letter(place.behind) ? U'‐' : U'”';
  char32_t result = 0;
  for (std::size_t at = hole == any_byte ? 1 : hole; at <= (hole == any_byte ? bytes.size() : hole);
       ++at)
    for (int lost = 0x80; lost < 0xA0; ++lost) {
      if (is_defined(page, static_cast<std::uint8_t>(lost))) continue;
      char whole[5];
      std::copy_n(bytes.begin(), at, whole);
      whole[at] = static_cast<char>(lost);
      std::copy(bytes.begin() + static_cast<std::ptrdiff_t>(at), bytes.end(), whole + at + 1);
      const CodePoint read = read_utf8({whole, bytes.size() + 1}, 0);
      if (!read.valid || read.code == result || !fits(read.code, place)) continue;
      if (result != 0) return replacement_character;
      result = read.code;
    }
  return result == 0 ? replacement_character : result;
}

}  // namespace palimpsest
