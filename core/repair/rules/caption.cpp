// Labels the caption or the credit of a picture that stands in a paragraph of its own: "Image: Mark
// Rathbun.", "(AP Photo/Anna Smith)". Only proposes to take it away.
// Leaves alone paragraphs that speak of a photo.
#include <algorithm>

#include "repair/lines.h"

namespace palimpsest {
namespace {

constexpr std::size_t longest = 400;  // bytes

bool starts_a_caption(std::string_view line) {
  if (line.starts_with('(') || line.starts_with('[')) line.remove_prefix(1);
  static constexpr std::string_view openings[] = {
      "AFP PHOTO",     "AP Photo",        "Caption:",     "File image of", "File photo",
      "Image caption", "Image copyright", "Image credit", "Image:",        "Photo by",
      "Photo caption", "Photo credit",    "Photo:",       "Photograph by", "Photograph:",
      "Picture:",      "credit:",         "Credit:"};
  return std::any_of(std::begin(openings), std::end(openings),
                     [&](std::string_view o) { return line.starts_with(o); });
}

/// "… Image: Mark Rathbun." or "… (Photo: AP)" at the end: what stands before it is the caption.
bool ends_a_caption(std::string_view line) {
  static constexpr std::string_view credits[] = {
      "(AP Photo", "(Credit:", "(Image:",  "(Photo by ",   "(Photo:", "(credit:",
      " Credit: ", " Image: ", " Photo: ", "Getty Images", "REUTERS/"};
  const std::string_view tail = line.substr(line.size() > 60 ? line.size() - 60 : 0);
  // Each credit has one of these.
  if (std::none_of(tail.begin(), tail.end(),
                   [](char c) { return c == ':' || c == '/' || c == 'G' || c == 'P'; }))
    return false;
  return std::any_of(std::begin(credits), std::end(credits),
                     [&](std::string_view c) { return tail.find(c) != std::string_view::npos; });
}

}  // namespace

void rules::caption::find(const Passage& passage, Edits& edits) {
  if (passage.habits.line_breaks == 0) return;
  for (const TextLine& l : read_lines(passage)) {
    if (l.empty() || l.size() > longest) continue;
    const std::string_view line = l.of(passage.text);
    if (starts_a_caption(line) || ends_a_caption(line)) edits.suggest({l.begin, l.next}, "", 50);
  }
}

std::string rules::caption::why(const Explained&) { return {}; }

}  // namespace palimpsest
