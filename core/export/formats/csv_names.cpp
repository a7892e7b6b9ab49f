// One row per mention. RFC 4180. Tested by tests/core/document_export_test.cpp.
#include "export/escape.h"
#include "export/formats.h"

namespace palimpsest {

std::string formats::csv_names(const Document& doc, const ExportOptions& options) {
  const OffsetCounter count(doc.cleaned.text, options.offsets);
  std::string out = "id,begin,end,text,kind,form,entity,name,inside,confidence\r\n";
  for (std::size_t i = 0; i < doc.mentions.size(); ++i) {
    const Mention& mention = doc.mentions[i];
    out += std::to_string(i) + "," + std::to_string(count(mention.span.begin)) + "," +
           std::to_string(count(mention.span.end)) + ",";
    add_csv_field(out, mention.span.of(doc.cleaned.text));
    ((out += ',') += name_of(mention.kind)) += ',';
    (out += name_of(mention.form)) += ',';
    if (mention.entity != no_index) {
      out += std::to_string(mention.entity) + ",";
      add_csv_field(out, doc.entities[mention.entity].name);
    } else {
      out += ',';
    }
    out += ',';
    if (mention.inside != no_index) out += std::to_string(mention.inside);
    out += "," + Json(mention.confidence / 100.0).dump() + "\r\n";
  }
  return out;
}

}  // namespace palimpsest
