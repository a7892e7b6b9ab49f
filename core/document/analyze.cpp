// The flow. Tested by tests/core/document_test.cpp and, for the laws, tests/core/laws_test.cpp.
#include "document/document.h"

namespace palimpsest {

Document analyze(std::string_view bytes, const Options& options) {
  Document doc;
  doc.source = decode(bytes, options.decode);  // valid UTF-8 from here on
  doc.cleaned = repair(doc.source, options.repair);
  doc.tokens = tokenize(doc.cleaned.text);
  doc.paragraphs = find_paragraphs(doc.cleaned.text, doc.tokens);
  doc.sentences = find_sentences(doc.cleaned.text, doc.tokens, doc.paragraphs);
  return doc;
}

}  // namespace palimpsest
