// After the HTML standard, section 13.2.5 (tokenization), with the tree reduced to which tag ends
// which element. Tested by tests/core/html_test.cpp.
#include "decode/html_parts.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>

namespace palimpsest {
namespace {

struct Row {
  std::string_view name;
  HtmlEffect effect;
};
constexpr Row rows[] = {
#define ELEMENT(name, effect) {#name, HtmlEffect::effect},
#include "decode/html_elements.def"
};
constexpr std::size_t element_count = std::size(rows);

constexpr std::size_t none = std::string_view::npos;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
bool is_ascii_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }
bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

HtmlElement element_named(std::string_view name) {
  char small[16];
  if (name.size() > 10) return HtmlElement::unknown;
  std::transform(name.begin(), name.end(), small, lower);
  std::string_view wanted(small, name.size());
  if (wanted == "template") wanted = "template_";  // a word of C++
  const Row* found =
      std::lower_bound(std::begin(rows), std::end(rows), wanted,
                       [](const Row& row, std::string_view n) { return row.name < n; });
  if (found == std::end(rows) || found->name != wanted) return HtmlElement::unknown;
  return static_cast<HtmlElement>(found - std::begin(rows));
}

std::size_t name_end(std::string_view html, std::size_t at) {
  while (at < html.size() && !is_space(html[at]) && html[at] != '/' && html[at] != '>') ++at;
  return at;
}

/// Position behind the > that ends the tag whose name ends at `at`; a > in a quoted value does not.
std::size_t tag_end(std::string_view html, std::size_t at, bool heed_quotes) {
  bool value = false;  // behind an = sign
  for (; at < html.size(); ++at) {
    const char c = html[at];
    if (c == '>') return at + 1;
    if (heed_quotes && value && (c == '"' || c == '\'')) {
      at = html.find(c, at + 1);
      if (at == none) return none;
    }
    if (c == '=')
      value = true;
    else if (!is_space(c))
      value = false;
  }
  return none;
}

class Cutter {
 public:
  explicit Cutter(std::string_view html) : html_(html) {}

  std::vector<HtmlPart> cut() {
    for (std::size_t at = html_.find('<'); at != none; at = html_.find('<', at))
      at = read_tag(at) ? done_ : at + 1;  // a < that begins no tag is text
    add_text(html_.size());
    while (!open_.empty()) pop(static_cast<std::uint32_t>(parts_.size()));
    return std::move(parts_);
  }

 private:
  void add(HtmlPartKind kind, std::size_t end, HtmlElement element = HtmlElement::unknown) {
    HtmlPart part;
    part.begin = static_cast<std::uint32_t>(done_);
    part.end = static_cast<std::uint32_t>(end);
    part.last = static_cast<std::uint32_t>(parts_.size());
    part.kind = kind;
    part.element = element;
    parts_.push_back(part);
    done_ = end;
  }

  void add_text(std::size_t end) {
    if (end > done_) add(HtmlPartKind::text, end);
  }

  /// Adds what stands at `at`, where a < is. False if that begins no tag.
  bool read_tag(std::size_t at) {
    const char next = at + 1 < html_.size() ? html_[at + 1] : '\0';
    if (next == '!' || next == '?') return read_declaration(at);
    const bool closes = next == '/';
    const std::size_t name = at + 1 + closes;
    if (no_tag_end_ || name >= html_.size() || !is_ascii_letter(html_[name])) return false;
    const std::size_t behind_name = name_end(html_, name);
    std::size_t end = tag_end(html_, behind_name, heed_quotes_);
    if (end == none && heed_quotes_) {
      heed_quotes_ = false;  // a quote that nothing closes: from here on a > ends a tag
      end = tag_end(html_, behind_name, false);
    }
    no_tag_end_ = end == none;
    if (no_tag_end_) return false;
    const HtmlElement element = element_named(html_.substr(name, behind_name - name));
    add_text(at);
    if (closes)
      close(element, end);
    else
      open(element, end);
    return true;
  }

  bool read_declaration(std::size_t at) {
    if (html_.substr(at, 4) == "<!--") {
      std::size_t end = no_comment_end_ ? none : html_.find("-->", at + 2);
      no_comment_end_ = end == none;
      if (no_comment_end_) return false;
      end += 3;
      add_text(at);
      add(HtmlPartKind::comment, end);
      return true;
    }
    const bool doctype = at + 9 <= html_.size() && html_[at + 1] == '!' &&
                         lower(html_[at + 2]) == 'd' && lower(html_[at + 3]) == 'o' &&
                         lower(html_[at + 4]) == 'c';
    const char next = at + 2 < html_.size() ? html_[at + 2] : '\0';
    if (!doctype && next != '[' && !is_ascii_letter(next)) return false;
    const std::size_t end = no_tag_end_ ? none : tag_end(html_, at + 2, false);
    no_tag_end_ = end == none;
    if (no_tag_end_) return false;
    add_text(at);
    add(doctype ? HtmlPartKind::doctype : HtmlPartKind::comment, end);
    return true;
  }

  void open(HtmlElement element, std::size_t end) {
    const HtmlEffect effect = effect_of(element);
    end_implied(element, effect);
    add(HtmlPartKind::open, end, element);
    const bool self_closed = html_[end - 2] == '/' && element == HtmlElement::svg;
    if (effect == HtmlEffect::empty || effect == HtmlEffect::breaks || effect == HtmlEffect::rule ||
        element == HtmlElement::unknown || self_closed)
      return;
    if (effect == HtmlEffect::raw || effect == HtmlEffect::raw_text) {
      read_raw(element, effect == HtmlEffect::raw);
      return;
    }
    open_.push_back(static_cast<std::uint32_t>(parts_.size() - 1));
    ++depth_[static_cast<std::size_t>(element)];
  }

  /// The content of a script or a style is no HTML; what nothing closes goes on to the end.
  void read_raw(HtmlElement element, bool to_the_end) {
    bool& never = never_closed_[static_cast<std::size_t>(element)];
    const std::string_view name = rows[static_cast<std::size_t>(element)].name;
    std::size_t at = never ? none : html_.find("</", done_);
    for (; at != none; at = html_.find("</", at + 2)) {
      const std::size_t behind = at + 2 + name.size();
      if (behind < html_.size() && element_named(html_.substr(at + 2, name.size())) == element &&
          (is_space(html_[behind]) || html_[behind] == '/' || html_[behind] == '>'))
        break;
    }
    const std::uint32_t opened = static_cast<std::uint32_t>(parts_.size() - 1);
    if (at == none) {
      never = true;
      if (!to_the_end) return;
      at = html_.size();
    }
    if (at > done_) add(HtmlPartKind::comment, at);
    const std::size_t end = at < html_.size() ? tag_end(html_, at + 2, false) : none;
    if (end != none) {
      parts_[opened].last = static_cast<std::uint32_t>(parts_.size());
      parts_[opened].closed = true;
      add(HtmlPartKind::close, end, element);
    } else if (at < html_.size()) {
      add(HtmlPartKind::comment, html_.size());
    }
  }

  void close(HtmlElement element, std::size_t end) {
    const std::uint32_t closing = static_cast<std::uint32_t>(parts_.size());
    add(HtmlPartKind::close, end, element);
    if (element == HtmlElement::unknown || depth_[static_cast<std::size_t>(element)] == 0) return;
    while (parts_[open_.back()].element != element) pop(closing);
    parts_[open_.back()].closed = parts_[closing].closed = true;
    pop(closing);
  }

  /// A paragraph ends where another block begins, a list item where the next one does, and so on.
  void end_implied(HtmlElement element, HtmlEffect effect) {
    const auto at = static_cast<std::uint32_t>(parts_.size());
    const auto top = [&] {
      return open_.empty() ? HtmlElement::unknown : parts_[open_.back()].element;
    };
    const bool is_block = effect != HtmlEffect::inline_ && effect != HtmlEffect::breaks &&
                          effect != HtmlEffect::quoted && effect != HtmlEffect::empty &&
                          effect != HtmlEffect::raw;
    if (is_block && top() == HtmlElement::p) pop(at);
    const bool next_of_kind = (effect == HtmlEffect::line || effect == HtmlEffect::cell) &&
                              effect_of(top()) == effect && top() != HtmlElement::unknown;
    if (next_of_kind) pop(at);
    if (element == HtmlElement::tr && effect_of(top()) == HtmlEffect::cell) {
      pop(at);
      if (top() == HtmlElement::tr) pop(at);
    }
  }

  void pop(std::uint32_t last) {
    HtmlPart& part = parts_[open_.back()];
    part.last = last;
    --depth_[static_cast<std::size_t>(part.element)];
    open_.pop_back();
  }

  std::string_view html_;
  std::vector<HtmlPart> parts_;
  std::vector<std::uint32_t> open_;  // indices of the elements that are open
  std::array<std::uint32_t, element_count> depth_{};
  std::array<bool, element_count> never_closed_{};
  std::size_t done_ = 0;  // the parts reach to here
  // What was once looked for to the end and not found is not looked for again: the work stays
  // linear.
  bool no_tag_end_ = false, no_comment_end_ = false;
  bool heed_quotes_ = true;
};

}  // namespace

HtmlEffect effect_of(HtmlElement element) {
  return element == HtmlElement::unknown ? HtmlEffect::inline_
                                         : rows[static_cast<std::size_t>(element)].effect;
}

std::vector<HtmlPart> cut_html(std::string_view html) { return Cutter(html).cut(); }

std::string_view attribute(std::string_view tag, std::string_view name) {
  std::size_t at = name_end(tag, 1);
  while (at < tag.size()) {
    while (at < tag.size() && (is_space(tag[at]) || tag[at] == '/')) ++at;
    const std::size_t begin = at;
    while (at < tag.size() && !is_space(tag[at]) && tag[at] != '=' && tag[at] != '>' &&
           tag[at] != '/')
      ++at;
    const std::string_view found = tag.substr(begin, at - begin);
    while (at < tag.size() && is_space(tag[at])) ++at;
    std::string_view value = found;  // of an attribute that has none: not empty, so that it counts
    if (at < tag.size() && tag[at] == '=') {
      ++at;
      while (at < tag.size() && is_space(tag[at])) ++at;
      const char quote = at < tag.size() ? tag[at] : '\0';
      std::size_t end = at;
      if (quote == '"' || quote == '\'') {
        end = std::min(tag.find(quote, at + 1), tag.size());
        value = tag.substr(at + 1, end - at - 1);
        at = std::min(end + 1, tag.size());
      } else {
        while (end < tag.size() && !is_space(tag[end]) && tag[end] != '>') ++end;
        value = tag.substr(at, end - at);
        at = end;
      }
    } else if (begin == at) {
      ++at;
    }
    if (found.size() == name.size() && std::equal(found.begin(), found.end(), name.begin(),
                                                  [](char a, char b) { return lower(a) == b; }))
      return value;
  }
  return {};
}

}  // namespace palimpsest
