// One row per repair, applied or suggested. RFC 4180. Tested by
// tests/core/document_export_test.cpp.
#include "export/escape.h"
#include "export/formats.h"

namespace palimpsest {

std::string formats::csv_repairs(const Document& doc, const ExportOptions& options) {
  std::string out =
      "id,kind,group,safety,confidence,source_begin,source_end,clean_begin,clean_end,before,after,"
      "why\r\n";
  for (const Json& change : changes_json(doc, options)) {
    out += change["id"].dump();
    for (const char* key : {"kind", "group", "safety"})
      (out += ',') += change[key].get_ref<const std::string&>();
    (out += ',') += change["confidence"].dump();
    for (const char* key : {"source", "clean"})
      for (const Json& at : change[key]) (out += ',') += at.dump();
    for (const char* key : {"before", "after", "why"})
      add_csv_field(out += ',', change[key].get_ref<const std::string&>());
    out += "\r\n";
  }
  return out;
}

}  // namespace palimpsest
