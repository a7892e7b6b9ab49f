// The W3C Web Annotation Data Model, https://www.w3.org/TR/annotation-model/: one page of
// annotations on the clean text, each place given by a TextPositionSelector (code points, as the
// model counts) and a TextQuoteSelector with 32 code points around it. What the reader decided is
// annotated on the source, which lies beside it, so that the page can be read back
// (export/record.h). Tested by tests/core/document_export_test.cpp.
#include "export/formats.h"

namespace palimpsest {
namespace {

constexpr std::size_t context = 32;

class Page {
 public:
  Page(std::string_view text, std::string_view id)
      : text_(text), id_(id), count_(text, OffsetUnit::codepoint) {}

  template <class Text>
  Json annotation(const std::string& id, std::string_view motivation, Span<Text> span, Json body) {
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
             {{"source", id_},
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
  std::string_view text_, id_;
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
Json editing(std::string_view value) {
  return {{"type", "TextualBody"}, {"purpose", "editing"}, {"value", value}};
}
Json text_resource(std::string_view id, std::string_view value) {
  return {{"id", id}, {"type", "Text"}, {"format", "text/plain"}, {"value", value}};
}

}  // namespace

std::string formats::webannotation(const Document& doc, const ExportOptions&) {
  Page page(doc.cleaned.text, "#text"), source(doc.source.text, "#source");
  Json items = Json::array();
  for (std::size_t i = 0; i < doc.cleaned.changes.size(); ++i) {
    const Change& change = doc.cleaned.changes[i];
    items.push_back(page.annotation(
        "change" + std::to_string(i), "editing", change.clean,
        Json::array({tag(row_of(change.kind).name), editing(change.source.of(doc.source.text)),
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
  for (std::size_t i = 0; i < doc.decisions.size(); ++i) {
    const Decision& decision = doc.decisions[i];
    Json body = Json::array({tag(decision.kind),
                             {{"type", "TextualBody"},
                              {"purpose", "assessing"},
                              {"value", decision.kept ? "kept" : "back"}},
                             note(decision.before)});
    if (decision.chosen) body.push_back(editing(*decision.chosen));
    items.push_back(source.annotation("decision" + std::to_string(i), "assessing", decision.place,
                                      std::move(body)));
  }
  Json json = {{"@context", "http://www.w3.org/ns/anno.jsonld"},
               {"id", "#annotations"},
               {"type", "AnnotationPage"},
               {"offsets", name_of(OffsetUnit::codepoint)},
               {"text", text_resource("#text", doc.cleaned.text)},
               {"source", text_resource("#source", doc.source.text)},
               {"items", std::move(items)}};
  if (!doc.lexicon.empty()) json["lexicon"] = lexicon_json(doc);
  return print(json) + "\n";
}

}  // namespace palimpsest
