// Tested by tests/core/html_test.cpp and tests/cases/html/.
#include "decode/html.h"

#include <algorithm>

#include "decode/html_article.h"
#include "decode/html_parts.h"
#include "text/entities.h"
#include "text/utf8.h"

namespace palimpsest {
namespace {

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

/// Writes text as a browser shows it: blanks collapse, breaks wait until something follows them.
class Writer {
 public:
  explicit Writer(const std::vector<std::uint32_t>& follow) : follow_(follow) {}

  void break_line() { breaks_ = std::max(breaks_, 1); }
  void break_paragraph() { breaks_ = 2; }
  /// <br>: two in a row leave an empty line.
  void break_more() { breaks_ = std::min(breaks_ + 1, 2); }
  void next_cell() { tab_ = true; }
  void preserve(bool yes) {
    if (yes != preserved_) fresh_pre_ = yes;
    preserved_ = yes;
  }

  void write(std::string_view html, std::uint32_t begin, std::uint32_t end) {
    pass(begin);  // what was followed into parts that are not read
    for (std::uint32_t at = begin; at < end;) {
      const char c = html[at];
      if (is_space(c) && !preserved_) {
        blank_ = true;
        ++at;
        continue;
      }
      if (c == '\xC2' && html[at + 1] == '\xA0' && begins_block()) {
        at += 2;
        continue;
      }
      if (c == '&') {
        if (const auto found = read_page_reference(html.substr(0, end), at)) {
          put_reference(found->code, at);
          at += found->size;
          continue;
        }
      }
      if (preserved_ && (c == '\r' || c == '\n')) {
        if (c == '\n' && !fresh_pre_) put("\n", at);
        if (c == '\r' && !fresh_pre_ && (at + 1 == end || html[at + 1] != '\n')) put("\n", at);
        fresh_pre_ = fresh_pre_ && c == '\r';
        ++at;
        continue;
      }
      std::uint32_t next = at + 1;  // up to what needs a look
      if (!preserved_)
        while (next < end && !is_space(html[next]) && html[next] != '&' && !is_followed(next))
          ++next;
      if ((static_cast<unsigned char>(c) & 0x80) != 0)
        while (next < end && (static_cast<unsigned char>(html[next]) & 0xC0) == 0x80) ++next;
      fresh_pre_ = false;
      put(html.substr(at, next - at), at);
      at = next;
    }
  }

  void write_mark(std::string_view mark, std::uint32_t at) { put(mark, at); }

  HtmlText finish(std::uint32_t end) {
    pass(end + 1);
    while (!result_.text.empty() && is_space(result_.text.back())) result_.text.pop_back();
    const auto size = static_cast<std::uint32_t>(result_.text.size());
    for (std::uint32_t& place : result_.places) place = std::min(place, size);
    return std::move(result_);
  }

 private:
  bool is_followed(std::uint32_t at) const {
    return next_ < follow_.size() && follow_[next_] == at;
  }

  /// What is followed and stood before `at` is here.
  void pass(std::uint32_t at) {
    for (; next_ < follow_.size() && follow_[next_] < at; ++next_)
      result_.places.push_back(static_cast<std::uint32_t>(result_.text.size()));
  }

  /// No-break spaces at the beginning of a block are an indent, or all of an empty paragraph.
  bool begins_block() const { return !preserved_ && (breaks_ > 0 || result_.text.empty()); }

  void put_reference(char32_t code, std::uint32_t at) {
    if (code == 0xA0 && begins_block()) return;
    if (!preserved_ && (code == ' ' || code == '\n' || code == '\t' || code == '\r')) {
      blank_ = true;
      return;
    }
    put(to_utf8(code == '\r' ? U'\n' : code), at);
  }

  void put(std::string_view piece, std::uint32_t at) {
    std::string& text = result_.text;
    if (!text.empty()) {
      while (breaks_ > 0 && text.back() == '\n' && text.size() > 1) text.pop_back();
      if (breaks_ > 0)
        text.append(static_cast<std::size_t>(breaks_), '\n');
      else if (tab_)
        text.push_back('\t');
      else if (blank_ && text.back() != '\n')
        text.push_back(' ');
    }
    breaks_ = 0;
    blank_ = tab_ = false;
    pass(at + 1);
    text += piece;
  }

  const std::vector<std::uint32_t>& follow_;
  HtmlText result_;
  std::size_t next_ = 0;  // in follow_
  int breaks_ = 0;
  bool blank_ = false, tab_ = false, preserved_ = false;
  bool fresh_pre_ = false;  // a line end right behind <pre> is not part of it
};

void write_tag(const HtmlPart& part, Writer& writer) {
  const bool opens = part.kind == HtmlPartKind::open;
  switch (effect_of(part.element)) {
    case HtmlEffect::block:
    case HtmlEffect::root:
    case HtmlEffect::page:
    case HtmlEffect::chrome:
    case HtmlEffect::rule:
    case HtmlEffect::preserved:
      writer.break_paragraph();
      break;
    case HtmlEffect::line:
      writer.break_line();
      break;
    case HtmlEffect::cell:
      if (opens) writer.next_cell();
      break;
    case HtmlEffect::breaks:
      writer.break_more();
      break;
    case HtmlEffect::quoted:
      if (part.closed) writer.write_mark(opens ? "“" : "”", part.begin);
      break;
    default:
      break;
  }
}

}  // namespace

HtmlText html_to_text(std::string_view html, const std::vector<std::uint32_t>& follow) {
  const std::vector<HtmlPart> parts = cut_html(html);
  const std::vector<bool> read = article_parts(html, parts);
  Writer writer(follow);
  std::size_t preserved_end = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const HtmlPart& part = parts[i];
    if (part.kind == HtmlPartKind::open && part.element == HtmlElement::pre)
      preserved_end = std::max<std::size_t>(preserved_end, part.behind());
    if (!read[i]) continue;
    writer.preserve(i < preserved_end);
    if (part.kind == HtmlPartKind::text)
      writer.write(html, part.begin, part.end);
    else if (part.kind == HtmlPartKind::open || part.kind == HtmlPartKind::close)
      write_tag(part, writer);
  }
  return writer.finish(static_cast<std::uint32_t>(html.size()));
}

}  // namespace palimpsest
