// Columns as in CoNLL-2003: word, kind as B-, I- or O, and the entity's id or "-"; an empty line
// behind each sentence. Outermost mentions only, since the columns hold one. Tested by
// tests/core/document_export_test.cpp.
#include "export/formats.h"

namespace palimpsest {

std::string formats::conll(const Document& doc, const ExportOptions&) {
  std::string out;
  std::size_t next = 0, token = 0;
  for (const CleanSpan sentence : doc.sentences) {
    while (token < doc.tokens.size() && doc.tokens.begin_of(token) < sentence.begin) ++token;
    for (; token < doc.tokens.size() && doc.tokens.begin_of(token) < sentence.end; ++token) {
      if (doc.tokens[token].is_blank() || doc.tokens[token].is_line_break()) continue;
      const CleanSpan span = doc.tokens.span(token);
      while (next < doc.mentions.size() &&
             (doc.mentions[next].span.end <= span.begin || doc.mentions[next].inside != no_index))
        ++next;
      (out += span.of(doc.cleaned.text)) += '\t';
      if (next < doc.mentions.size() && doc.mentions[next].span.contains(span)) {
        const Mention& mention = doc.mentions[next];
        (out += span.begin == mention.span.begin ? "B-" : "I-") += name_of(mention.kind);
        out += "\t" + (mention.entity == no_index ? "-" : std::to_string(mention.entity));
      } else {
        out += "O\t-";
      }
      out += '\n';
    }
    out += '\n';
  }
  return out;
}

}  // namespace palimpsest
