#include "text/entities.h"

#include <doctest/doctest.h>

#include <string>

#include "text/utf8.h"

namespace palimpsest::tests {
namespace {

/// The character and what is left behind it; "-" for no reference.
std::string in_text(std::string_view text) {
  const auto found = read_reference(text, 0);
  return found ? to_utf8(found->code) + "|" + std::string(text.substr(found->size)) : "-";
}
std::string in_page(std::string_view text) {
  const auto found = read_page_reference(text, 0);
  return found ? to_utf8(found->code) + "|" + std::string(text.substr(found->size)) : "-";
}

}  // namespace

TEST_CASE("names and numbers with their semicolon are characters in a text") {
  CHECK(in_text("&ldquo;No") == "“|No");
  CHECK(in_text("&#8220;") == "“|");
  CHECK(in_text("&#x201c;") == "“|");
  CHECK(in_text("&#X201C;") == "“|");
  CHECK(in_text("&#146;t") == "’|t");
  CHECK(in_text("&frac12;") == "½|");
  CHECK(in_text("&Scaron;") == "Š|");
  CHECK(in_text("&iukcy;") == "і|");
  CHECK(in_text("&infin;") == "∞|");
  CHECK(in_text("&apos;") == "'|");
  CHECK(in_text("&#128512;") == "😀|");
}

TEST_CASE("what is no reference in a text stays") {
  for (const std::string_view text :
       {"&", "&;", "&T", "& b;", "&nosuch;", "&ldquo", "&copy 2017", "&#;", "&#x;", "&#12", "&#0;",
        "&#xD800;", "&#x110000;", "&#99999999999999999999;", "&LDQUO;"})
    CHECK(in_text(text) == "-");
}

TEST_CASE("a page needs no semicolon behind old names and numbers") {
  CHECK(in_page("&copy2017") == "©|2017");
  CHECK(in_page("&amp b") == "&| b");
  CHECK(in_page("&notit;") == "¬|it;");
  CHECK(in_page("&ldquo") == "-");
  CHECK(in_page("&#146t") == "’|t");
  CHECK(in_page("&#0;") == "\xEF\xBF\xBD|");
  CHECK(in_page("&#xD800;") == "\xEF\xBF\xBD|");
  CHECK(in_page("&b=1") == "-");
}

}  // namespace palimpsest::tests
