// What spaCy's Doc.from_json reads (checked with spaCy 3.8): text, tokens, sentences, entities
// (outermost ones, on token borders), and the groups of spans "mentions" and "quotes" that may
// nest. Offsets in code points. Tested by tests/core/document_export_test.cpp.
#include "export/formats.h"

namespace palimpsest {
namespace {

/// What Python takes for white space, from which spaCy makes tokens of its own.
bool is_white(const Token& token) {
  return token.is_blank() || token.is_line_break() ||
         (token.kind() == TokenKind::other && token.code >= 0x1C && token.code <= 0x1F);
}

/// The tokens as spaCy cuts a text: one blank belongs to the word before it, and all other white
/// space between two words is one token.
std::vector<CleanSpan> spacy_tokens(std::string_view text, const Tokens& tokens) {
  std::vector<CleanSpan> cut;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    CleanSpan span = tokens.span(i);
    if (is_white(tokens[i])) {
      while (i + 1 < tokens.size() && is_white(tokens[i + 1])) ++i;
      span.end = tokens.span(i).end;
      if (!cut.empty() && text[span.begin] == ' ') ++span.begin;
      if (span.begin == span.end) continue;
    }
    cut.push_back(span);
  }
  return cut;
}

}  // namespace

std::string formats::spacy(const Document& doc, const ExportOptions&) {
  const OffsetCounter count(doc.cleaned.text, OffsetUnit::codepoint);
  const auto place = [&](CleanSpan span) {
    return Json{{"start", count(span.begin)}, {"end", count(span.end)}};
  };
  Json tokens = Json::array(), sentences = Json::array(), entities = Json::array(),
       mentions = Json::array(), quotes = Json::array();
  for (const CleanSpan span : spacy_tokens(doc.cleaned.text, doc.tokens)) {
    Json token = place(span);
    token["id"] = tokens.size();
    tokens.push_back(std::move(token));
  }
  for (const CleanSpan sentence : doc.sentences) sentences.push_back(place(sentence));
  for (const Mention& mention : doc.mentions) {
    Json row = place(mention.span);
    row["label"] = name_of(mention.kind);
    // from_json asks for one of every span in a group.
    row["kb_id"] = mention.entity != no_index ? std::to_string(mention.entity) : "";
    if (mention.inside == no_index && mention.form == Form::name) entities.push_back(row);
    mentions.push_back(std::move(row));
  }
  for (const Quote& quote : doc.quotes) {
    Json row = place(quote.span);
    row["label"] = name_of(quote.form);
    row["kb_id"] = quote.speaker != no_index ? std::to_string(quote.speaker) : "";
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
