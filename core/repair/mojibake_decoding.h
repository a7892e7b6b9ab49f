// One stretch of text read again: its characters taken for the bytes that a code page shows as
// them, these bytes read as UTF-8, round after round; and how much speaks for it.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "repair/mojibake_look.h"
#include "repair/mojibake_pages.h"

namespace palimpsest {

/// Where a character of a reading comes from.
enum class PieceKind : std::uint8_t {
  kept,   // stood there
  whole,  // out of a whole UTF-8 sequence
  blank,  // the same, with a blank for its byte A0
  lost    // a byte of the sequence is gone: `code` is U+FFFD, or all that it can have been
};

struct Piece {
  char32_t code = 0;
  std::uint32_t begin = 0, end = 0;  // what stands for it in the text, bytes
  PieceKind kind = PieceKind::kept;
  std::uint8_t rounds = 0;  // how often it was decoded
  Look look;
};

struct Decoding {
  std::vector<Piece> pieces;
  CodePage page = CodePage::windows_1252;  // of the first round
  PageSet pages = 0;                       // all that give this text
  int rounds = 0;                          // 0: nothing was decoded
  int score = 0;               // what speaks for it less what speaks against it, in half points
  int strays = 0;              // letters outside ASCII that were kept
  bool doubtful = false;       // another page, or another round, came close
  int wholes = 0;              // characters that came out of whole sequences
  bool lossy = false;          // has pieces that are not whole
  std::uint64_t families = 0;  // of the letters that came out, Latin ones apart
};

constexpr std::uint64_t family_bit(std::uint8_t family) { return std::uint64_t{1} << family % 64; }

/// What else happened to the bytes.
struct Losses {
  bool bytes = false;  // those that the page leaves undefined were dropped
  bool blanks = true;  // no-break spaces became blanks
  // What helps to tell a character from what is left of it:
  bool quotes = true;                    // the text has quotations
  std::uint32_t alphabets = 0xFFFFFFFF;  // of the languages that its letters point to
};

/// What the rest of the text has shown.
struct Expected {
  PageSet pages = 0;  // pages that others were read in: lone first bytes count as damage too
  CodePage usual = CodePage::windows_1252;  // the one of these seen most
  int rounds = 1;                           // how often most were decoded
  Losses losses;
  int latin_9 = -2;  // half points for ISO-8859-15 rather than Windows-1252
};

/// Reads stretches; keeps its memory between them.
class MojibakeDecoder {
 public:
  /// The best decoding of text[begin, end). O(end - begin). The value lives until the next call.
  const Decoding& decode(std::string_view text, std::uint32_t begin, std::uint32_t end,
                         const Expected& expected);

 private:
  void take(std::string_view text, std::uint32_t begin, std::uint32_t end);
  void follow(CodePage page, const Expected& expected, Decoding& best);
  /// One round in the best of `pages`; false if none has a sequence in it.
  bool decode_once(const std::vector<Piece>& in, int rounds, PageSet pages,
                   const Expected& expected);

  std::vector<Piece> source_, current_;
  Decoding best_, rival_;
  struct Round {
    std::vector<Piece> pieces;
    CodePage page{};
    int evidence = 0, against = 0, rank = 0, strays = 0;
  } round_, trial_;
};

}  // namespace palimpsest
