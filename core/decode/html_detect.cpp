// Tells HTML from text that has a < in it. Tested by tests/core/html_test.cpp.
#include <algorithm>

#include "decode/html.h"
#include "decode/html_article.h"
#include "decode/html_parts.h"

namespace palimpsest {
namespace {

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

std::size_t count_text(std::string_view text) {
  return text.size() - static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_space));
}

bool holds_blocks(HtmlElement element) {
  const HtmlEffect effect = effect_of(element);
  return effect == HtmlEffect::block || effect == HtmlEffect::root || effect == HtmlEffect::page ||
         effect == HtmlEffect::line || effect == HtmlEffect::cell || effect == HtmlEffect::chrome ||
         effect == HtmlEffect::preserved;
}

/// True if nothing but a blank text, comments and the like stands before part `i`.
bool begins_with_page(std::string_view text, const std::vector<HtmlPart>& parts) {
  for (const HtmlPart& part : parts) {
    switch (part.kind) {
      case HtmlPartKind::doctype:
        return true;
      case HtmlPartKind::open:
        return effect_of(part.element) == HtmlEffect::page || part.element == HtmlElement::head ||
               part.element == HtmlElement::meta || part.element == HtmlElement::title;
      case HtmlPartKind::text:
        if (count_text(text.substr(part.begin, part.end - part.begin)) > 0) return false;
        break;
      default:
        break;
    }
  }
  return false;
}

/// What speaks for a fragment.
struct Signs {
  std::size_t text = 0, covered = 0;  // characters in all, and in blocks that are closed
  std::size_t pairs = 0;              // <b>text</b>: closed, and no blank behind the tag
  std::size_t breaks = 0;             // <br> that is no word of a sentence
  std::size_t line_starts = 0;        // blocks that begin a line
};

Signs read_signs(std::string_view text, const std::vector<HtmlPart>& parts) {
  Signs signs;
  std::size_t block_end = 0;
  const auto blank_at = [&](std::size_t at) { return at >= text.size() || is_space(text[at]); };
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const HtmlPart& part = parts[i];
    if (part.kind == HtmlPartKind::text) {
      const std::size_t count = count_text(text.substr(part.begin, part.end - part.begin));
      signs.text += count;
      if (i < block_end) signs.covered += count;
    }
    if (part.kind != HtmlPartKind::open || part.element == HtmlElement::unknown) continue;
    const bool line_start = part.begin == 0 || text[part.begin - 1] == '\n';
    const bool word = part.begin > 0 && blank_at(part.begin - 1) && blank_at(part.end);
    if (part.element == HtmlElement::br) {
      signs.breaks += !word || line_start;
    } else if (holds_blocks(part.element)) {
      signs.line_starts += line_start && !word;
      if (part.closed) block_end = std::max<std::size_t>(block_end, part.behind());
    } else if (part.closed && part.last > i + 1) {
      signs.pairs += !blank_at(part.end);
    }
  }
  return signs;
}

}  // namespace

bool is_html(std::string_view text) {
  if (text.find('<') == std::string_view::npos) return false;
  const std::vector<HtmlPart> parts = cut_html(text);
  if (begins_with_page(text, parts)) return true;
  for (const HtmlPart& part : parts)
    if (part.kind == HtmlPartKind::comment &&
        text.substr(part.begin, part.end - part.begin) == "<!--StartFragment-->")
      return true;
  // "Wrap it in <p> and </p>" covers little, "use <b> or <br> there" makes no pair: a text may
  // speak of tags. Two signs of one kind are no accident.
  const Signs signs = read_signs(text, parts);
  const bool covered = signs.covered > 0 && signs.covered * 2 >= signs.text;
  return covered || signs.pairs >= 2 || signs.breaks >= 2 || signs.line_starts >= 2;
}

}  // namespace palimpsest
