// The clean text as a page without script: each repair is an <ins> with a number that leads to its
// footnote, each name a <mark> whose title tells its kind and whom it stands for. It can be read
// without colour, by ear and on paper. Tested by tests/core/document_export_test.cpp.
#include <algorithm>

#include "export/escape.h"
#include "export/formats.h"
#include "text/order.h"
#include "text/outer_first.h"

namespace palimpsest {
namespace {

constexpr std::string_view head =
    "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
    "content=\"width=device-width\">\n<title>A repaired text</title>\n<style>\n"
    "body{max-width:38rem;margin:2rem auto;padding:0 1rem;font:19px/30px Georgia,serif}\n"
    "main{white-space:pre-wrap}\nins{text-decoration:underline dotted}\n"
    "mark{background:none;color:inherit;border-bottom:2px solid #777}\n"
    "mark.place{border-bottom-style:dotted}mark.organisation{border-bottom-style:double}\n"
    "sup,ol,small{font-size:.75em;line-height:1.4}sup{line-height:0}\n</style>\n";

/// A tag at a place of the clean text. Of those at one place, closing ones come first, the inner
/// before the outer.
struct Tag {
  std::uint32_t at;
  std::uint32_t order;  // 0 closes, 1 opens
  std::uint32_t other;  // the other end, for the nesting
  std::string html;
};

std::vector<Tag> tags_of(const Document& doc) {
  std::vector<Tag> tags;
  std::uint32_t end_of_name = 0, end_of_change = 0;  // of the last one that was opened
  struct Piece {
    CleanSpan span;
    std::uint32_t index;
    bool is_change;
  };
  std::vector<Piece> pieces;
  for (std::uint32_t i = 0; i < doc.cleaned.changes.size(); ++i)
    pieces.push_back({doc.cleaned.changes[i].clean, i, true});
  for (std::uint32_t i = 0; i < doc.mentions.size(); ++i)
    if (doc.mentions[i].inside == no_index && is_named(doc.mentions[i].kind))
      pieces.push_back({doc.mentions[i].span, i, false});
  sort_outer_first(pieces);
  for (const Piece& piece : pieces) {
    std::string open, close;
    if (piece.is_change) {
      const std::string number = std::to_string(piece.index + 1);
      open = "<ins>";
      close =
          "</ins><sup><a id=\"r" + number + "\" href=\"#n" + number + "\">" + number + "</a></sup>";
      // Elements must nest: a repair over the edge of a name has only its number, behind it.
      if (piece.span.begin < end_of_name && end_of_name < piece.span.end) {
        tags.push_back({piece.span.end, 1, piece.span.end, close.substr(close.find("<sup>"))});
        continue;
      }
      end_of_change = piece.span.end;
      if (piece.span.empty()) open += close, close.clear();
    } else {
      if (piece.span.begin < end_of_name) continue;
      if (piece.span.begin < end_of_change && end_of_change < piece.span.end) continue;
      end_of_name = piece.span.end;
      const Mention& mention = doc.mentions[piece.index];
      open.append("<mark class=\"").append(name_of(mention.kind)).append("\" title=\"");
      open.append(name_of(mention.kind));
      if (mention.entity != no_index) {
        open += ": ";
        add_escaped(open, doc.entities[mention.entity].name);
      }
      open += "\">";
      close = "</mark>";
    }
    if (!close.empty()) tags.push_back({piece.span.end, 0, piece.span.begin, std::move(close)});
    tags.push_back({piece.span.begin, 1, piece.span.end, std::move(open)});
  }
  sort_by(tags, [](const Tag& tag) { return std::uint64_t{~tag.other}; });
  sort_by(tags, [](const Tag& tag) { return two_keys(tag.at, tag.order); });
  return tags;
}

}  // namespace

std::string formats::html(const Document& doc, const ExportOptions&) {
  const std::string_view text = doc.cleaned.text;
  std::string out(head);
  out += "<main>";
  std::uint32_t at = 0;
  for (const Tag& tag : tags_of(doc)) {
    add_escaped(out, text.substr(at, tag.at - at));
    out += tag.html;
    at = tag.at;
  }
  add_escaped(out, text.substr(at));
  out += "</main>\n";
  if (!doc.cleaned.changes.empty()) out += "<ol>\n";
  for (std::size_t i = 0; i < doc.cleaned.changes.size(); ++i) {
    const Change& change = doc.cleaned.changes[i];
    const std::string number = std::to_string(i + 1);
    out += "<li id=\"n" + number + "\"><del>";
    add_escaped(out, change.source.of(doc.source.text));
    out += "</del> → <ins>";
    add_escaped(out, change.clean.of(text));
    out += "</ins>. ";
    add_escaped(out, reason_of(doc, i));
    out += " <a href=\"#r" + number + "\">back</a></li>\n";
  }
  if (!doc.cleaned.changes.empty()) out += "</ol>\n";
  return out + "</html>\n";
}

}  // namespace palimpsest
