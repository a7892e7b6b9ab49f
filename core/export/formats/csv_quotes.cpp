// One row per quotation. RFC 4180. Tested by tests/core/document_export_test.cpp.
#include "export/escape.h"
#include "export/formats.h"

namespace palimpsest {

std::string formats::csv_quotes(const Document& doc, const ExportOptions& options) {
  const OffsetCounter count(doc.cleaned.text, options.offsets);
  std::string out = "begin,end,form,speaker,name,as_written,cue,confidence,text\r\n";
  for (const Quote& quote : doc.quotes) {
    out +=
        std::to_string(count(quote.span.begin)) + "," + std::to_string(count(quote.span.end)) + ",";
    (out += name_of(quote.form)) += ',';
    if (quote.speaker != no_index) {
      out += std::to_string(quote.speaker) + ",";
      add_csv_field(out, doc.entities[quote.speaker].name);
    } else {
      out += ',';
    }
    add_csv_field(out += ',', quote.speaker_span.of(doc.cleaned.text));
    add_csv_field(out += ',', quote.cue.of(doc.cleaned.text));
    out += "," + Json(quote.confidence / 100.0).dump() + ",";
    add_csv_field(out, quote.span.of(doc.cleaned.text));
    out += "\r\n";
  }
  return out;
}

}  // namespace palimpsest
