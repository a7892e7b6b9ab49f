// Undoes UTF-8 that was read as a single-byte code page, once or several times: "mayorâ€™s" becomes
// "mayor’s", "ZaÅ¼Ã³Å‚Ä‡" "Zażółć", "donΓÇÖt" "don’t".
//
// Stretch by stretch: the characters between two blanks are taken for bytes of each page in turn.
// For a reading speak pairs that no good text has (a letter before a currency sign, a capital in a
// word); against it letters that it does not explain, scripts or cases that it mixes in a word, and
// rare characters. So "VIÐ” sagði", "LIDÉ²" and "CAFÉ…" stay as they are. A stretch that is neither
// sure nor excluded is settled by its neighbours: what was read wrong there?
#include <algorithm>

#include "repair/mojibake_decoding.h"
#include "repair/mojibake_evidence.h"
#include "repair/mojibake_stretch.h"
#include "repair/quote_words.h"
#include "repair/rule.h"
#include "text/utf8.h"

namespace palimpsest {
namespace {

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

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

class Repairer {
 public:
  Repairer(const Passage& passage, Edits& edits)
      : text_(passage.text),
        joins_clitics_(!passage.habits.tokenised()),
        edits_(edits),
        evidence_(passage.text) {}

  void repair() {
    StretchFinder finder(text_);
    for (Stretch s; finder.next(s, evidence_);) read(s);
    if (read_.empty()) return;
    evidence_.conclude();
    for (const Stretch& s : doubtful_) decide(s);
    if (evidence_.found()) decide_between();
  }

 private:
  /// The first pass: what is sure is mended, what is not waits until the whole text was seen.
  void read(const Stretch& s) {
    const Decoding& decoding = decoder_.decode(text_, s.begin, s.end, {});
    evidence_.see(s, decoding);
    if (decoding.rounds == 0) return;
    read_.push_back(s);
    if (decoding.score >= sure_score && decoding.strays == 0 && !decoding.doubtful &&
        !decoding.lossy)
      add(decoding);
    else
      doubtful_.push_back(s);
  }

  void decide(const Stretch& s) {
    const Decoding& decoding = decoder_.decode(text_, s.begin, s.end, evidence_.expected(s));
    if (decoding.rounds > 0 && evidence_.believes(s, decoding)) add(decoding);
  }

  /// Lone first bytes between the stretches, now that the pages are known.
  void decide_between() {
    StretchFinder finder(text_);
    Stretch found;
    for (const Stretch& s : read_) {
      while (finder.next_first_byte(found, evidence_.pages(), s.begin)) decide(found);
      finder.go_on_at(s.end);
    }
    const auto size = static_cast<std::uint32_t>(text_.size());
    while (finder.next_first_byte(found, evidence_.pages(), size)) decide(found);
  }

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
      if (joins_clitics_ && replacement_ == "’" && is_clitic_behind_blank(begin, end)) {
        edits_.add({begin - 1, end}, replacement_, 95, pack(told));  // "the mayor â€™s plan"
        continue;
      }
      const bool guessed = told.lost || told.blank || decoding.score < sure_score;
      edits_.add({begin, end}, replacement_, guessed ? 90 : 99, pack(told));
    }
  }

  std::string_view text_;
  // A tokenised text keeps the blank of "mayor â€™s": it tells the later rules what they mend.
  bool joins_clitics_;
  Edits& edits_;
  MojibakeEvidence evidence_;
  MojibakeDecoder decoder_;
  std::vector<Stretch> read_, doubtful_;
  std::string replacement_;
};

}  // namespace

void rules::mojibake::find(const Passage& passage, Edits& edits) {
  if (passage.habits.ascii) return;
  Repairer(passage, edits).repair();
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
