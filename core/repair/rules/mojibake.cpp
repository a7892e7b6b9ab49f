// Undoes UTF-8 that was read as a single-byte code page, once or several times: "mayorâ€™s" becomes
// "mayor’s", "ZaÅ¼Ã³Å‚Ä‡" "Zażółć", "donΓÇÖt" "don’t".
//
// Stretch by stretch: the characters between two blanks are taken for bytes of each page in turn.
// For a reading speak pairs that no good text has (a letter before a currency sign, a capital in a
// word); against it letters that it does not explain, scripts or cases that it mixes in a word, and
// rare characters. So "VIÐ” sagði", "LIDÉ²" and "CAFÉ…" stay as they are. A stretch that is neither
// sure nor excluded is settled by its neighbours: what was read wrong there?
#include <algorithm>
#include <cstring>
#include <limits>

#include "repair/mojibake_decoding.h"
#include "repair/quote_words.h"
#include "repair/rule.h"
#include "text/utf8.h"

namespace palimpsest {
namespace {

// In half points: a stretch that is read whatever stands around it; one that speaks for its page
// when others are judged; one that is read unless its surroundings speak against it.
constexpr int sure = 14, witness = 12, likely = 8;
constexpr std::uint32_t max_stretch = 8192;  // bytes read at once; Chinese has few blanks
constexpr std::uint32_t bin_size = 1024;

/// What was seen in a kilobyte of text.
struct Bin {
  std::array<std::uint8_t, code_page_count> sure{};  // stretches read for sure, by page
  std::uint16_t witnesses = 0;                       // stretches read for sure
  std::uint16_t rounds = 0;                          // how often these were decoded, summed
  std::uint16_t strays = 0;    // letters outside ASCII that stand for themselves
  std::uint64_t families = 0;  // of the letters that were read for sure
};

/// What the note of an edit says, in the byte that an edit has for it.
struct Told {
  CodePage page{};
  int rounds = 1;      // 1-4
  bool blank = false;  // a no-break space was a blank
  bool lost = false;   // a byte was lost
};
std::uint8_t pack(const Told& told) {
  return static_cast<std::uint8_t>(static_cast<int>(told.page) | (told.rounds - 1) << 3 |
                                   told.blank << 5 | told.lost << 6);
}
Told unpack(std::uint8_t detail) {
  return {static_cast<CodePage>(detail & 7), (detail >> 3 & 3) + 1, (detail & 32) != 0,
          (detail & 64) != 0};
}

template <class T>
void count(T& counter, int more = 1) {
  counter = static_cast<T>(std::min<int>(counter + more, std::numeric_limits<T>::max()));
}

struct Stretch {
  std::uint32_t begin, end;
};

bool is_space(char byte) { return static_cast<unsigned char>(byte) <= ' '; }

class Finder {
 public:
  Finder(std::string_view text, Edits& edits) : text_(text), edits_(edits) {}

  void find() {
    scan();
    if (found_ == 0 && doubtful_.empty()) return;
    losses_ = {.bytes = !controls_,
               .blanks = !hard_blanks_ && bare_ == 0, .alphabets = spoken_alphabets()};
    for (const Stretch& s : doubtful_) decide(s);
    if (found_ > 0) scan_again();
  }

 private:
  void scan() {
    const RoleTable& roles = RoleTable::get();
    const auto size = static_cast<std::uint32_t>(text_.size());
    bins_.resize(size / bin_size + 1);
    Roles last, before;  // of the two characters before, if they touch
    int strays = 0;      // letters outside ASCII of the stretch so far
    for (std::uint32_t at = 0; at < size;) {
      const auto byte = static_cast<unsigned char>(text_[at]);
      bool hit = false;
      std::uint32_t next = at + 1;
      if (byte < 0x80) {
        // "voilÃ  le": a capital ends the word, then a blank
        hit = byte == ' ' && (last.first_of_two & only(CodePage::windows_1252)) != 0 &&
              may_end_in_blank(at);
        if (!hit) {
          if (strays > 0 && byte <= ' ') {
            count(bins_[at / bin_size].strays, strays);
            strays = 0;
          }
          last = before = {};
          at = strays > 0 ? next : end_of_ascii(text_, next);
          continue;
        }
      } else if (byte >= 0xE3 && byte != 0xEF) {  // past U+3000 no character stands in a page
        at += byte >= 0xF0 ? 4 : 3;
        ++strays;
        last = before = {};
        continue;
      } else {
        const char32_t code = byte < 0xE0 ? (byte & 0x1Fu) << 6 | (text_[at + 1] & 0x3Fu)
                                          : code_point_at(text_, at).code;
        next = at + (byte < 0xE0 ? 2 : 3);
        const Roles here = roles[code];
        hit = ((last.first_of_two | (before.first_of_more & last.later)) & here.later) != 0 ||
              (is_second_of_closing_mark(code) && ends_in_closing_mark(at, next));
        controls_ = controls_ || code < 0xA0;
        iso_controls_ =
            iso_controls_ ||
            (code < 0xA0 && is_defined(CodePage::windows_1252, static_cast<std::uint8_t>(code)));
        specials_ = specials_ || (code >= 0x2013 && code <= 0x2122 && code != U'€');
        strays += code >= 0xC0 && code < 0x2000;
        before = last;
        last = here;
      }
      if (!hit) {
        at = next;
        continue;
      }
      const Stretch s = stretch_at(at, done_);
      read(s);
      at = done_ = std::max(s.end, next);
      last = before = {};
      strays = 0;
    }
  }

  /// The first byte of `at` or behind that is not ASCII.
  static std::uint32_t end_of_ascii(std::string_view text, std::uint32_t at) {
    constexpr std::uint64_t high_bits = 0x8080808080808080ULL;
    for (; at + 8 <= text.size(); at += 8) {
      std::uint64_t eight;
      std::memcpy(&eight, text.data() + at, 8);
      if ((eight & high_bits) != 0) break;
    }
    while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
    return at;
  }

  static bool is_second_of_closing_mark(char32_t code) {
    return code == U'€' || code == 0x80 || code == U'Ђ';
  }

  /// "agreed,â€ he": the first two bytes of a closing mark, the third one lost.
  bool ends_in_closing_mark(std::uint32_t at, std::uint32_t end) const {
    if (at == 0 || static_cast<unsigned char>(text_[at - 1]) < 0x80) return false;
    const char32_t first = code_point_before(text_, at).code;
    return (first == U'â' || first == U'в') &&
           (end == text_.size() || static_cast<unsigned char>(text_[end]) < 0x80);
  }

  /// Lone first bytes, now that the pages are known.
  void scan_again() {
    const RoleTable& roles = RoleTable::get();
    const auto size = static_cast<std::uint32_t>(text_.size());
    std::size_t next_read = 0;
    std::uint32_t from = 0;
    for (std::uint32_t at = 0; at < size;) {
      if (next_read < read_.size() && at >= read_[next_read].begin) {
        at = from = std::max(at, read_[next_read++].end);
        continue;
      }
      if (static_cast<unsigned char>(text_[at]) < 0x80) {
        at = end_of_ascii(text_, at + 1);
        if (next_read < read_.size()) at = std::min(at, read_[next_read].begin);
        continue;
      }
      const CodePoint c = code_point_at(text_, at);
      if ((roles[c.code].first() & pages_) == 0) {
        at += c.size;
        continue;
      }
      Stretch s = stretch_at(at, from);
      if (next_read < read_.size()) s.end = std::min(s.end, read_[next_read].begin);
      decide(s);
      at = from = std::max(s.end, at + c.size);
    }
  }

  /// "voilÃ  le": a capital ends the word before the blank at `at`; "Ã  la": two blanks.
  bool may_end_in_blank(std::uint32_t at) const {
    const CodePoint last = code_point_before(text_, at);
    const auto before = at > last.size ? text_[at - last.size - 1] : ' ';
    if (before == ' ' && last.code == U'Ã' && at + 1 < text_.size()) return text_[at + 1] == ' ';
    return before >= 'a' && before <= 'z';
  }

  /// True if the character before the blank at `at`, or the two or three, are the beginning of a
  /// longer sequence in some page: the blank may be its byte A0.
  bool is_open(std::uint32_t at) const {
    const RoleTable& roles = RoleTable::get();
    if (text_[at] != ' ' || at == 0) return false;
    const CodePoint last = code_point_before(text_, at);
    if ((roles[last.code].first() & pages_with_no_break_space) != 0) return true;
    if (at <= last.size || (roles[last.code].later & pages_with_no_break_space) == 0) return false;
    const CodePoint before = code_point_before(text_, at - last.size);
    const int byte = misread_byte(CodePage::windows_1252, before.code);
    return before.code >= 0x80 && byte >= 0xE0 && byte <= 0xF4;
  }

  /// The characters around `at` between two blanks, but not before `from`.
  Stretch stretch_at(std::uint32_t at, std::uint32_t from) const {
    const auto size = static_cast<std::uint32_t>(text_.size());
    Stretch s{at, at};
    const auto is_inside = [&](std::uint32_t i) { return !is_space(text_[i]) || is_open(i); };
    while (s.begin > from && at - s.begin < max_stretch && is_inside(s.begin - 1)) --s.begin;
    while (!is_boundary(text_, s.begin)) ++s.begin;
    while (s.end < size && is_inside(s.end) &&
           (s.end - s.begin < max_stretch || !is_boundary(text_, s.end)))
      ++s.end;
    // The second of two blanks tells that the first was a byte.
    if (s.end < size && s.end > at && text_[s.end] == ' ' && text_[s.end - 1] == ' ') ++s.end;
    return s;
  }

  void read(const Stretch& s) {
    const Decoding& decoding = decoder_.decode(text_, s.begin, s.end, {});
    Bin& bin = bins_[s.begin / bin_size];
    count(bin.strays, decoding.strays);
    for (const Piece& p : decoding.pieces) hard_blanks_ = hard_blanks_ || hides_hard_blank(p);
    if (decoding.rounds == 0) return;
    if (decoding.score >= witness) {
      for (const CodePage page : misread_pages)
        if (decoding.pages & only(page)) count(bin.sure[static_cast<std::size_t>(page)]);
      count(bin.rounds, decoding.rounds);
      count(bin.witnesses);
      bin.families |= decoding.families;
      pages_ |= decoding.pages;
      ++found_;
    }
    for (const Piece& p : decoding.pieces)
      if (p.kind == PieceKind::whole && p.code >= 0x80 && p.code < letters_.size() && p.look.lower)
        ++letters_[p.code];
    for (std::size_t i = 1; i + 1 < decoding.pieces.size(); ++i)
      bare_ += is_bare(decoding, i);
    read_.push_back(s);
    if (decoding.score >= sure && decoding.strays == 0 && !decoding.doubtful && !decoding.lossy)
      add(decoding);
    else
      doubtful_.push_back(s);
  }

  /// A first byte in a decoded word, and the next character a first byte again: one was dropped.
  static bool is_bare(const Decoding& decoding, std::size_t i) {
    const Piece& piece = decoding.pieces[i];
    const Piece& next = decoding.pieces[i + 1];
    const int byte = misread_byte(decoding.page, piece.code);
    return piece.kind == PieceKind::kept && byte >= 0xC2 && byte <= 0xDF && piece.code >= 0x80 &&
           next.code >= 0x80 && decoding.pieces[i - 1].kind == PieceKind::whole;
  }

  /// The languages to which nearly all Latin letters outside ASCII belong that were decoded.
  std::uint32_t spoken_alphabets() const {
    std::array<std::uint32_t, 32> votes{};
    for (std::size_t code = 0x80; code < letters_.size(); ++code)
      for (std::uint32_t bit = 0; letters_[code] > 0 && bit < votes.size(); ++bit)
        if (look_at(static_cast<char32_t>(code)).alphabets >> bit & 1) votes[bit] += letters_[code];
    const std::uint32_t most = *std::max_element(votes.begin(), votes.end());
    std::uint32_t alphabets = 0;
    for (std::uint32_t bit = 0; bit < votes.size(); ++bit)
      if (votes[bit] * 20 >= most * 19) alphabets |= 1u << bit;
    return alphabets;
  }

  bool hides_hard_blank(const Piece& p) const {
    return p.kind == PieceKind::whole &&
           text_.substr(p.begin, p.end - p.begin).find("\xC2\xA0") != std::string_view::npos;
  }

  void decide(const Stretch& s) {
    std::array<int, code_page_count> near{};
    int strays = 0, rounds = 0, witnesses = 0, all = 0;
    std::uint64_t families = 0;
    const std::size_t bin = s.begin / bin_size;
    for (std::size_t i = bin > 0 ? bin - 1 : 0; i < std::min(bin + 2, bins_.size()); ++i) {
      for (std::size_t p = 0; p < near.size(); ++p)
        near[p] += bins_[i].sure[p], all += bins_[i].sure[p];
      strays += bins_[i].strays;
      rounds += bins_[i].rounds;
      witnesses += bins_[i].witnesses;
      families |= bins_[i].families;
    }
    Expected expected;
    for (std::size_t p = 0; p < near.size(); ++p)
      if (near[p] > 0 && near[p] * 4 >= all) {
        const auto page = static_cast<CodePage>(p);
        if (expected.pages == 0 || near[p] > near[static_cast<std::size_t>(expected.usual)])
          expected.usual = page;
        expected.pages |= only(page);
      }
    expected.rounds = witnesses > 0 ? (2 * rounds + witnesses) / (2 * witnesses) : 1;
    expected.latin_9 = specials_ ? -20 : iso_controls_ ? 20 : -2;
    expected.losses = losses_;
    const Decoding& decoding = decoder_.decode(text_, s.begin, s.end, expected);
    if (decoding.rounds == 0) return;
    const int itself = decoding.score >= witness ? 1 : 0;
    const int same = near[static_cast<std::size_t>(decoding.page)] - itself;
    int needed = all <= itself && strays > 8 ? sure : likely;
    const bool new_script = (decoding.families & ~families) != 0;
    if (new_script && decoding.lossy && decoding.wholes < 2) return;
    if (new_script)
      ;  // it must speak for itself
    else if ((same >= 6 && same >= strays) || (same >= 3 && strays == 0))
      needed = -6;
    else if (same >= 2 && same * 2 >= strays)
      needed = 0;
    else if (same >= 1 && strays < 2)
      needed = 4;
    if (decoding.lossy) needed = std::max(needed, 0);
    if (decoding.score + (strays < 3 ? strangeness(s, decoding) : 0) >= needed) add(decoding);
  }

  /// Points for letters of another script between two Latin words ("costs ВЈ760 and"), where marks
  /// or Latin letters come out.
  int strangeness(const Stretch& s, const Decoding& decoding) const {
    if (decoding.families != 0 || !is_latin_word_before(s.begin) || !is_latin_word_behind(s.end) ||
        s.end - s.begin == text_.size())
      return 0;
    for (const Piece& p : decoding.pieces)
      if (p.kind != PieceKind::kept &&
          look_at(code_point_at(text_, p.begin).code).family == cyrillic_family)
        return 8;
    return 0;
  }
  bool is_latin_word_before(std::uint32_t at) const {
    while (at > 0 && text_[at - 1] == ' ') --at;
    return at == 0 || text_[at - 1] == '\n' || is_ascii_letter(text_[at - 1]) ||
           is_ascii_digit(text_[at - 1]);
  }
  bool is_latin_word_behind(std::uint32_t at) const {
    while (at < text_.size() && text_[at] == ' ') ++at;
    return at == text_.size() || text_[at] == '\n' || is_ascii_letter(text_[at]) ||
           is_ascii_digit(text_[at]);
  }
  static bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
  static bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

  bool is_clitic_behind_blank(std::uint32_t begin, std::uint32_t end) const {
    std::uint32_t word_end = end;
    while (word_end < text_.size() && word_end - end < 3 && is_ascii_letter(text_[word_end]))
      ++word_end;
    return begin > 1 && text_[begin - 1] == ' ' && is_ascii_letter(text_[begin - 2]) &&
           is_clitic(text_.substr(end, word_end - end)) &&
           (word_end == text_.size() || !is_ascii_letter(text_[word_end]));
  }

  /// One edit per run of decoded characters.
  void add(const Decoding& decoding) {
    for (std::size_t i = 0; i < decoding.pieces.size();) {
      if (decoding.pieces[i].kind == PieceKind::kept) {
        ++i;
        continue;
      }
      replacement_.clear();
      Told told{.page = decoding.page};
      const std::uint32_t begin = decoding.pieces[i].begin;
      std::uint32_t end = begin;
      for (; i < decoding.pieces.size() && decoding.pieces[i].kind != PieceKind::kept; ++i) {
        const Piece& piece = decoding.pieces[i];
        append_utf8(replacement_, piece.code);
        end = piece.end;
        told.rounds = std::max<int>(told.rounds, piece.rounds);
        told.blank = told.blank || piece.kind == PieceKind::blank;
        told.lost = told.lost || piece.kind == PieceKind::lost;
      }
      if (replacement_ == "’" && is_clitic_behind_blank(begin, end)) {
        edits_.add({begin - 1, end}, replacement_, 95, pack(told));  // "the mayor â€™s plan"
        continue;
      }
      const bool guessed = told.lost || told.blank || decoding.score < sure;
      edits_.add({begin, end}, replacement_, guessed ? 90 : 99, pack(told));
    }
  }

  std::string_view text_;
  Edits& edits_;
  MojibakeDecoder decoder_;
  std::vector<Bin> bins_;
  std::vector<Stretch> doubtful_;
  std::string replacement_;
  std::vector<Stretch> read_;
  std::array<std::uint32_t, 0x180> letters_{};  // how often each was decoded
  std::uint32_t done_ = 0;
  std::uint32_t found_ = 0;  // stretches read for sure
  PageSet pages_ = 0;        // their pages
  int bare_ = 0;  // first bytes whose later byte was dropped
  bool controls_ = false, hard_blanks_ = false;
  bool iso_controls_ = false;  // controls where Windows-1252 has marks
  bool specials_ = false;      // marks that Windows-1252 has and ISO-8859-15 has not
  Losses losses_;
};

}  // namespace

void rules::mojibake::find(const Passage& passage, Edits& edits) {
  if (passage.habits.ascii) return;
  Finder(passage.text, edits).find();
}

namespace {

std::string in_words(std::size_t count) {
  constexpr std::string_view words[] = {"no",    "one",   "two",  "three", "four",   "five",  "six",
                                        "seven", "eight", "nine", "ten",   "eleven", "twelve"};
  return count < std::size(words) ? std::string(words[count]) : std::to_string(count);
}

/// At most a dozen characters of it.
std::string in_short(std::string_view text) {
  std::size_t at = 0;
  for (int i = 0; i < 12 && at < text.size(); ++i) at += code_point_at(text, at).size;
  return std::string(text.substr(0, at)) + (at < text.size() ? "…" : "");
}

/// A C1 control among the characters says that the page was ISO-8859-1.
bool has_control(std::string_view text) {
  for (std::size_t at = 0; at + 1 < text.size(); ++at)
    if (text[at] == '\xC2' && static_cast<unsigned char>(text[at + 1]) < 0xA0) return true;
  return false;
}

}  // namespace

std::string rules::mojibake::why(const Explained& change) {
  const Told told = unpack(change.detail);
  const bool latin_1 = told.page == CodePage::windows_1252 && has_control(change.before);
  const std::size_t after = code_point_length(change.after);
  std::string text = "UTF-8 was read as ";
  text += title_of(latin_1 ? CodePage::latin_1 : told.page);
  if (told.rounds > 1)
    text += ", " + in_words(static_cast<std::size_t>(told.rounds)) + " times over";
  if (told.blank) text += ", and a no-break space became a blank";
  if (told.lost) text += ", and a byte was lost";
  text += ": the " + in_words(code_point_length(change.before)) + " characters " +
          in_short(change.before) + " were " + in_words(after) + (after == 1 ? " " : ": ") +
          in_short(change.after);
  return text;
}

}  // namespace palimpsest
