// Puts back English apostrophes and quotation marks of which a conversion left U+FFFD, "â??" or
// "â€?": "don�t" becomes "don’t", "�We agreed,� he said" “We agreed,” he said.
//
// Only where the words beside the place leave one reading: a contraction, or a quotation whose end
// stands behind a comma or stop. A possessive is believed once the text has shown such a mark, as
// "caf�s" lost a letter. Everything else stays: "fran�ais", "the � sign", "end.� Next".
#include <vector>

#include "repair/english_marks.h"
#include "repair/rule.h"
#include "text/utf8.h"

namespace palimpsest {
namespace {

constexpr std::string_view lost_character = "\xEF\xBF\xBD";

struct Place {
  CleanSpan span;
  MarkPlace place;
  bool is_mark;     // three bytes were there: a mark, no letter
  bool is_closing;  // â€?: the one mark with a byte that Windows-1252 lacks
  bool is_weak;     // a bare â: an apostrophe in contractions only
};

Place read_place(std::string_view text, std::size_t begin, std::size_t size) {
  const CleanSpan span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + size)};
  return {span, mark_place(text, span), false, false, false};
}

std::vector<Place> find_lost_characters(std::string_view text) {
  std::vector<Place> places;
  for (std::size_t at = text.find(lost_character); at != std::string_view::npos;) {
    std::size_t count = 1;
    while (text.substr(at + 3 * count).starts_with(lost_character)) ++count;
    if (count == 1 || count == 3) {
      places.push_back(read_place(text, at, 3 * count));
      places.back().is_mark = count == 3;
    }
    at = text.find(lost_character, at + 3 * count);
  }
  return places;
}

/// "Donâ??t", "agreed,â€? he" and, the two later bytes dropped, "donât".
std::vector<Place> find_cut_marks(std::string_view text) {
  constexpr std::string_view first = "\xC3\xA2";  // â
  std::vector<Place> places;
  for (std::size_t at = text.find(first); at != std::string_view::npos;
       at = text.find(first, at + 2)) {
    const std::string_view rest = text.substr(at + 2);
    const bool whole = rest.starts_with("??"), closing = rest.starts_with("\xE2\x82\xAC?");
    const Place place = read_place(text, at, 2u + (whole ? 2u : closing ? 4u : 0u));
    if (!whole && !closing && place.place != MarkPlace::contraction) continue;
    places.push_back(place);
    places.back().is_mark = whole;
    places.back().is_closing = closing;
    places.back().is_weak = !whole && !closing;
  }
  return places;
}

class Restorer {
 public:
  Restorer(const Passage& passage, Edits& edits) : passage_(passage), edits_(edits) {}

  void restore(const std::vector<Place>& places) {
    int apostrophes = 0, letters = 0;
    for (const Place& p : places) {
      apostrophes += p.place == MarkPlace::contraction;
      letters += p.place == MarkPlace::joined && !p.is_mark;
    }
    std::size_t open = places.size();  // the opening mark that waits for its partner
    for (std::size_t i = 0; i < places.size(); ++i) {
      const Place& p = places[i];
      if (open < i && has_line_break(places[open].span.end, p.span.begin)) open = places.size();
      switch (p.place) {
        case MarkPlace::contraction:
          set(p, U'’', 97);
          break;
        case MarkPlace::possessive:
          if (p.is_mark || (apostrophes > 0 && letters == 0)) set(p, U'’', 90);
          break;
        case MarkPlace::joined:
          if (p.is_mark) set(p, U'’', 80);
          break;
        case MarkPlace::opening:
          open = i;
          if (p.is_mark) set(p, U'“', 85);
          break;
        case MarkPlace::closing:
          if (open < places.size() && !places[open].is_mark) set(places[open], U'“', 85);
          if (open < places.size() || p.is_mark || p.is_closing) set(p, U'”', 90);
          open = places.size();
          break;
        case MarkPlace::trailing:
          if (p.is_closing || (p.is_mark && open < places.size())) {
            set(p, U'”', 85);
            open = places.size();
          }
          break;
        case MarkPlace::apart:
        case MarkPlace::none:
          break;
      }
    }
  }

 private:
  void set(const Place& place, char32_t mark, std::uint8_t confidence) {
    if (passage_.options.quotes == QuoteStyle::straight) mark = mark == U'’' ? U'\'' : U'"';
    edits_.add(place.span, to_utf8(mark), confidence);
  }

  bool has_line_break(std::uint32_t begin, std::uint32_t end) const {
    return passage_.text.substr(begin, end - begin).find('\n') != std::string_view::npos;
  }

  const Passage& passage_;
  Edits& edits_;
};

}  // namespace

void rules::lost_byte::find(const Passage& passage, Edits& edits) {
  if (passage.habits.ascii) return;
  Restorer restorer(passage, edits);
  restorer.restore(find_lost_characters(passage.text));
  restorer.restore(find_cut_marks(passage.text));
}

std::string rules::lost_byte::why(const Explained& change) {
  const bool apostrophe = change.after == "’" || change.after == "'";
  std::string text = "A conversion lost a character and left " + std::string(change.before);
  text += apostrophe ? "; between these letters it can only have been an apostrophe"
                     : "; where it stands it was a quotation mark";
  return text;
}

}  // namespace palimpsest
