// Tested by the cases of the mojibake row.
#include "repair/mojibake_evidence.h"

#include <algorithm>
#include <limits>

#include "text/utf8.h"

namespace palimpsest {
namespace {

constexpr std::uint32_t bin_size = 1024;

template <class T>
void count(T& counter, int more = 1) {
  counter = static_cast<T>(std::min<int>(counter + more, std::numeric_limits<T>::max()));
}

/// A first byte in a decoded word, and the next character a first byte again: one was dropped.
bool is_bare(const Decoding& decoding, std::size_t i) {
  if (i == 0 || i + 1 >= decoding.pieces.size()) return false;
  const Piece& piece = decoding.pieces[i];
  const int byte = misread_byte(decoding.page, piece.code);
  return piece.kind == PieceKind::kept && byte >= 0xC2 && byte <= 0xDF && piece.code >= 0x80 &&
         decoding.pieces[i + 1].code >= 0x80 && decoding.pieces[i - 1].kind == PieceKind::whole;
}

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

bool is_ascii_before(std::string_view text, std::size_t at) {
  while (at > 0 && text[at - 1] == ' ') --at;
  return at == 0 || is_ascii(text[at - 1]);
}

bool is_ascii_behind(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] == ' ') ++at;
  return at == text.size() || is_ascii(text[at]);
}

bool has_opening_mark(std::string_view text) {
  for (const std::string_view mark : {"“", "„", "\"", "â€œ", "â\xC2\x80\xC2\x9C"})
    if (text.find(mark) != std::string_view::npos) return true;
  return false;
}

}  // namespace

MojibakeEvidence::MojibakeEvidence(std::string_view text)
    : text_(text), bins_(text.size() / bin_size + 1) {}

bool MojibakeEvidence::is_defined_in_windows_1252(char32_t code) {
  return is_defined(CodePage::windows_1252, static_cast<std::uint8_t>(code));
}

void MojibakeEvidence::see_strays(std::uint32_t at, int strays) {
  count(bins_[at / bin_size].strays, strays);
}

void MojibakeEvidence::see(const Stretch& stretch, const Decoding& decoding) {
  Bin& bin = bins_[stretch.begin / bin_size];
  count(bin.strays, decoding.strays);
  if (decoding.rounds == 0) return;
  for (std::size_t i = 0; i < decoding.pieces.size(); ++i) {
    const Piece& p = decoding.pieces[i];
    bare_ += is_bare(decoding, i);
    if (p.kind != PieceKind::whole) continue;
    const std::string_view source = text_.substr(p.begin, p.end - p.begin);
    hard_blanks_ = hard_blanks_ || source.find("\xC2\xA0") != std::string_view::npos;
    if (p.code >= 0x80 && p.code < letters_.size() && p.look.lower) ++letters_[p.code];
  }
  if (decoding.score < witness_score) return;
  for (const CodePage page : misread_pages)
    if ((decoding.pages & only(page)) != 0) count(bin.sure[static_cast<std::size_t>(page)]);
  count(bin.rounds, decoding.rounds);
  count(bin.witnesses);
  bin.families |= decoding.families;
  pages_ |= decoding.pages;
}

void MojibakeEvidence::conclude() {
  losses_ = {.bytes = !controls_,
             .blanks = !hard_blanks_ && bare_ == 0,
             .quotes = has_opening_mark(text_),
             .alphabets = spoken_alphabets()};
}

/// The languages to which nearly all Latin letters outside ASCII belong that were decoded.
std::uint32_t MojibakeEvidence::spoken_alphabets() const {
  std::array<std::uint32_t, 32> votes{};
  for (std::size_t code = 0x80; code < letters_.size(); ++code)
    for (std::uint32_t bit = 0; letters_[code] > 0 && bit < votes.size(); ++bit)
      if ((look_at(static_cast<char32_t>(code)).alphabets >> bit & 1) != 0)
        votes[bit] += letters_[code];
  const std::uint32_t most = *std::max_element(votes.begin(), votes.end());
  std::uint32_t alphabets = 0;
  for (std::uint32_t bit = 0; bit < votes.size(); ++bit)
    if (votes[bit] >= most - most / 20) alphabets |= 1u << bit;
  return alphabets;
}

MojibakeEvidence::Near MojibakeEvidence::near(std::uint32_t at) const {
  Near near;
  const std::size_t middle = at / bin_size;
  for (std::size_t i = middle > 0 ? middle - 1 : 0; i < std::min(middle + 2, bins_.size()); ++i) {
    const Bin& bin = bins_[i];
    for (std::size_t p = 0; p < near.sure.size(); ++p) {
      near.sure[p] += bin.sure[p];
      near.all += bin.sure[p];
    }
    near.witnesses += bin.witnesses;
    near.rounds += bin.rounds;
    near.strays += bin.strays;
    near.families |= bin.families;
  }
  return near;
}

Expected MojibakeEvidence::expected(const Stretch& stretch) const {
  const Near near = this->near(stretch.begin);
  Expected expected;
  for (const CodePage page : misread_pages) {
    const int sure = near.sure[static_cast<std::size_t>(page)];
    if (sure == 0 || sure * 4 < near.all) continue;
    if (expected.pages == 0 || sure > near.sure[static_cast<std::size_t>(expected.usual)])
      expected.usual = page;
    expected.pages |= only(page);
  }
  if (near.witnesses > 0)
    expected.rounds = (2 * near.rounds + near.witnesses) / (2 * near.witnesses);
  // ISO-8859-15 shows controls where Windows-1252 shows marks.
  expected.latin_9 = specials_ ? -20 : iso_controls_ ? 8 : -2;
  expected.losses = losses_;
  return expected;
}

bool MojibakeEvidence::believes(const Stretch& stretch, const Decoding& decoding) const {
  const Near near = this->near(stretch.begin);
  const int itself = decoding.score >= witness_score ? 1 : 0;
  const int same = near.sure[static_cast<std::size_t>(decoding.page)] - itself;
  const int all = near.all - itself;
  int needed = all <= 0 && near.strays > 8 ? sure_score : likely_score;
  if ((decoding.families & ~near.families) != 0) {
    // A script that is seen nowhere else must speak for itself.
    if (decoding.lossy && decoding.wholes < 2) return false;
  } else if ((same >= 6 && same >= near.strays) || (same >= 3 && same >= 3 * near.strays)) {
    needed = -6;
  } else if (same >= 2 && same * 2 >= near.strays) {
    needed = 0;
  } else if (same >= 1 && near.strays < 2) {
    needed = 4;
  }
  if (decoding.lossy) needed = std::max(needed, 0);
  const int strange = near.strays < 3 ? strangeness(stretch, decoding) : 0;
  return decoding.score + strange >= needed;
}

/// Points for Cyrillic between Latin words ("costs ВЈ760 and"), where marks or Latin letters come
/// out.
int MojibakeEvidence::strangeness(const Stretch& stretch, const Decoding& decoding) const {
  if (decoding.families != 0 || stretch.end - stretch.begin == text_.size() ||
      !is_ascii_before(text_, stretch.begin) || !is_ascii_behind(text_, stretch.end))
    return 0;
  for (const Piece& p : decoding.pieces)
    if (p.kind != PieceKind::kept &&
        look_at(code_point_at(text_, p.begin).code).family == cyrillic_family)
      return 8;
  return 0;
}

}  // namespace palimpsest
