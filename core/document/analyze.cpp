// The flow. Tested by tests/core/laws_test.cpp.
#include "document/document.h"
#include "entity/find.h"

namespace palimpsest {

Document analyze(std::string_view bytes, const Options& options) {
  Document doc;
  doc.source = decode(bytes, options.decode);  // valid UTF-8 from here on
  doc.cleaned = repair(doc.source, options.repair);
  doc.tokens = tokenize(doc.cleaned.text);
  doc.paragraphs = find_paragraphs(doc.cleaned.text, doc.tokens);
  doc.sentences = find_sentences(doc.cleaned.text, doc.tokens, doc.paragraphs);
  if (!options.entities) return doc;
  doc.has_entities = true;
  doc.mentions = find_mentions(doc.cleaned.text, doc.tokens, doc.paragraphs, doc.sentences,
                               doc.cleaned.map(), options.entity, options.model);
  doc.entities = find_entities(
      {doc.cleaned.text, doc.tokens, doc.paragraphs, doc.sentences, options.model, options.entity},
      doc.mentions);
  if (!options.quotes) return doc;
  doc.has_quotes = true;
  doc.quotes = find_quotes(
      {doc.cleaned.text, doc.tokens, doc.paragraphs, doc.sentences, doc.mentions, doc.entities});
  link_first_person(doc.cleaned.text, doc.tokens, doc.quotes, doc.mentions, doc.entities);
  return doc;
}

}  // namespace palimpsest
