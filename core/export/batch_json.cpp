// One line of a batch: JSON in, JSON out. Tested by tests/core/cli_test.cpp.
#include <algorithm>

#include "export/json.h"
#include "text/utf8.h"

namespace palimpsest {
namespace {

/// The value of four hexadecimal digits at `at`, or -1.
int hex4(std::string_view text, std::size_t at) {
  if (at + 4 > text.size()) return -1;
  int value = 0;
  for (std::size_t i = at; i < at + 4; ++i) {
    const char c = text[i];
    const int digit = c >= '0' && c <= '9'                 ? c - '0'
                      : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10
                                                           : -1;
    if (digit < 0) return -1;
    value = value << 4 | digit;
  }
  return value;
}

/// Text that came through other tools may hold bytes that are no UTF-8 and halves of surrogate
/// pairs, as such or escaped. Strict JSON refuses the whole line for them; here each becomes
/// U+FFFD.
std::string mend(std::string_view line) {
  std::string text = decode(line, {.automatic = false, .automatic_format = false}).text;
  for (std::size_t at = 0; (at = text.find('\\', at)) != std::string::npos; at += 2) {
    const int unit = text.compare(at, 2, "\\u") == 0 ? hex4(text, at + 2) : -1;
    if (unit < 0xD800 || unit > 0xDFFF) continue;
    const int next =
        text.compare(std::min(at + 6, text.size()), 2, "\\u") == 0 ? hex4(text, at + 8) : -1;
    if (unit < 0xDC00 && next >= 0xDC00 && next <= 0xDFFF)
      at += 6;  // a whole pair
    else
      text.replace(at + 2, 4, "fffd");
  }
  return text;
}

}  // namespace

std::string answer_line(std::string_view line, const Options& options,
                        const ExportOptions& export_options) {
  const Json in = Json::parse(mend(line), nullptr, /*allow_exceptions=*/false);
  Json out;
  if (in.is_object() && in.contains("id")) out["id"] = in["id"];
  if (!in.is_object()) {
    out["error"] = "the line is not a JSON object";
  } else if (!in.contains("text") || !in["text"].is_string()) {
    out["error"] = "the object has no \"text\" that is a string";
  } else {
    Options text_options = options;
    text_options.decode.automatic = false;  // JSON strings are Unicode already
    text_options.decode.encoding = Encoding::utf8;
    const auto& text = in["text"].get_ref<const std::string&>();
    std::string wrong;
    for (const char* const key : {"version", "report"}) {
      if (!in.contains(key)) continue;
      if (!in[key].is_string()) {
        wrong = "\"" + std::string(key) + "\" must be a string";
        break;
      }
      std::string& companion = key == std::string_view("version") ? text_options.restore.version
                                                                  : text_options.restore.report;
      companion = in[key].get_ref<const std::string&>();
    }
    if (wrong.empty() && in.contains("mentions")) {
      text_options.decode.automatic_format = false;  // the spans count the text as it came
      text_options.decode.format = Format::text;
      wrong = read_given(in["mentions"], text, export_options.offsets,
                         text_options.entity.given.emplace());
    }
    if (wrong.empty() && in.contains("decisions")) {
      const std::string source = decode(text, text_options.decode).text;
      wrong =
          read_decisions(in["decisions"], source, export_options.offsets, text_options.decisions);
    }
    if (!wrong.empty()) {
      out["error"] = wrong;
      return print(out);
    }
    const Json document = document_json(analyze(text, text_options), export_options);
    for (const auto& [key, value] : document.items()) out[key] = value;
  }
  return print(out);
}

}  // namespace palimpsest
