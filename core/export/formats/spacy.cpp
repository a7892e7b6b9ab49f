// What spaCy's Doc.from_json reads: text, tokens, sentences, entities (outermost ones, on token
// borders), and the groups of spans "mentions" and "quotes" that may nest. Offsets in code points.
// Tested by tests/core/document_export_test.cpp.
#include "export/formats.h"

namespace palimpsest {

std::string formats::spacy(const Document& doc, const ExportOptions&) {
  const OffsetCounter count(doc.cleaned.text, OffsetUnit::codepoint);
  const auto place = [&](CleanSpan span) {
    return Json{{"start", count(span.begin)}, {"end", count(span.end)}};
  };
  Json tokens = Json::array(), sentences = Json::array(), entities = Json::array(),
       mentions = Json::array(), quotes = Json::array();
  for (std::size_t i = 0; i < doc.tokens.size(); ++i) {
    // A single blank belongs to the token before it; any other is a token of its own.
    if (doc.tokens[i].is_blank() && i > 0 && doc.tokens.of(doc.cleaned.text, i) == " ") continue;
    Json token = place(doc.tokens.span(i));
    token["id"] = tokens.size();
    tokens.push_back(std::move(token));
  }
  for (const CleanSpan sentence : doc.sentences) sentences.push_back(place(sentence));
  for (const Mention& mention : doc.mentions) {
    Json row = place(mention.span);
    row["label"] = name_of(mention.kind);
    if (mention.entity != no_index) row["kb_id"] = std::to_string(mention.entity);
    if (mention.inside == no_index && mention.form == Form::name) entities.push_back(row);
    mentions.push_back(std::move(row));
  }
  for (const Quote& quote : doc.quotes) {
    Json row = place(quote.span);
    row["label"] = name_of(quote.form);
    if (quote.speaker != no_index) row["kb_id"] = std::to_string(quote.speaker);
    quotes.push_back(std::move(row));
  }
  return print({{"text", doc.cleaned.text},
                {"ents", std::move(entities)},
                {"sents", std::move(sentences)},
                {"tokens", std::move(tokens)},
                {"spans", {{"mentions", std::move(mentions)}, {"quotes", std::move(quotes)}}}}) +
         "\n";
}

}  // namespace palimpsest
