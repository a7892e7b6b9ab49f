// Pages: tests/cases/html/<name>.html becomes <name>.txt. Fragments and what is none: the tables
// here.
#include "decode/html.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <random>

#include "cases.h"
#include "decode/decode.h"
#include "decode/html_parts.h"
#include "laws.h"

namespace palimpsest::tests {
namespace {

std::string as_text(std::string_view html) { return html_to_text(html).text; }

}  // namespace

TEST_CASE("pages become the text of their article") {
  const std::filesystem::path folder = std::filesystem::path(TESTS_DIR) / "cases" / "html";
  int pages = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    std::filesystem::path expected = entry.path();
    if (expected.extension() != ".html" ||
        !std::filesystem::exists(expected.replace_extension(".txt")))
      continue;
    CAPTURE(entry.path().filename().string());
    ++pages;
    std::string text = read_file(expected);
    while (text.ends_with('\n')) text.pop_back();
    const std::string html = read_file(entry.path());
    CHECK(as_text(html) == text);
    CHECK(decode(html).format == Format::html);
    CHECK(decode(html).text == text);
  }
  CHECK(pages >= 6);
}

TEST_CASE("white space is what a browser shows") {
  CHECK(as_text("<p> a\n b </p>\n\n<p>c</p> ") == "a b\n\nc");
  CHECK(as_text("a<b> b</b> <i> c</i>") == "a b c");
  CHECK(as_text("a<br>b<br><br>c") == "a\nb\n\nc");
  CHECK(as_text("a<hr>b<div><div>c</div></div>d") == "a\n\nb\n\nc\n\nd");
  CHECK(as_text("<ul><li>a<li>b<ul><li>c</ul></ul>d") == "a\nb\n\nc\n\nd");
  CHECK(as_text("<table><tr><td>a<td>b<tr><td>c<td>d</table>") == "a\tb\nc\td");
  CHECK(as_text("<pre>\n a\n\n  b</pre>c") == " a\n\n  b\n\nc");
  CHECK(as_text("a<wbr>b&shy;c&#10;d") ==
        "ab\xC2\xAD"
        "c d");
  CHECK(as_text("") == "");
  CHECK(as_text("  <p> </p> ") == "");
}

TEST_CASE("what is not read leaves nothing") {
  CHECK(as_text("a<script>b</script>c<style>d</style>e") == "ace");
  CHECK(as_text("a<script>if (x</y/) '</scr' + 'ipt>'</script>b") == "ab");
  CHECK(as_text("a<!-- <p>b</p> -->c<!-->d") == "acd");
  CHECK(as_text("a<template><p>b</p></template>c<noscript>d</noscript>") == "ac");
  CHECK(as_text("<p>a</p><nav><a href=x>b</a></nav><p>a long enough text</p>") ==
        "a\n\na long enough text");
  CHECK(as_text("<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>字") == "漢字");
}

TEST_CASE("what holds most of the text is read, whatever it is called") {
  CHECK(as_text("<html><body><form id=aspnet><p>All of the page is in a form.</p></form>") ==
        "All of the page is in a form.");
  CHECK(as_text("<html><body><div class=related><p>All of the page is related.</p></div>") ==
        "All of the page is related.");
  CHECK(as_text("<aside>All that was copied is an aside.</aside>") ==
        "All that was copied is an aside.");
}

TEST_CASE("malformed HTML keeps its text") {
  CHECK(as_text("a < b <3 c</ d <> e") == "a < b <3 c</ d <> e");
  CHECK(as_text("<p>a</b></div></p></p>b") == "a\n\nb");
  CHECK(as_text("a<p title=\"x>y\">b") == "a\n\nb");
  CHECK(as_text("a<p title=\"x>y<p>z") == "a\n\ny\n\nz");
  CHECK(as_text("a<b") == "a<b");
  CHECK(as_text("a<!-- b") == "a<!-- b");
  CHECK(as_text("a<nav>b") == "a\n\nb");
  CHECK(as_text("a<title>b") == "ab");
  CHECK(as_text("a<script>b") == "a");
  const std::string broken =
      as_text(read_file(std::filesystem::path(TESTS_DIR) / "cases" / "html" / "broken.html"));
  CHECK(broken.find("Then bold both slanted and") != std::string::npos);
  CHECK(broken.find("A sign > in a value.") != std::string::npos);
}

TEST_CASE("a text with tags in it is HTML only where they hold it") {
  for (const std::string_view html :
       {"<!DOCTYPE html><p>a", "\n<html><body>a", "<p>One.</p>", "<p>One.\n<p>Two.\n",
        "One.<br>Two.<br>Three.", "One.<br />\nTwo.<br />\nThree.",
        "He <b>said</b> no to <a href='x'>them</a>.", "<div>One</div>\n<div>Two</div>"}) {
    CAPTURE(html);
    CHECK(is_html(html));
  }
  for (const std::string_view text :
       {"", "Plain.", "if x < y and y > z", "an <unknown> and a <missing> word", "a <b and c> d",
        "Wrap it in <p> and </p>, or in <div> and </div>.", "The <br> tag breaks a line.",
        "Use <b> for bold, <i> for italics and <br> for a break.", "I <3 you, and you <3 me",
        "<ann@example.org> wrote to <p@example.org>", "He read <i>The Times</i> on Sunday.",
        "std::vector<a> and std::vector<b>", "&lt;p&gt;One&lt;/p&gt;", "<", "<<<>>>", "</p>"}) {
    CAPTURE(text);
    CHECK(!is_html(text));
  }
}

TEST_CASE("the format can be asked for, and findings follow their character") {
  DecodeOptions options;
  options.automatic_format = false;
  CHECK(decode("<p>One.</p>", options).text == "<p>One.</p>");
  options.format = Format::html;
  CHECK(decode("One &amp; two", options).text == "One & two");
  const Source source = decode("<p>“Don’t”</p><script>'\x92'</script> <p>don\x92t</p>");
  CHECK(source.text == "“Don’t”\n\ndon’t");
  REQUIRE(source.findings.size() == 2);
  CHECK(source.findings[0].span.empty());
  CHECK(source.findings[1].span.of(source.text) == "’");
}

TEST_CASE("attributes are read as written") {
  CHECK(attribute("<p class=a id='b c' hidden>", "class") == "a");
  CHECK(attribute("<p class=a id='b c' hidden>", "id") == "b c");
  CHECK(!attribute("<p class=a hidden>", "hidden").empty());
  CHECK(attribute("<p CLASS = \"x\"/>", "class") == "x");
  CHECK(attribute("<p>", "class").empty());
  CHECK(attribute("<p class='", "class").empty());
}

TEST_CASE("the laws hold on pages of any tags in any order") {
  static const char* const pieces[] = {"<p>",
                                       "</p>",
                                       "<div>",
                                       "</div>",
                                       "<nav>",
                                       "</nav>",
                                       "<h1>",
                                       "</h1>",
                                       "<article>",
                                       "</article>",
                                       "<main>",
                                       "</main>",
                                       "<br>",
                                       "<a href=x>",
                                       "</a>",
                                       "<ul>",
                                       "<li>",
                                       "</ul>",
                                       "<table>",
                                       "<tr>",
                                       "<td>",
                                       "</table>",
                                       "<pre>",
                                       "</pre>",
                                       "<script>",
                                       "</script>",
                                       "<!--",
                                       "-->",
                                       "<q>",
                                       "</q>",
                                       "<title>",
                                       "</title>",
                                       "<p class='share'>",
                                       "<p hidden>",
                                       "&amp;",
                                       "&nbsp;",
                                       "&#146;",
                                       "&lt;p&gt;",
                                       "text ",
                                       "“More” text, ",
                                       "\n",
                                       "\x92",
                                       "<",
                                       "\"",
                                       "<!--StartFragment-->",
                                       "<!--EndFragment-->"};
  for (std::uint32_t seed = 1; seed <= 1500; ++seed) {
    std::mt19937 random(seed);
    std::string html = random() % 2 == 0 ? "<html>" : "";
    for (std::size_t i = random() % 40; i > 0; --i) html += pieces[random() % std::size(pieces)];
    const std::string broken = broken_law(html, seed);
    CHECK_MESSAGE(broken.empty(), broken << "; seed " << seed << "; input " << html);
  }
}

TEST_CASE("a megabyte of one tag, or of half a tag, is read in one go") {
  for (const std::string unit :
       {"<",          "<a",         "<a>",        "<p>",        "</p>",
        "<div>",      "<nav>",      "<li>",       "<!--",       "<!-- -->",
        "<script>",   "<title>",    "<textarea>", "<a href=\"", "<a href='x'>",
        "&",          "&amp;",      "<td>",       "<pre>\n",    "<p class=related>x</p>",
        "<h1>x</h1>", "<article>x", "<!d",        "<b><i></b>", "<div>some text ",
        "<main><p>x"}) {
    CAPTURE(unit);
    std::string html = "<html>";
    while (html.size() < 1'000'000) html += unit;
    CHECK(decode(html).format == Format::html);
  }
}

}  // namespace palimpsest::tests
