// A Greek word has one accent; in today's spelling one of a single syllable has none. So beside an
// accent the lost letter was ρ, and in a word that would have no accent, or no vowel, it was ύ. In
// polytonic spelling ὐ ends a diphthong that begins a word. Tested by the cases of the mojibake
// row.
#include "repair/mojibake_greek.h"

#include <string_view>

#include "text/utf8.h"

namespace palimpsest {
namespace {

bool is_greek(char32_t code) {
  return (code >= 0x386 && code < 0x400) || (code >= 0x1F00 && code < 0x2000);
}

bool is_accented(char32_t code) {
  constexpr std::u32string_view monotonic = U"άέήίόύώΐΰΆΈΉΊΌΎΏ";
  if (code < 0x1F00) return monotonic.find(code) != std::u32string_view::npos;
  if (code >= 0x1F70 && code < 0x1F80) return true;
  // Rows of eight: two breathings, then each with its three accents.
  if (code < 0x1FB0) return (code & 7) >= 2;
  const char32_t place = code & 15;
  return place == 2 || place == 4 || place == 6 || place == 7;
}

bool is_vowel(char32_t code) {
  constexpr std::u32string_view vowels = U"αεηιουωϊϋάέήίόύώΐΰΑΕΗΙΟΥΩΆΈΉΊΌΎΏ";
  return code >= 0x1F00 || vowels.find(code) != std::u32string_view::npos;
}

/// What a word says of the letters that it lacks.
struct Word {
  int syllables = 0, accents = 0, lacking = 0;
};

char32_t settled(const std::vector<Piece>& pieces, std::size_t begin, const LostGreek& lost,
                 const Word& word) {
  if (lost.bytes == 0xE1BD) {
    constexpr std::u32string_view first = U"αεηοΑΕΗΟ";
    const bool diphthong =
        lost.piece == begin + 1 && first.find(pieces[begin].code) != std::u32string_view::npos;
    return diphthong ? U'ὐ' : replacement_character;
  }
  if (word.accents > 0) return U'ρ';
  if (word.lacking == 1 && word.syllables != 1) return U'ύ';
  return replacement_character;
}

}  // namespace

void settle_greek(std::vector<Piece>& pieces, const std::vector<LostGreek>& lost) {
  const auto is_lost = [&](std::size_t i) {
    return pieces[i].code == replacement_character && pieces[i].kind == PieceKind::lost;
  };
  for (std::size_t next = 0; next < lost.size();) {
    std::size_t begin = lost[next].piece, end = begin;
    while (begin > 0 && (is_greek(pieces[begin - 1].code) || is_lost(begin - 1))) --begin;
    Word word;
    bool after_vowel = false;
    for (end = begin; end < pieces.size() && (is_greek(pieces[end].code) || is_lost(end)); ++end) {
      const char32_t code = pieces[end].code;
      const bool vowel = !is_lost(end) && is_vowel(code);
      word.syllables += vowel && !after_vowel;
      word.accents += !is_lost(end) && is_accented(code);
      word.lacking += is_lost(end);
      after_vowel = vowel;
    }
    for (; next < lost.size() && lost[next].piece < end; ++next) {
      if (end - begin < 2) continue;  // nothing beside it
      Piece& piece = pieces[lost[next].piece];
      piece.code = settled(pieces, begin, lost[next], word);
      piece.look = look_at(piece.code);
    }
  }
}

}  // namespace palimpsest
