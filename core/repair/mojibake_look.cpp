// Tested by the cases of the mojibake row.
#include "repair/mojibake_look.h"

#include <array>
#include <string_view>

#include "text/unicode.h"

namespace palimpsest {
namespace {

// The letters outside ASCII of the languages that articles are written in, one string per language.
// Two letters that no language has both are not found side by side in good text.
constexpr std::u32string_view latin_alphabets[] = {
    U"àáâãçéêíóôõúü",           // Portuguese
    U"áéíñóúü",                 // Spanish, Galician
    U"àçèéíïòóúü",              // Catalan, Occitan
    U"àâæçéèêëîïôœùûüÿñ",       // French
    U"àèéìíîòóùú",              // Italian
    U"äöüßéà",                  // German
    U"áéíóúàèëïöü",             // Dutch
    U"âêîôûúëïé",               // Frisian, Afrikaans
    U"äëéüö",                   // Luxembourgish
    U"æøåéèêóòôäöü",            // Danish, Norwegian
    U"åäöéàüæø",                // Swedish
    U"äöåšžõü",                 // Finnish, Estonian
    U"áðéíóúýþæö",              // Icelandic
    U"áðíóúýæø",                // Faroese
    U"áčďéěíňóřšťúůýž",         // Czech
    U"áäčďéíĺľňóôŕšťúýž",       // Slovak
    U"ąćęłńóśźż",               // Polish
    U"áéíóöőúüű",               // Hungarian
    U"ăâîșțşţ",                 // Romanian
    U"čćđšž",                   // Slovenian, Croatian, Bosnian, Serbian
    U"ëçâ",                     // Albanian
    U"ąčęėįšųūž",               // Lithuanian
    U"āčēģīķļņšūžōŗ",           // Latvian
    U"âçğıîöşüûə",              // Turkish, Azerbaijani
    U"ċġħżàèìòùî",              // Maltese
    U"áéíóúàèìòùâêîôûŵŷẁẃẅïë",  // Irish, Gaelic, Welsh
    U"ĉĝĥĵŝŭ",                  // Esperanto
    U"áčđŋšŧžâåäöæø",           // Sami
    U"āēīōūâêîôûʻ",             // Maori, Hawaiian, romanised Japanese and Arabic
    U"àáâãèéêìíòóôõùúýăđĩũơư",  // Vietnamese
};
constexpr std::u32string_view cyrillic_alphabets[] = {
    U"абвгдежзийклмнопрстуфхцчшщъыьэюяё",  // Russian
    U"абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",  // Ukrainian
    U"абвгґдеёжзійклмнопрстуўфхцчшыьэюя",  // Belarusian
    U"абвгдежзийклмнопрстуфхцчшщъьюяѝ",    // Bulgarian
    U"абвгдђежзијклљмнњопрстћуфхцчџшѐѝ",   // Serbian
    U"абвгдѓежзѕијклљмнњопрстќуфхцчџшѐѝ",  // Macedonian
};

constexpr std::uint32_t all_alphabets = 0xFFFFFFFF;
constexpr std::size_t alphabet_range = 0x0520;

constexpr auto alphabet_table = [] {
  std::array<std::uint32_t, alphabet_range> table{};
  const auto add = [&table](const auto& languages) {
    std::uint32_t bit = 1;
    for (const std::u32string_view letters : languages) {
      for (const char32_t c : letters)
        if (c < alphabet_range) table[c] |= bit;
      bit <<= 1;
    }
  };
  add(latin_alphabets);
  add(cyrillic_alphabets);
  return table;
}();

std::uint32_t alphabets_of(char32_t lower) {
  return lower < alphabet_range ? alphabet_table[lower] : 0;
}

/// Scripts that do not meet inside a word. Chinese, Japanese and Korean do meet; an Indian or
/// South-East Asian script takes one block of 128.
std::uint8_t family_of(char32_t code) {
  if (code < 0x370 || (code >= 0x1E00 && code < 0x1F00) || (code >= 0xFB00 && code < 0xFB10))
    return latin_family;
  if (code < 0x400 || (code >= 0x1F00 && code < 0x2000)) return 2;
  if (code < 0x530) return cyrillic_family;
  if (code < 0x590) return 5;  // Armenian
  if (code < 0x600 || (code >= 0xFB1D && code < 0xFB50)) return 6;
  if (code < 0x780 || (code >= 0xFB50 && code < 0xFF00)) return 7;  // Arabic
  if (code >= 0x2E80 || (code >= 0x1100 && code < 0x1200)) return east_asian_family;
  return static_cast<std::uint8_t>(16 + (code >> 7 & 127));
}

std::int8_t rarity_of_letter(char32_t code, std::uint8_t family, std::uint32_t alphabets) {
  constexpr std::int8_t usual = 0, seldom = 3, rare = 8, never = 14;
  if (family == latin_family) {
    if (alphabets != 0 || code < 0x80 || (code >= 0x1EA0 && code < 0x1EFA)) return usual;
    if (code == U'ʼ' || code == U'ʻ') return usual;
    // African and Asian letters; the rest of the block is phonetic.
    for (const char32_t c :
         {U'ə', U'Ə', U'ɛ', U'ɔ', U'ŋ', U'ɓ', U'ɗ', U'ƙ', U'ǎ', U'ǐ', U'ǒ', U'ǔ'})
      if (code == c) return seldom;
    return rare;
  }
  if (family == 2) return code < 0x3CF ? usual : code >= 0x1F00 ? seldom : rare;
  if (family == cyrillic_family)
    return alphabets != 0 ? usual : code >= 0x48A || code < 0x460 ? seldom : rare;
  if (family == 5) return seldom;
  if (family == 6) return code >= 0x5D0 && code < 0x5EB ? usual : seldom;
  if (family == 7) return code < 0x660 ? usual : code < 0x700 || code >= 0x750 ? seldom : never;
  if (family == east_asian_family) {
    if ((code >= 0x3040 && code < 0x3100) || (code >= 0x4E00 && code < 0xA000) ||
        (code >= 0xAC00 && code < 0xD7A4))
      return usual;
    return code >= 0x3400 && code < 0x4E00 ? rare : seldom;  // CJK extension A
  }
  if (code >= 0x900 && code < 0x10A0) return usual;  // India to Burma
  if ((code >= 0x10A0 && code < 0x1380) || (code >= 0x1780 && code < 0x1800)) return seldom;
  return never;
}

struct MarkRow {
  char32_t first, last;
  Sort sort;
  std::int8_t rarity;
};
// In order; what is not listed is a sign of rarity 6.
constexpr MarkRow marks[] = {
    {0xA0, 0xA0, Sort::blank, 0},       {0xA1, 0xA1, Sort::opening, 0},
    {0xA2, 0xA3, Sort::sign, 0},        {0xA4, 0xA4, Sort::sign, 4},
    {0xA5, 0xA5, Sort::sign, 0},        {0xA6, 0xA6, Sort::sign, 4},
    {0xA7, 0xA7, Sort::sign, 0},        {0xA8, 0xA8, Sort::sign, 4},
    {0xA9, 0xA9, Sort::sign, 0},        {0xAA, 0xAB, Sort::closing, 0},
    {0xAC, 0xAC, Sort::math, 2},        {0xAD, 0xAD, Sort::closing, 0},
    {0xAE, 0xAE, Sort::closing, 0},     {0xAF, 0xAF, Sort::sign, 4},
    {0xB0, 0xB0, Sort::closing, 0},     {0xB1, 0xB1, Sort::sign, 0},
    {0xB2, 0xB3, Sort::closing, 0},     {0xB4, 0xB4, Sort::sign, 0},
    {0xB5, 0xB6, Sort::sign, 1},        {0xB7, 0xB7, Sort::closing, 0},
    {0xB8, 0xB8, Sort::sign, 6},        {0xB9, 0xBB, Sort::closing, 0},
    {0xBC, 0xBE, Sort::sign, 0},        {0xBF, 0xBF, Sort::opening, 0},
    {0xD7, 0xD7, Sort::sign, 0},        {0xF7, 0xF7, Sort::sign, 1},
    {0x192, 0x192, Sort::math, 4},      {0x2000, 0x2008, Sort::blank, 3},
    {0x2009, 0x200A, Sort::blank, 0},   {0x200B, 0x200F, Sort::closing, 1},
    {0x2010, 0x2015, Sort::dash, 0},    {0x2018, 0x2019, Sort::closing, 0},
    {0x201A, 0x201A, Sort::opening, 0}, {0x201C, 0x201D, Sort::closing, 0},
    {0x201E, 0x201E, Sort::opening, 0}, {0x2020, 0x2022, Sort::closing, 0},
    {0x2026, 0x2026, Sort::closing, 0}, {0x2028, 0x202E, Sort::blank, 2},
    {0x202F, 0x202F, Sort::blank, 0},   {0x2030, 0x2030, Sort::sign, 0},
    {0x2032, 0x2033, Sort::closing, 0}, {0x2039, 0x203A, Sort::closing, 0},
    {0x203B, 0x205E, Sort::sign, 3},    {0x2060, 0x2060, Sort::closing, 1},
    {0x2070, 0x209F, Sort::closing, 2}, {0x20AC, 0x20AC, Sort::sign, 0},
    {0x20A0, 0x20CF, Sort::sign, 1},    {0x2116, 0x2116, Sort::sign, 0},
    {0x2122, 0x2122, Sort::closing, 0}, {0x2100, 0x21FF, Sort::sign, 2},
    {0x2200, 0x22FF, Sort::math, 2},    {0x2460, 0x24FF, Sort::sign, 3},
    {0x2500, 0x2593, Sort::box, 8},     {0x25CA, 0x25CA, Sort::math, 2},
    {0x25A0, 0x25FF, Sort::sign, 2},    {0x2600, 0x27BF, Sort::sign, 2},
    {0x2B50, 0x2B55, Sort::sign, 2},    {0x3000, 0x3003, Sort::closing, 0},
    {0x3008, 0x3011, Sort::closing, 0}, {0x301C, 0x301C, Sort::closing, 0},
    {0x30FB, 0x30FB, Sort::closing, 0}, {0xFE00, 0xFE0F, Sort::closing, 0},
    {0xFEFF, 0xFEFF, Sort::blank, 0},   {0xFF01, 0xFF65, Sort::closing, 0},
    {0xFFFD, 0xFFFD, Sort::sign, 0},    {0x1F000, 0x1FAFF, Sort::sign, 0},
};

Look look_at_mark(char32_t code) {
  for (const MarkRow& row : marks)
    if (code >= row.first && code <= row.last) return {.sort = row.sort, .rarity = row.rarity};
  return {.sort = Sort::sign, .rarity = 6};
}

/// Letters and combining marks by Unicode that are signs in articles: ª º, ƒ, spacing accents (but
/// not the letter apostrophes ʻ ʼ), variation selectors.
bool is_mark_by_use(char32_t code) {
  return code == 0xAA || code == 0xBA || code == 0x192 ||
         (code >= 0x2B0 && code < 0x300 && code != U'ʻ' && code != U'ʼ') ||
         (code >= 0xFE00 && code < 0xFE10);
}

Look judge_look(char32_t code) {
  if (code < 0x80) {
    if (code >= 'a' && code <= 'z')
      return {
          .sort = Sort::letter, .lower = true, .family = latin_family, .alphabets = all_alphabets};
    if (code >= 'A' && code <= 'Z')
      return {
          .sort = Sort::letter, .upper = true, .family = latin_family, .alphabets = all_alphabets};
    if (code >= '0' && code <= '9') return {.sort = Sort::digit};
    return {.sort = code <= ' ' ? Sort::blank : Sort::ascii_mark};
  }
  if (code < 0xA0) return {.sort = Sort::control, .rarity = 20};
  Look look;
  switch (char_class(code)) {
    case CharClass::upper:
    case CharClass::lower:
    case CharClass::letter:
    case CharClass::combining: {
      if (is_mark_by_use(code)) return look_at_mark(code);
      const CharClass c = char_class(code);
      look.sort = c == CharClass::combining ? Sort::combining : Sort::letter;
      if (code >= 0x300 && code < 0x370) {  // goes with a letter of any script
        look.rarity = code < 0x30D || code == 0x323 || (code >= 0x326 && code < 0x329) ? 0 : 8;
        return look;
      }
      look.upper = c == CharClass::upper;
      look.lower = c == CharClass::lower;
      look.family = family_of(code);
      look.alphabets = alphabets_of(look.upper ? to_lower(code) : code);
      look.rarity = rarity_of_letter(code, look.family, look.alphabets);
      return look;
    }
    case CharClass::digit:
      look.sort = Sort::digit;
      look.rarity = family_of(code) == 7 || (code >= 0x900 && code < 0xE00) ? 3 : 14;
      return look;
    case CharClass::control:
    case CharClass::unassigned:
    case CharClass::other:
      return {.sort = Sort::control, .rarity = 20};
    default:
      return look_at_mark(code);
  }
}

/// The looks of the characters that are asked for most, 120 KB, built on first use.
struct LookTable {
  static constexpr std::size_t size = 0x2680;
  std::array<Look, size> looks;
  LookTable() {
    for (char32_t code = 0; code < size; ++code) looks[code] = judge_look(code);
  }
};

}  // namespace

Look look_at(char32_t code) {
  static const LookTable table;
  return code < LookTable::size ? table.looks[code] : judge_look(code);
}

}  // namespace palimpsest
