// HTML cut into text and tags, each tag with the one that ends its element. Malformed HTML is read
// as browsers read it, where that matters to the text.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace palimpsest {

enum class HtmlElement : std::uint8_t {
#define ELEMENT(name, effect) name,
#include "decode/html_elements.def"
  unknown
};
enum class HtmlEffect : std::uint8_t {
  inline_,
  block,
  line,
  cell,
  breaks,
  rule,
  preserved,
  quoted,
  dropped,
  raw,
  raw_text,
  chrome,
  root,
  page,
  empty
};
HtmlEffect effect_of(HtmlElement element);

enum class HtmlPartKind : std::uint8_t { text, open, close, comment, doctype };

/// Offsets are bytes of the HTML. Sixteen bytes each.
struct HtmlPart {
  std::uint32_t begin = 0, end = 0;
  std::uint32_t last = 0;  // of an `open`: index of the part that ends the element, past the last
                           // one if none does; its own for an element that holds nothing
  HtmlPartKind kind = HtmlPartKind::text;
  HtmlElement element = HtmlElement::unknown;
  bool closed = false;  // an `open` with a `close` of its own, or that `close`

  /// Index behind the element.
  std::uint32_t behind() const { return last + closed; }
};
static_assert(sizeof(HtmlPart) == 16);

/// The parts tile the HTML. The content of `raw` elements is a comment. O(n).
std::vector<HtmlPart> cut_html(std::string_view html);

/// The value of an attribute in a tag, as written; empty if it has none. O(tag).
std::string_view attribute(std::string_view tag, std::string_view name);

}  // namespace palimpsest
