// HTML becomes text: a saved page, or a fragment as it comes from a clipboard.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace palimpsest {

/// True for a page (<!doctype html>, <html>) and for a fragment: text that stands in elements,
/// several of them. An article with a < or an <unknown> in it, or one that speaks of the <p> tag,
/// is text. O(n).
bool is_html(std::string_view text);

struct HtmlText {
  std::string text;
  std::vector<std::uint32_t> places;  // one per entry of `follow`: where it is in the text now
};

/// The article in the HTML: blocks as paragraphs with an empty line between, <br>, list items and
/// table rows as lines, cells with a tab between, references and white space as browsers read them,
/// <pre> as it stands. `follow` are sorted offsets in the HTML. O(n).
HtmlText html_to_text(std::string_view html, const std::vector<std::uint32_t>& follow = {});

}  // namespace palimpsest
