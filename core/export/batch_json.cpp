// One line of a batch: JSON in, JSON out. Tested by tests/core/cli_test.cpp.
#include "export/json.h"

namespace palimpsest {

std::string answer_line(std::string_view line, const Options& options,
                        const ExportOptions& export_options) {
  const Json in = Json::parse(line, nullptr, /*allow_exceptions=*/false);
  Json out;
  if (in.is_object() && in.contains("id")) out["id"] = in["id"];
  if (!in.is_object()) {
    out["error"] = "the line is not a JSON object";
  } else if (!in.contains("text") || !in["text"].is_string()) {
    out["error"] = "the object has no \"text\" that is a string";
  } else {
    Options text_options = options;
    text_options.decode = {.automatic = false,
                           .encoding = Encoding::utf8};  // JSON strings are Unicode already
    const Json document = document_json(
        analyze(in["text"].get_ref<const std::string&>(), text_options), export_options);
    for (const auto& [key, value] : document.items()) out[key] = value;
  }
  return print(out);
}

}  // namespace palimpsest
