// The face of the core in WebAssembly: strings and bytes in, strings out. No logic, and it never
// throws.
#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "export/comparison.h"
#include "export/formats.h"
#include "export/json.h"
#include "export/record.h"
#include "export/report.h"
#include "restore/restore_file.h"
#include "restore/restore_model.h"
#include "text/bytes.h"

namespace {

using palimpsest::Json;

std::string value(Json json) { return palimpsest::print({{"value", std::move(json)}}); }
std::string error(const std::string& what) { return palimpsest::print({{"error", what}}); }

/// The bytes of a Uint8Array, in one copy: left to itself the glue copies byte by byte. A string is
/// taken as UTF-8.
std::string bytes_of(const emscripten::val& given) {
  if (given.isString()) return given.as<std::string>();
  const emscripten::val length = given["length"];
  if (length.isUndefined())  // an ArrayBuffer
    return bytes_of(emscripten::val::global("Uint8Array").new_(given));
  std::string bytes(length.as<std::size_t>(), '\0');
  emscripten::val(
      emscripten::typed_memory_view(bytes.size(), reinterpret_cast<std::uint8_t*>(bytes.data())))
      .call<void>("set", given);
  return bytes;
}

/// The model that names are found with; none until one is loaded.
std::optional<palimpsest::Model>& model() {
  static std::optional<palimpsest::Model> loaded;
  return loaded;
}

/// The model that overwritten words are restored with; none until one is loaded.
std::optional<palimpsest::RestoreModel>& restore_model() {
  static std::optional<palimpsest::RestoreModel> loaded;
  return loaded;
}

template <class Any>
std::string load(std::string_view bytes, std::optional<Any>& loaded) {
  std::string wrong;
  std::optional<Any> read = Any::read(bytes, &wrong);
  if (!read) return error(wrong);
  loaded = std::move(read);
  return value(true);
}

/// Bytes of either model file, which its first bytes tell: {"value": true}, or {"error": words},
/// and then the one before stays.
std::string load_model(const emscripten::val& bytes) {
  const std::string file = bytes_of(bytes);
  return file.starts_with(palimpsest::restore_magic) ? load(file, restore_model())
                                                     : load(file, model());
}

/// What a call was asked for: the options as values, or in `wrong` why they cannot be read.
struct Asked {
  palimpsest::Options options;
  palimpsest::ExportOptions export_options;
  std::string wrong;

  /// The decisions among them are about `article`.
  explicit Asked(const std::string& text, std::string_view article = {}) {
    const Json parsed =
        Json::parse(text.empty() ? "{}" : text, nullptr, /*allow_exceptions=*/false);
    wrong = palimpsest::read_options(parsed, options, export_options);
    if (wrong.empty() && parsed.contains("decisions"))
      wrong = palimpsest::read_decisions(parsed["decisions"],
                                         palimpsest::decode(article, options.decode).text,
                                         export_options.offsets, options.decisions);
    if (model()) options.model = &*model();
    if (restore_model()) options.restore.model = &*restore_model();
  }
};

/// A copy of numbers or bytes for the page: the module's memory goes on.
template <class Number>
emscripten::val copy_of(const Number* numbers, std::size_t count) {
  return emscripten::val(emscripten::typed_memory_view(count, numbers))
      .call<emscripten::val>("slice");
}

/// Bytes of an article (a Uint8Array arrives as bytes), options as JSON: {"value": document} or
/// {"error": words}.
std::string analyze(const emscripten::val& article, const std::string& options_text) {
  const std::string bytes = bytes_of(article);
  const Asked asked(options_text, bytes);
  if (!asked.wrong.empty()) return error(asked.wrong);
  return value(
      palimpsest::document_json(palimpsest::analyze(bytes, asked.options), asked.export_options));
}

/// A document in a format of the catalog, as a Uint8Array (a .docx is no text), or {"error": words}
/// as a string.
emscripten::val export_document(const emscripten::val& article, const std::string& format_name,
                                const std::string& options_text) {
  const std::string bytes = bytes_of(article);
  const Asked asked(options_text, bytes);
  if (!asked.wrong.empty()) return emscripten::val(error(asked.wrong));
  const palimpsest::DocumentFormat* const format = palimpsest::document_format_named(format_name);
  if (format == nullptr)
    return emscripten::val(error("format \"" + format_name + "\" is not known"));
  const std::string written =
      format->write(palimpsest::analyze(bytes, asked.options), asked.export_options);
  return copy_of(reinterpret_cast<const std::uint8_t*>(written.data()), written.size());
}

/// The bytes of a file that may be an export of ours: {"value": {"source","decisions","lexicon"}},
/// {"value": null} for anything else, or {"error": words}.
std::string read_record(const emscripten::val& file) {
  std::string wrong;
  std::optional<Json> record = palimpsest::read_record(bytes_of(file), wrong);
  if (!wrong.empty()) return error(wrong);
  return value(record ? std::move(*record) : Json());
}

/// The text of one side of a comparison, read into units. The last two are kept: while a reader
/// types in one text the other stays as it is. The first must be asked for before the second.
const palimpsest::Version& version_of(const emscripten::val& given, int side,
                                      const palimpsest::Options& options) {
  struct Kept {
    std::string bytes;
    palimpsest::DecodeOptions decode;
    palimpsest::Version version;
    bool used = false;
  };
  static Kept kept[2];
  Kept& one = kept[side];
  std::string bytes = bytes_of(given);
  if (!one.used || one.decode.automatic != options.decode.automatic ||
      one.decode.encoding != options.decode.encoding || !palimpsest::same_bytes(one.bytes, bytes)) {
    one.version = palimpsest::read_version(palimpsest::decode(bytes, options.decode).text,
                                           side == 1 && kept[0].used ? &kept[0].version : nullptr);
    one.bytes = std::move(bytes);
    one.decode = options.decode;
    one.used = true;
  }
  return one.version;
}

/// One side of a comparison of reports. The last two are kept, as versions are.
const palimpsest::Document& document_of(const emscripten::val& given, int side, const Asked& asked,
                                        const std::string& options_text) {
  struct Kept {
    std::string bytes, options;
    palimpsest::Document document;
    bool used = false;
  };
  static Kept kept[2];
  Kept& one = kept[side];
  std::string bytes = bytes_of(given);
  if (!one.used || one.options != options_text || !palimpsest::same_bytes(one.bytes, bytes)) {
    palimpsest::Options options = asked.options;
    options.restored = false;  // compared is what was given
    one.document = palimpsest::analyze(bytes, options);
    one.bytes = std::move(bytes);
    one.options = options_text;
    one.used = true;
  }
  return one.document;
}

/// Two versions of one text, or two reports of one event ("mode" of the options), in a format of
/// the catalog: {"value": comparison}, or a string for the formats that are no JSON.
std::string export_comparison(const emscripten::val& a, const emscripten::val& b,
                              const std::string& format_name, const std::string& options_text) {
  const Asked asked(options_text);
  if (!asked.wrong.empty()) return error(asked.wrong);
  const palimpsest::ComparisonFormat* const format =
      palimpsest::comparison_format_named(format_name);
  const palimpsest::ReportFormat* const report_format =
      palimpsest::report_format_named(format_name);
  if (format == nullptr || report_format == nullptr)
    return error("format \"" + format_name + "\" is not known");
  const palimpsest::CompareMode mode = asked.export_options.mode;
  std::string text;
  if (mode == palimpsest::CompareMode::reports ||
      (mode == palimpsest::CompareMode::automatic &&
       palimpsest::recognise_mode(version_of(a, 0, asked.options).text,
                                  version_of(b, 1, asked.options).text) ==
           palimpsest::CompareMode::reports)) {
    const palimpsest::Document& first = document_of(a, 0, asked, options_text);
    const palimpsest::Document& second = document_of(b, 1, asked, options_text);
    text = report_format->write({first, second, palimpsest::compare_reports(first, second)},
                                asked.export_options);
  } else {
    const palimpsest::Version& first = version_of(a, 0, asked.options);
    const palimpsest::Version& second = version_of(b, 1, asked.options);
    text = format->write({first, second, palimpsest::compare_versions(first, second)},
                         asked.export_options);
  }
  return format_name == "json" ? "{\"value\":" + text + "}" : value(text);
}

/// The hunks as numbers (export/comparison.h) in an Int32Array, or {"error": words} as a string.
emscripten::val compare_spans(const emscripten::val& a, const emscripten::val& b,
                              const std::string& options_text) {
  const Asked asked(options_text);
  if (!asked.wrong.empty()) return emscripten::val(error(asked.wrong));
  const palimpsest::Version& first = version_of(a, 0, asked.options);
  const palimpsest::Version& second = version_of(b, 1, asked.options);
  const std::vector<std::int32_t> numbers = palimpsest::comparison_spans(
      {first, second, palimpsest::compare_versions(first, second)}, asked.export_options);
  return copy_of(numbers.data(), numbers.size());
}

std::string compare(const emscripten::val& a, const emscripten::val& b,
                    const std::string& options_text) {
  return export_comparison(a, b, "json", options_text);
}

std::string catalog() { return value(palimpsest::catalog_json()); }

}  // namespace

EMSCRIPTEN_BINDINGS(palimpsest) {
  emscripten::function("load_model", &load_model);
  emscripten::function("analyze", &analyze);
  emscripten::function("export_document", &export_document);
  emscripten::function("read_record", &read_record);
  emscripten::function("compare", &compare);
  emscripten::function("compare_spans", &compare_spans);
  emscripten::function("export_comparison", &export_comparison);
  emscripten::function("catalog", &catalog);
}
