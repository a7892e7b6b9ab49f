// Tested by the cases of the mojibake row.
#include "repair/mojibake_decoding.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "repair/mojibake_sequence.h"
#include "text/utf8.h"

namespace palimpsest {
namespace {

constexpr int max_decodings = 4;  // damage of more rounds was not seen

/// What speaks against a reading: characters that no article has, scripts or cases mixed in a
/// word, and letters outside ASCII that the reading does not explain. In half points.
struct Misfit {
  int points = 0;
  int controls = 0;  // of C1 controls: the next round may turn them into letters
  int strays = 0;
};

bool is_letter(const Look& look) {
  return look.sort == Sort::letter || look.sort == Sort::combining;
}

int mixed_scripts(const Look& a, const Look& b) {
  if (!is_letter(a) || !is_letter(b) || a.family == b.family || a.family == 0 || b.family == 0)
    return 0;
  const bool east_asian = a.family == east_asian_family || b.family == east_asian_family;
  return east_asian ? 6 : 14;  // "PC使用" is good Chinese
}

int mixed_case(const std::vector<Piece>& pieces, std::size_t at) {
  const Look& here = pieces[at].look;
  const Look before = at > 0 ? pieces[at - 1].look : Look{};
  const Look behind = at + 1 < pieces.size() ? pieces[at + 1].look : Look{};
  if (here.upper) {
    if (before.lower) return 6;
    return before.upper && behind.lower ? 3 : 0;
  }
  if (!here.lower) return 0;
  const bool after_capitals = before.upper && at > 1 && pieces[at - 2].look.upper;
  return (after_capitals ? 6 : 0) +
         (behind.upper && pieces[at + 1].kind == PieceKind::kept ? 6 : 0);
}

void judge_decoded(const std::vector<Piece>& pieces, std::size_t at, Misfit& misfit) {
  const Look& here = pieces[at].look;
  const Look before = at > 0 ? pieces[at - 1].look : Look{};
  const Look behind = at + 1 < pieces.size() ? pieces[at + 1].look : Look{};
  if (here.sort == Sort::control) {
    misfit.controls += here.rarity;
    return;
  }
  misfit.points += here.rarity;
  if (here.sort == Sort::combining) {
    if (!is_letter(before)) misfit.points += 8;
    misfit.points += mixed_scripts(before, here);
    return;
  }
  if (here.sort != Sort::letter) return;
  misfit.points += mixed_scripts(before, here) + mixed_case(pieces, at);
  if (at + 1 < pieces.size() && pieces[at + 1].kind == PieceKind::kept)
    misfit.points += mixed_scripts(here, behind);
  if (here.family != latin_family && !is_letter(before) && !is_letter(behind))
    misfit.points += here.family == east_asian_family ? 6 : 4;
}

Misfit judge(const std::vector<Piece>& pieces) {
  Misfit misfit;
  int strays = 0, decoded = 0;  // of the word being read
  const auto end_word = [&] {
    misfit.points += strays * (decoded > 0 ? 6 : 2);
    misfit.strays += strays;
    strays = decoded = 0;
  };
  for (std::size_t at = 0; at < pieces.size(); ++at) {
    const Piece& piece = pieces[at];
    if (piece.kind != PieceKind::kept) {
      judge_decoded(pieces, at, misfit);
      ++decoded;
    } else if (piece.look.sort == Sort::letter) {
      strays += piece.code >= 0x80;
    } else if (piece.code < 0x80) {
      end_word();
    }
  }
  end_word();
  return misfit;
}

bool tells_latin_9(char32_t code) {
  constexpr std::u32string_view replaced = U"€ŠšŽžŒœŸ";
  return replaced.find(code) != std::u32string_view::npos;
}

/// The pages in which two neighbours can be a first and a later byte.
PageSet pages_to_try(const std::vector<Piece>& pieces, const Expected& expected) {
  const RoleTable& roles = RoleTable::get();
  PageSet pages = 0, first = 0;
  bool latin_9 = false;
  for (const Piece& piece : pieces) {
    if (piece.code < 0x80) {
      if (piece.code == ' ') pages |= first & pages_with_no_break_space;
      first = 0;
      continue;
    }
    const Roles r = roles[piece.code];
    pages = static_cast<PageSet>(pages | (first & r.later) | (expected.pages & r.first()));
    latin_9 = latin_9 || tells_latin_9(piece.code);
    first = r.first();
  }
  return latin_9 ? pages : static_cast<PageSet>(pages & ~only(CodePage::latin_9));
}

int preference(CodePage page, const Expected& expected) {
  const bool known = (expected.pages & only(page)) != 0;
  return (known ? page == expected.usual ? 6 : 2 : 0) +
         (page == CodePage::latin_9 ? expected.latin_9 : 0);
}

bool same_text(const std::vector<Piece>& a, const std::vector<Piece>& b) {
  return a.size() == b.size() &&
         std::equal(a.begin(), a.end(), b.begin(),
                    [](const Piece& x, const Piece& y) { return x.code == y.code; });
}

}  // namespace

void MojibakeDecoder::take(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  source_.clear();
  for (std::uint32_t at = begin; at < end;) {
    const CodePoint c = code_point_at(text, at);
    source_.push_back({c.code, at, at + c.size, PieceKind::kept, 0, look_at(c.code)});
    at += c.size;
  }
}

bool MojibakeDecoder::decode_once(const std::vector<Piece>& in, int rounds, PageSet pages,
                                  const Expected& expected) {
  bool found = false;
  for (const CodePage page : misread_pages) {
    if ((pages & only(page)) == 0) continue;
    const bool known = (expected.pages & only(page)) != 0;
    Losses losses = expected.losses;
    losses.bytes = losses.bytes && known;
    const DecodedRound decoded =
        decode_round(in, static_cast<std::uint8_t>(rounds), page, losses, trial_.pieces);
    if (decoded.sequences == 0) continue;
    const Misfit misfit = judge(trial_.pieces);
    trial_.page = page;
    trial_.evidence = decoded.evidence;
    trial_.against = misfit.points + misfit.controls;
    trial_.strays = misfit.strays;
    trial_.rank = decoded.evidence - misfit.points + preference(page, expected);
    if (found && trial_.rank <= round_.rank) continue;
    found = true;
    std::swap(round_, trial_);
  }
  return found;
}

/// Decodes in `page`, then as often as it gets better.
void MojibakeDecoder::follow(CodePage page, const Expected& expected, Decoding& best) {
  best.rounds = 0;
  best.score = -1000;
  best.doubtful = false;
  best.page = page;
  if (!decode_once(source_, 0, only(page), expected)) return;
  Expected again = expected;  // what happens twice happens in the same page
  again.pages |= only(page);
  again.usual = page;
  int evidence = 0;
  std::vector<Piece>& current = current_;
  for (int round = 1;; ++round) {
    evidence += round_.evidence;
    const int total = evidence - round_.against;
    current.swap(round_.pieces);
    // One more round must be worth it, unless the text was decoded as often elsewhere.
    const int needed = round == 1 ? -1000 : best.score + (expected.rounds >= round ? -8 : 3);
    if (total > needed) {
      best.pieces = current;
      best.rounds = round;
      best.score = total;
      best.strays = round_.strays;
      best.doubtful = false;
    } else {
      best.doubtful = true;
    }
    if (round == max_decodings ||
        !decode_once(current, round, pages_to_try(current, expected), again))
      break;
  }
}

const Decoding& MojibakeDecoder::decode(std::string_view text, std::uint32_t begin,
                                        std::uint32_t end, const Expected& expected) {
  take(text, begin, end);
  best_.rounds = 0;
  best_.score = -1000;
  best_.doubtful = false;
  const PageSet pages = pages_to_try(source_, expected);
  int best_rank = -1000;
  for (const CodePage page : misread_pages) {
    if ((pages & only(page)) == 0) continue;
    follow(page, expected, rival_);
    if (rival_.rounds == 0) continue;
    const int rank = rival_.score + preference(page, expected);
    rival_.pages = only(page);
    bool close = false;
    if (best_.rounds > 0) {
      if (same_text(best_.pieces, rival_.pieces))
        best_.pages = rival_.pages = static_cast<PageSet>(best_.pages | rival_.pages);
      else
        close = std::abs(rank - best_rank) < (page == CodePage::latin_9 ? 40 : 6);
    }
    if (best_.rounds == 0 || rank > best_rank) {
      std::swap(best_, rival_);
      best_rank = rank;
    }
    best_.doubtful = best_.doubtful || close;
  }
  best_.lossy = false;
  best_.families = 0;
  best_.wholes = 0;
  for (const Piece& p : best_.pieces) {
    best_.wholes += p.kind == PieceKind::whole;
    // A first byte that was kept: its later ones may be lost.
    best_.doubtful = best_.doubtful || (p.kind == PieceKind::kept && p.code >= 0x80 &&
                                        (RoleTable::get()[p.code].first() & only(best_.page)) != 0);
    best_.lossy = best_.lossy || p.kind == PieceKind::lost || p.kind == PieceKind::blank;
    if (p.kind != PieceKind::kept && p.look.sort == Sort::letter && p.look.family > latin_family)
      best_.families |= family_bit(p.look.family);
  }
  return best_;
}

}  // namespace palimpsest
