// The W3C Web Annotation Data Model, https://www.w3.org/TR/annotation-model/: one page of
// annotations on the clean text, each place given by a TextPositionSelector (code points, as the
// model counts) and a TextQuoteSelector with 32 code points around it. Tested by
// tests/core/document_export_test.cpp.
#include "export/formats.h"

namespace palimpsest {
namespace {

constexpr std::size_t context = 32;

class Page {
 public:
  explicit Page(const Document& doc)
      : text_(doc.cleaned.text), count_(doc.cleaned.text, OffsetUnit::codepoint) {}

  Json annotation(const std::string& id, std::string_view motivation, CleanSpan span, Json body) {
    std::size_t from = span.begin, to = span.end;
    for (std::size_t i = 0; i < context && from > 0; ++i) do
        --from;
      while (from > 0 && is_inside(from));
    for (std::size_t i = 0; i < context && to < text_.size(); ++i) do
        ++to;
      while (to < text_.size() && is_inside(to));
    return {{"id", "#" + id},
            {"type", "Annotation"},
            {"motivation", motivation},
            {"body", std::move(body)},
            {"target",
             {{"source", "#text"},
              {"selector", Json::array({{{"type", "TextPositionSelector"},
                                         {"start", count_(span.begin)},
                                         {"end", count_(span.end)}},
                                        {{"type", "TextQuoteSelector"},
                                         {"exact", span.of(text_)},
                                         {"prefix", text_.substr(from, span.begin - from)},
                                         {"suffix", text_.substr(span.end, to - span.end)}}})}}}};
  }

 private:
  bool is_inside(std::size_t at) const {
    return (static_cast<unsigned char>(text_[at]) & 0xC0) == 0x80;
  }
  std::string_view text_;
  OffsetCounter count_;
};

Json tag(std::string_view value) {
  return {{"type", "TextualBody"}, {"purpose", "tagging"}, {"value", value}};
}
Json note(std::string_view value) {
  return {{"type", "TextualBody"}, {"purpose", "commenting"}, {"value", value}};
}
Json naming(std::string_view value) {
  return {{"type", "TextualBody"}, {"purpose", "identifying"}, {"value", value}};
}

}  // namespace

std::string formats::webannotation(const Document& doc, const ExportOptions&) {
  Page page(doc);
  Json items = Json::array();
  for (std::size_t i = 0; i < doc.cleaned.changes.size(); ++i) {
    const Change& change = doc.cleaned.changes[i];
    items.push_back(page.annotation("change" + std::to_string(i), "editing", change.clean,
                                    Json::array({tag(row_of(change.kind).name),
                                                 {{"type", "TextualBody"},
                                                  {"purpose", "editing"},
                                                  {"value", change.source.of(doc.source.text)}},
                                                 note(reason_of(doc, i))})));
  }
  for (std::size_t i = 0; i < doc.mentions.size(); ++i) {
    const Mention& mention = doc.mentions[i];
    Json body = Json::array({tag(name_of(mention.kind))});
    if (mention.entity != no_index) body.push_back(naming(doc.entities[mention.entity].name));
    items.push_back(page.annotation("mention" + std::to_string(i), "tagging", mention.span, body));
  }
  for (std::size_t i = 0; i < doc.quotes.size(); ++i) {
    const Quote& quote = doc.quotes[i];
    Json body = Json::array({tag("quote"), tag(name_of(quote.form))});
    if (quote.speaker != no_index) body.push_back(naming(doc.entities[quote.speaker].name));
    items.push_back(page.annotation("quote" + std::to_string(i), "classifying", quote.span, body));
  }
  return print({{"@context", "http://www.w3.org/ns/anno.jsonld"},
                {"id", "#annotations"},
                {"type", "AnnotationPage"},
                {"offsets", name_of(OffsetUnit::codepoint)},
                {"text",
                 {{"id", "#text"},
                  {"type", "Text"},
                  {"format", "text/plain"},
                  {"value", doc.cleaned.text}}},
                {"items", std::move(items)}}) +
         "\n";
}

}  // namespace palimpsest
