// Tested by the cases of the mojibake row.
#include "repair/mojibake_sequence.h"

#include <algorithm>

#include "repair/mojibake_greek.h"
#include "repair/mojibake_lost.h"
#include "text/utf8.h"

namespace palimpsest {
namespace {

/// How odd it is, in good text, that `b` stands right behind `a`, both outside ASCII; in half
/// points. The points are set by hand, so that a capital before a closing mark (É”, Ð™, Š²) gives
/// next to nothing and a letter before a currency sign (Ã£, â€) decides alone.
int oddness(const Look& a, const Look& b) {
  if (a.sort == Sort::control || b.sort == Sort::control) return 16;
  switch (a.sort) {
    case Sort::letter:
    case Sort::combining:
      switch (b.sort) {
        case Sort::letter:
        case Sort::combining: {
          if (a.family != b.family) return 10;
          int points = a.lower && b.upper ? 4 : 0;
          if (a.alphabets != 0 && b.alphabets != 0 && (a.alphabets & b.alphabets) == 0) points += 8;
          return points;
        }
        case Sort::closing:
          return 2;
        case Sort::dash:
          return 1;
        case Sort::blank:
          return 2;
        case Sort::opening:
          return 8;
        default:
          return 12;
      }
    case Sort::closing:
    case Sort::opening:
    case Sort::dash:
      switch (b.sort) {
        case Sort::letter:
        case Sort::dash:
          return 1;
        case Sort::closing:
        case Sort::opening:
          return 3;
        default:
          return 8;
      }
    case Sort::math:
      return 8;
    case Sort::sign:
      return b.sort == Sort::closing || b.sort == Sort::letter ? 6 : 8;
    case Sort::box:
      return b.sort == Sort::box ? 2 : 10;
    default:
      return b.sort == Sort::sign || b.sort == Sort::math ? 4 : 0;
  }
}

/// The same for a character before a sequence and its first one. A capital in a word says less
/// where no letter comes out: "кВ·ч" is good Russian.
int oddness_before(const Piece& before, const Piece& first, char32_t result) {
  const Look& a = before.look;
  const Look& b = first.look;
  if (a.sort == Sort::letter || a.sort == Sort::combining) {
    if (b.sort == Sort::letter) {
      if (a.family != b.family) return 10;
      return a.lower && b.upper ? (look_at(result).sort == Sort::letter ? 7 : 3) : 0;
    }
    if (b.sort == Sort::sign || b.sort == Sort::math || b.sort == Sort::box) return 8;
    if (b.sort == Sort::opening) return 6;
    return b.sort == Sort::control ? 8 : 0;
  }
  if (a.sort == Sort::digit && b.sort == Sort::letter) return 3;
  return 0;
}

/// The same for a sequence's last character and the one behind it.
int oddness_behind(const Piece& last, const Piece& behind) {
  const Look& a = last.look;
  const Look& b = behind.look;
  if (b.sort != Sort::letter) return 0;
  switch (a.sort) {
    case Sort::closing:
      return last.code == U'’' || last.code == U'·' ? 1 : b.lower ? 6 : 4;
    case Sort::letter:
      if (a.family != b.family) return 10;
      return a.lower && b.upper ? 3 : 0;
    case Sort::box:
      return 6;
    case Sort::sign:
    case Sort::math:
      return 2;
    default:
      return 0;
  }
}

bool is_vowel_with_accent(const Piece& piece) {
  constexpr std::u32string_view vowels =
      U"àáâãäåèéêëìíîïòóôõöøùúûüýÿœæÀÁÂÃÄÅÈÉÊËÌÍÎÏÒÓÔÕÖØÙÚÛÜÝŸŒÆ";
  return vowels.find(piece.code) != std::u32string_view::npos;
}

/// A UTF-8 sequence being looked for from one piece on.
struct Sequence {
  std::size_t size = 0;  // pieces; 0: none
  char32_t code = 0;
  PieceKind kind = PieceKind::whole;
  std::uint16_t greek = 0;  // the bytes that are there of a Greek letter whose last one was lost
};

std::size_t size_by_first(int byte) {
  return byte >= 0xC2 && byte <= 0xDF   ? 2
         : byte >= 0xE0 && byte <= 0xEF ? 3
         : byte >= 0xF0 && byte <= 0xF4 ? 4
                                        : 0;
}

bool can_lose_bytes(CodePage page) {
  return page != CodePage::mac_roman && page != CodePage::cp437;
}

bool is_usual_letter(char32_t code) {
  const Look look = look_at(code);
  return look.sort == Sort::letter && look.rarity <= 3;
}

bool is_first(const Piece& piece, CodePage page) {
  return piece.code >= 0x80 && size_by_first(misread_byte(page, piece.code)) > 0;
}

Sequence sequence_at(const std::vector<Piece>& in, std::size_t at, CodePage page, Losses losses,
                     std::uint8_t rounds, const Piece* before) {
  const int first = misread_byte(page, in[at].code);
  const std::size_t size = in[at].code < 0x80 ? 0 : size_by_first(first);
  if (size == 0 || in[at].rounds != rounds) return {};
  char bytes[4] = {static_cast<char>(first)};
  std::size_t have = 1, pieces = 1, hole = any_byte;
  int lost = 0;
  PieceKind kind = PieceKind::whole;
  while (pieces < size && at + pieces < in.size()) {
    const Piece& next = in[at + pieces];
    int byte = next.code < 0x80 ? -1 : misread_byte(page, next.code);
    if (can_lose_bytes(page)) {
      if (next.code == replacement_character && rounds == 0) {
        hole = pieces++;
        ++lost;
        continue;
      }
      if (next.code == ' ' && losses.blanks && rounds == 0 && !(first == 0xE2 && pieces == 2)) {
        // "â€ he" was a closing mark that lost its last byte, not a dagger
        kind = PieceKind::blank;
        byte = 0xA0;
      }
    }
    if (byte < 0x80 || byte > 0xBF || (next.rounds != rounds && next.code != ' ')) break;
    bytes[have++] = static_cast<char>(byte);
    ++pieces;
  }
  if (have == size) {
    const CodePoint read = read_utf8({bytes, size}, 0);
    if (read.valid && read.size == size &&
        !(kind == PieceKind::blank && !is_usual_letter(read.code)))
      return {size, read.code, kind};
  }
  if (!can_lose_bytes(page)) return {};
  while (pieces > 1 && in[at + pieces - 1].code == ' ') {
    --pieces, --have;
    kind = PieceKind::whole;
  }
  LostPlace place;
  if (before != nullptr) place.before = before->look;
  if (at + pieces < in.size()) {
    place.behind = in[at + pieces].look;
    place.behind_code = in[at + pieces].code;
    place.goes_on = is_first(in[at + pieces], page);
  }
  place.quotes = losses.quotes;
  place.alphabets = losses.alphabets;
  if (pieces == size && lost > 0) {
    if (lost > 1) return {size, replacement_character, PieceKind::lost};
    const std::string_view there(bytes, have);
    const bool last = hole + 1 == size && page == CodePage::windows_1252;
    const std::uint16_t greek = !last                 ? 0
                                : there == "\xCF"     ? 0xCF
                                : there == "\xE1\xBD" ? 0xE1BD
                                                      : 0;
    return {size, restore_lost(there, hole, page, place), PieceKind::lost, greek};
  }
  if (lost > 0 || have + 1 != size || kind != PieceKind::whole) return {};
  // A byte was dropped. Of a quotation mark that shows; of a letter only beside other sequences.
  const char32_t code = restore_lost({bytes, have}, any_byte, page, place);
  if (first == 0xE2 && have == 2 && bytes[1] == '\x80') return {have, code, PieceKind::lost};
  if (!losses.bytes || rounds > 0) return {};
  const bool after_sequence = before != nullptr && before->kind != PieceKind::kept;
  const bool after_lower = before != nullptr && before->look.lower && in[at].look.upper;
  const bool guessed = code != replacement_character;
  if (!after_sequence && !place.goes_on && !(after_lower && (place.behind.lower || guessed)) &&
      !(guessed && in[at].look.upper && place.behind.lower))
    return {};
  return {have, code, PieceKind::lost};
}

int evidence_of(const std::vector<Piece>& in, std::size_t at, const Sequence& found) {
  const std::size_t last = at + found.size - 1;
  int points = 0;
  if (found.kind != PieceKind::lost || found.size > 1)
    for (std::size_t i = at; i < last; ++i) {
      if (in[i + 1].code == ' ') continue;
      int odd = oddness(in[i].look, in[i + 1].look);
      // Â and Ã hardly ever end a word in good text.
      if (i == at && in[i + 1].look.sort == Sort::closing)
        odd += in[i].code == U'Â' ? 4 : in[i].code == U'Ã' ? 1 : 0;
      if (i == at && in[i + 1].look.sort == Sort::blank &&
          (at == 0 || in[at - 1].look.sort != Sort::letter))
        odd += in[i].code == U'Â' || in[i].code == U'Ã' || in[i].code == U'Ă' ? 8 : 0;
      if (is_vowel_with_accent(in[i]) && is_vowel_with_accent(in[i + 1]) &&
          in[i].code != in[i + 1].code)
        odd += 6;
      points += odd;
    }
  // A sign behind a word in capitals may be a brand's or a lawyer's: "TEXTÉ©".
  if (at > 0 && in[at - 1].look.upper && in[at].look.upper &&
      in[at - 1].look.family == in[at].look.family && in[last].look.sort == Sort::sign &&
      (last + 1 == in.size() || in[last + 1].look.sort != Sort::letter))
    points -= 4;
  // "Â«" alone between blanks: Â is no word.
  if (at == 0 && in[0].code == U'Â' && (last + 1 == in.size() || in[last + 1].code == ' '))
    points += 2;
  points += found.size >= 4 ? 6 : found.size == 3 ? 2 : 0;
  constexpr std::u32string_view usual_marks = U"’‘“”–—…•€™„‚";
  if (found.size == 3 && usual_marks.find(found.code) != std::u32string_view::npos) points += 4;
  if (found.code == U'”' && found.kind == PieceKind::lost) points += 4;
  // ï»¿ and ï¿½: no text has these three, other than by this accident.
  if (found.code == 0xFEFF ||
      (found.code == replacement_character && found.kind == PieceKind::whole))
    points += 10;
  // A capital at a word's end, or Ã for a word, and a blank: that was à.
  const bool wide = last + 1 < in.size() && in[last + 1].code == ' ';
  if (found.kind == PieceKind::blank && found.size > 2 && wide) points += 4;
  if (found.kind == PieceKind::blank && found.size == 2) {
    const bool in_word = at > 0 && in[at - 1].look.sort == Sort::letter;
    points += in_word                      ? (in[at - 1].look.lower && in[at].look.upper ? 2 : 0)
              : wide && found.code == U'à' ? 8
                                           : 0;
  }
  if (last + 1 < in.size()) {
    points += oddness_behind(in[last], in[last + 1]);
    // capitals in the middle of a word
    if (at > 0 && in[at - 1].look.lower && in[at].look.upper && in[last + 1].look.lower)
      points += 2;
  }
  return points;
}

}  // namespace

DecodedRound decode_round(const std::vector<Piece>& in, std::uint8_t rounds, CodePage page,
                          Losses losses, std::vector<Piece>& out) {
  DecodedRound decoded;
  out.clear();
  std::vector<LostGreek> greek;
  bool after_sequence = false;
  for (std::size_t at = 0; at < in.size();) {
    const Sequence found =
        sequence_at(in, at, page, losses, rounds, out.empty() ? nullptr : &out.back());
    if (found.size == 0) {
      out.push_back(in[at]);
      after_sequence = false;
      ++at;
      continue;
    }
    const Piece& first = in[at];
    decoded.evidence +=
        evidence_of(in, at, found) + (after_sequence ? 3
                                      : at > 0       ? oddness_before(in[at - 1], first, found.code)
                                                     : 0);
    ++decoded.sequences;
    if (found.greek != 0 && found.code == replacement_character)
      greek.push_back({out.size(), found.greek});
    out.push_back({found.code, first.begin, in[at + found.size - 1].end, found.kind,
                   static_cast<std::uint8_t>(rounds + 1), look_at(found.code)});
    after_sequence = true;
    at += found.size;
  }
  settle_greek(out, greek);
  return decoded;
}

}  // namespace palimpsest
