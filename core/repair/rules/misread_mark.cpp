// Sets right the apostrophes, quotation marks and dashes of an English text whose single bytes were
// read in another code page: "donÕt" (MacRoman read as Windows-1252), "donít" (the reverse) and
// "donÆt" (Windows-1252 read as code page 437) become "don’t".
//
// A contraction, or a closing mark behind a comma or stop, gives the mix-up away; then the text's
// other marks are read alike. Leaves texts without either alone: "PÕhja", "donít" in no English
// sentence, "él y ella", "Ærø".
#include <array>

#include "repair/english_marks.h"
#include "repair/rule.h"
#include "text/code_pages.h"
#include "text/utf8.h"

namespace palimpsest {
namespace {

/// A page that was read as another. The bytes of their marks follow from the two.
struct MixUp {
  CodePage written, read;
};
constexpr std::array mix_ups = {MixUp{CodePage::mac_roman, CodePage::windows_1252},
                                MixUp{CodePage::windows_1252, CodePage::mac_roman},
                                MixUp{CodePage::windows_1252, CodePage::cp437}};
constexpr std::array<char32_t, 6> marks = {U'’', U'‘', U'“', U'”', U'–', U'—'};

/// What stands for marks[i] in a text of the mix-up.
struct Disguise {
  std::array<char32_t, marks.size()> as{};
};
const std::array<Disguise, mix_ups.size()>& disguises() {
  static const auto table = [] {
    std::array<Disguise, mix_ups.size()> result;
    for (std::size_t m = 0; m < mix_ups.size(); ++m)
      for (std::size_t i = 0; i < marks.size(); ++i)
        result[m].as[i] = code_point_of(
            mix_ups[m].read, static_cast<std::uint8_t>(byte_of(mix_ups[m].written, marks[i])));
    return result;
  }();
  return table;
}

constexpr char first_byte = '\xC3';  // all disguises are letters from À to ÿ

/// Calls use(span, character) for every letter from À to ÿ.
template <class Use>
void for_each_letter(std::string_view text, Use use) {
  for (std::size_t at = text.find(first_byte); at != std::string_view::npos;
       at = text.find(first_byte, at + 2)) {
    const auto begin = static_cast<std::uint32_t>(at);
    use(CleanSpan{begin, begin + 2}, code_point_at(text, at).code);
  }
}

/// The mark at a place that fits the disguise, if the words beside it agree.
char32_t mark_at(MarkPlace place, char32_t code, const Disguise& disguise) {
  const auto is = [&](std::size_t mark) { return disguise.as[mark] == code; };
  switch (place) {
    case MarkPlace::contraction:
    case MarkPlace::possessive:
      return is(0) ? marks[0] : 0;
    case MarkPlace::opening:
      return is(2) ? marks[2] : is(1) ? marks[1] : 0;
    case MarkPlace::closing:
      return is(3) ? marks[3] : is(0) ? marks[0] : 0;
    case MarkPlace::trailing:
      return is(3) ? marks[3] : 0;
    case MarkPlace::apart:
      return is(4) ? marks[4] : is(5) ? marks[5] : 0;
    case MarkPlace::joined:
    case MarkPlace::none:
      return 0;
  }
  return 0;
}

}  // namespace

void rules::misread_mark::find(const Passage& passage, Edits& edits) {
  if (passage.habits.ascii) return;
  const std::array<Disguise, mix_ups.size()>& disguise_of = disguises();
  std::array<int, mix_ups.size()> seen{};
  for_each_letter(passage.text, [&](CleanSpan span, char32_t code) {
    for (std::size_t m = 0; m < mix_ups.size(); ++m) {
      const Disguise& disguise = disguise_of[m];
      if (disguise.as[0] != code && disguise.as[3] != code) continue;
      const MarkPlace place = mark_place(passage.text, span);
      seen[m] += (place == MarkPlace::contraction && disguise.as[0] == code) ||
                 (place == MarkPlace::closing && disguise.as[3] == code);
    }
  });
  std::size_t most = 0;
  for (std::size_t m = 1; m < seen.size(); ++m)
    if (seen[m] > seen[most]) most = m;
  if (seen[most] == 0) return;
  for_each_letter(passage.text, [&](CleanSpan span, char32_t code) {
    const char32_t mark = mark_at(mark_place(passage.text, span), code, disguise_of[most]);
    if (mark != 0)
      edits.add(span, to_utf8(mark), seen[most] > 1 ? 95 : 90, static_cast<std::uint8_t>(most));
  });
}

std::string rules::misread_mark::why(const Explained& change) {
  const MixUp& mix_up = mix_ups[change.detail % mix_ups.size()];
  std::string text = "The byte of " + std::string(change.after) + " in ";
  text += title_of(mix_up.written);
  text += " was read as ";
  text += title_of(mix_up.read);
  return text + ", where it is " + std::string(change.before);
}

}  // namespace palimpsest
