// brat's standoff format, https://brat.nlplab.org/standoff.html: T lines for mentions and
// quotations with offsets in code points of the clean text, "*" lines for mentions of one entity, R
// lines from a quotation to its speaker, # lines for the reasons. A span over a line end is given
// in fragments, since brat shows line by line. Tested by tests/core/document_export_test.cpp.
#include <algorithm>

#include "export/formats.h"

namespace palimpsest {
namespace {

/// "begin end;begin end", one fragment per line, and the text with blanks for the line ends.
void add_place(std::string& out, std::string_view text, CleanSpan span,
               const OffsetCounter& count) {
  std::string words;
  bool first = true;
  for (std::uint32_t at = span.begin; at < span.end;) {
    const auto end =
        static_cast<std::uint32_t>(std::min<std::size_t>(text.find_first_of("\r\n", at), span.end));
    if (end > at) {
      out += (first ? "" : ";") + std::to_string(count(at)) + " " + std::to_string(count(end));
      if (!first) words += ' ';
      words += text.substr(at, end - at);
      first = false;
    }
    at = end + 1;
  }
  out += "\t" + words;
}

std::string capital(std::string_view name) {
  std::string out(name);
  out[0] = static_cast<char>(out[0] - 'a' + 'A');
  return out;
}

}  // namespace

std::string formats::brat(const Document& doc, const ExportOptions&) {
  const OffsetCounter count(doc.cleaned.text, OffsetUnit::codepoint);
  std::string out;
  for (std::size_t i = 0; i < doc.mentions.size(); ++i) {
    const Mention& mention = doc.mentions[i];
    out += "T" + std::to_string(i + 1) + "\t" + capital(name_of(mention.kind)) + " ";
    add_place(out, doc.cleaned.text, mention.span, count);
    out += '\n';
  }
  for (const Entity& entity : doc.entities) {
    if (entity.mentions.size() < 2) continue;
    out += "*\tSame";
    for (const std::uint32_t mention : entity.mentions) out += " T" + std::to_string(mention + 1);
    out += '\n';
  }
  std::size_t relation = 0;
  for (std::size_t i = 0; i < doc.mentions.size(); ++i)
    if (doc.mentions[i].holder != no_index)
      out += "R" + std::to_string(++relation) + "\tHolder Arg1:T" + std::to_string(i + 1) +
             " Arg2:T" + std::to_string(doc.mentions[i].holder + 1) + "\n";
  for (std::size_t i = 0; i < doc.quotes.size(); ++i) {
    const Quote& quote = doc.quotes[i];
    const std::string id = "T" + std::to_string(doc.mentions.size() + i + 1);
    out += id + "\tQuote ";
    add_place(out, doc.cleaned.text, quote.span, count);
    out += '\n';
    if (quote.speaker != no_index && !doc.entities[quote.speaker].mentions.empty())
      out += "R" + std::to_string(++relation) + "\tSpeaker Arg1:" + id + " Arg2:T" +
             std::to_string(doc.entities[quote.speaker].mentions[0] + 1) + "\n";
  }
  return out;
}

}  // namespace palimpsest
