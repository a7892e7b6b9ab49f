// Tested by tests/core/html_test.cpp and tests/cases/html/.
#include "decode/html_article.h"

#include <algorithm>
#include <iterator>
#include <string>

namespace palimpsest {
namespace {

// Words in class and id that name a box beside the article. Whole words between marks and capitals:
// "related-links", "shareTools", not "heading".
constexpr std::string_view beside_words[] = {
    "ad",           "ads",         "advert",     "advertisement", "advertising", "banner",
    "breadcrumb",   "breadcrumbs", "caption",    "captions",      "comment",     "comments",
    "cookie",       "cookies",     "disqus",     "footer",        "menu",        "more",
    "nav",          "navbar",      "navigation", "newsletter",    "newsletters", "outbrain",
    "pagination",   "popup",       "promo",      "promos",        "recirc",      "recirculation",
    "recommend",    "recommended", "related",    "share",         "sharing",     "sidebar",
    "signup",       "skip",        "social",     "sponsor",       "sponsored",   "subscribe",
    "subscription", "taboola",     "teaser",     "teasers",       "toolbar",     "trending"};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

/// "story-body__relatedLinks": story, body, related, links.
bool names_a_box(std::string_view names) {
  std::string word;
  for (std::size_t at = 0; at <= names.size(); ++at) {
    const char c = at < names.size() ? names[at] : ' ';
    const bool begins = is_capital(c) && at > 0 && !is_capital(names[at - 1]);
    if (!is_letter(c) || begins) {
      if (std::binary_search(std::begin(beside_words), std::end(beside_words), word)) return true;
      word.clear();
    }
    if (is_letter(c)) word.push_back(static_cast<char>(c | 0x20));
  }
  return false;
}

bool is_hidden(std::string_view tag) {
  const std::string_view style = attribute(tag, "style");
  return !attribute(tag, "hidden").empty() || attribute(tag, "aria-hidden") == "true" ||
         style.find("display:none") != std::string_view::npos ||
         style.find("display: none") != std::string_view::npos;
}

bool is_container(HtmlElement element) {
  const HtmlEffect effect = effect_of(element);
  return effect == HtmlEffect::block || effect == HtmlEffect::root || effect == HtmlEffect::page ||
         effect == HtmlEffect::cell || effect == HtmlEffect::line || effect == HtmlEffect::chrome;
}

/// Sums over the parts before each one, so that what an element holds is a difference.
struct Sums {
  std::vector<std::uint32_t> text;     // characters that are no blanks
  std::vector<std::uint32_t> linked;   // of them, in links
  std::vector<std::uint32_t> running;  // of them, in paragraphs or long, not in links
  std::vector<std::uint32_t> links;    // links
  std::vector<std::uint32_t> headlines;
};

std::uint32_t count_text(std::string_view text) {
  return static_cast<std::uint32_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) > 0x20; }));
}

class Chooser {
 public:
  Chooser(std::string_view html, const std::vector<HtmlPart>& parts)
      : html_(html), parts_(parts), read_(parts.size(), true) {}

  std::vector<bool> choose() {
    drop_unread();
    keep_fragment();
    sum_up();
    if (is_whole_page(html_, parts_) && fragment_begin_ == 0) {
      drop_boxes(true);
      sum_up();
      keep_root();
    } else {
      drop_boxes(false);
    }
    return std::move(read_);
  }

 private:
  std::string_view source(const HtmlPart& part) const {
    return html_.substr(part.begin, part.end - part.begin);
  }

  void drop(std::size_t first, std::size_t behind) {
    std::fill(read_.begin() + static_cast<std::ptrdiff_t>(first),
              read_.begin() + static_cast<std::ptrdiff_t>(behind), false);
  }

  /// Scripts, captions and the like: never read. What nothing closes is kept, it would take the
  /// rest.
  void drop_unread() {
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      const HtmlPart& part = parts_[i];
      if (part.kind != HtmlPartKind::open || !part.closed) continue;
      const HtmlEffect effect = effect_of(part.element);
      if (effect != HtmlEffect::dropped && effect != HtmlEffect::raw &&
          effect != HtmlEffect::raw_text)
        continue;
      drop(i, part.behind());
      i = part.behind() - 1;
    }
  }

  /// A clipboard marks what was copied with comments in a page of its own making.
  void keep_fragment() {
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      if (parts_[i].kind != HtmlPartKind::comment) continue;
      if (source(parts_[i]) == "<!--StartFragment-->" && fragment_begin_ == 0) {
        drop(0, i);
        fragment_begin_ = i + 1;
      }
      if (source(parts_[i]) == "<!--EndFragment-->" && fragment_begin_ != 0) {
        drop(i, parts_.size());
        return;
      }
    }
  }

  void sum_up() {
    const std::size_t size = parts_.size() + 1;
    for (auto* sums : {&sums_.text, &sums_.linked, &sums_.running, &sums_.links, &sums_.headlines})
      sums->assign(size, 0);
    std::size_t link_end = 0, paragraph_end = 0;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      const HtmlPart& part = parts_[i];
      std::uint32_t text = 0, links = 0;
      if (read_[i] && part.kind == HtmlPartKind::open && part.element == HtmlElement::a) {
        link_end = std::max<std::size_t>(link_end, part.closed ? part.behind() : i);
        links = 1;
      }
      if (read_[i] && part.kind == HtmlPartKind::open && part.element == HtmlElement::p)
        paragraph_end = part.behind();
      if (read_[i] && part.kind == HtmlPartKind::text) text = count_text(source(part));
      const bool linked = i < link_end;
      constexpr std::uint32_t long_text = 80;  // a line and more
      const bool runs = !linked && (i < paragraph_end || text >= long_text);
      sums_.text[i + 1] = sums_.text[i] + text;
      sums_.linked[i + 1] = sums_.linked[i] + (linked ? text : 0);
      sums_.running[i + 1] = sums_.running[i] + (runs ? text : 0);
      sums_.links[i + 1] = sums_.links[i] + links;
      sums_.headlines[i + 1] = sums_.headlines[i] + is_headline(i);
    }
  }

  bool is_beside(const HtmlPart& part, std::size_t i, bool whole_page) const {
    const std::string_view tag = source(part);
    if (effect_of(part.element) == HtmlEffect::chrome) return true;
    if (!whole_page && !is_container(part.element)) return false;
    if (is_hidden(tag)) return true;
    const std::string_view names = attribute(tag, "class");
    if (!whole_page) return names.find("caption") != std::string_view::npos;
    if (names_a_box(names) || names_a_box(attribute(tag, "id"))) return true;
    // A list of links.
    const bool list = part.element == HtmlElement::ul || part.element == HtmlElement::ol;
    return list && in(sums_.links, range_of(i)) >= 3 &&
           in(sums_.linked, range_of(i)) * 10 >= in(sums_.text, range_of(i)) * 9;
  }

  /// Boxes beside the article; one that holds more than two fifths of the text is no such box.
  void drop_boxes(bool whole_page) {
    const std::uint32_t all = sums_.text.back();
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      const HtmlPart& part = parts_[i];
      if (!read_[i] || part.kind != HtmlPartKind::open || !part.closed) continue;
      if (effect_of(part.element) == HtmlEffect::page || part.element == HtmlElement::main ||
          part.element == HtmlElement::article)
        continue;
      if (in(sums_.text, range_of(i)) * 5 > all * 2) continue;
      if (!is_beside(part, i, whole_page)) continue;
      drop(i, part.behind());
      i = part.behind() - 1;
    }
  }

  bool is_named_root(const HtmlPart& part) const {
    if (effect_of(part.element) == HtmlEffect::root) return true;
    const std::string_view tag = source(part);
    const std::string_view role = attribute(tag, "role");
    return role == "main" || role == "article" ||
           attribute(tag, "itemprop").find("articleBody") != std::string_view::npos;
  }

  struct Range {
    std::size_t first, behind;
  };
  Range range_of(std::size_t i) const { return {i, parts_[i].behind()}; }
  std::uint32_t in(const std::vector<std::uint32_t>& sums, Range range) const {
    return sums[range.behind] - sums[range.first];
  }
  bool is_open(std::size_t i) const {
    return parts_[i].kind == HtmlPartKind::open && read_[i] && parts_[i].last > i;
  }
  bool is_headline(std::size_t i) const {
    return is_open(i) && parts_[i].closed && parts_[i].element == HtmlElement::h1;
  }
  bool holds(Range part, Range whole, std::uint32_t of_twenty) const {
    const std::uint32_t running = in(sums_.running, part);
    return running > 0 && running * 20 >= in(sums_.running, whole) * of_twenty;
  }

  /// True if the headline stands in the whole before the part, with little but the head of the
  /// article (who wrote it, the date) around it.
  bool loses_headline(Range part, Range whole) const {
    const std::uint32_t all = in(sums_.text, whole), beside = all - in(sums_.text, part);
    return in(sums_.headlines, part) == 0 && in(sums_.headlines, {whole.first, part.first}) > 0 &&
           beside * 4 < all;
  }

  /// What the page itself calls its article, if that holds half of the running text.
  Range named_root(Range root) const {
    for (std::size_t i = root.first; i < root.behind; ++i)
      if (is_open(i) && is_named_root(parts_[i]) && holds(range_of(i), root, 10) &&
          !loses_headline(range_of(i), root))
        root = range_of(i);
    return root;
  }

  /// Goes down as long as one element holds nearly all of the running text, but not past the
  /// headline where little stands beside that.
  Range found_root(Range root) const {
    for (std::size_t i = root.first; i < root.behind;) {
      if (!is_open(i) || !is_container(parts_[i].element) || parts_[i].element == HtmlElement::p) {
        ++i;
        continue;
      }
      const Range part = range_of(i);
      if (!holds(part, root, 17)) {
        i = part.behind;
        continue;
      }
      if (loses_headline(part, root)) break;
      root = part;
      ++i;
    }
    return root;
  }

  void keep_root() {
    const Range whole{0, parts_.size()};
    Range root = named_root(whole);
    if (root.behind - root.first == parts_.size()) root = found_root(whole);
    const std::size_t headline = headline_before(root);
    drop(0, headline);
    if (headline < root.first) drop(parts_[headline].behind(), root.first);
    drop(root.behind, parts_.size());
  }

  /// The last <h1> before the root, if the root has none; else the root.
  std::size_t headline_before(Range root) const {
    for (std::size_t i = root.first; i < root.behind; ++i)
      if (is_headline(i)) return root.first;
    for (std::size_t i = root.first; i-- > 0;)
      if (is_headline(i) && parts_[i].behind() <= root.first) return i;
    return root.first;
  }

  std::string_view html_;
  const std::vector<HtmlPart>& parts_;
  std::vector<bool> read_;
  Sums sums_;
  std::size_t fragment_begin_ = 0;
};

}  // namespace

bool is_whole_page(std::string_view, const std::vector<HtmlPart>& parts) {
  return std::any_of(parts.begin(), parts.end(), [](const HtmlPart& part) {
    return part.kind == HtmlPartKind::doctype ||
           (part.kind == HtmlPartKind::open &&
            (effect_of(part.element) == HtmlEffect::page || part.element == HtmlElement::head));
  });
}

std::vector<bool> article_parts(std::string_view html, const std::vector<HtmlPart>& parts) {
  return Chooser(html, parts).choose();
}

}  // namespace palimpsest
