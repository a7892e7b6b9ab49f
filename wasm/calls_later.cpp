// The calls that a page makes when it can be used already.
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "asked.h"
#include "calls.h"
#include "export/comparison.h"
#include "export/formats.h"
#include "export/report.h"
#include "restore/restore_file.h"
#include "text/bytes.h"

namespace palimpsest::calls {
namespace {

/// A copy of numbers or bytes for the page: the module's memory goes on.
template <class Number>
emscripten::val copy_of(const Number* numbers, std::size_t count) {
  return emscripten::val(emscripten::typed_memory_view(count, numbers))
      .call<emscripten::val>("slice");
}

/// The text of one side of a comparison, read into units. The last two are kept: while a reader
/// types in one text the other stays as it is. The first must be asked for before the second.
const Version& version_of(const emscripten::val& given, int side, const Options& options) {
  struct Kept {
    std::string bytes;
    DecodeOptions decode;
    Version version;
    bool used = false;
  };
  static Kept kept[2];
  Kept& one = kept[side];
  std::string bytes = bytes_of(given);
  if (!one.used || one.decode.automatic != options.decode.automatic ||
      one.decode.encoding != options.decode.encoding || !same_bytes(one.bytes, bytes)) {
    one.version = read_version(decode(bytes, options.decode).text,
                               side == 1 && kept[0].used ? &kept[0].version : nullptr);
    one.bytes = std::move(bytes);
    one.decode = options.decode;
    one.used = true;
  }
  return one.version;
}

/// One side of a comparison of reports. The last two are kept, as versions are.
const Document& document_of(const emscripten::val& given, int side, const Asked& asked,
                            const std::string& options_text) {
  struct Kept {
    std::string bytes, options;
    Document document;
    bool used = false;
  };
  static Kept kept[2];
  Kept& one = kept[side];
  std::string bytes = bytes_of(given);
  if (!one.used || one.options != options_text || !same_bytes(one.bytes, bytes)) {
    Options options = asked.options;
    options.restored = false;  // compared is what was given
    one.document = analyze(bytes, options);
    one.bytes = std::move(bytes);
    one.options = options_text;
    one.used = true;
  }
  return one.document;
}

template <class Any>
std::string load(std::string_view bytes, std::optional<Any>& loaded) {
  std::string wrong;
  std::optional<Any> read = Any::read(bytes, &wrong);
  if (!read) return error(wrong);
  loaded = std::move(read);
  return value(true);
}

}  // namespace

std::string load_model(const emscripten::val& bytes) {
  const std::string file = bytes_of(bytes);
  return file.starts_with(restore_magic) ? load(file, restore_model()) : load(file, model());
}

emscripten::val export_document(const emscripten::val& article, const std::string& format_name,
                                const std::string& options_text) {
  const std::string bytes = bytes_of(article);
  const Asked asked(options_text, bytes);
  if (!asked.wrong.empty()) return emscripten::val(error(asked.wrong));
  const DocumentFormat* const format = document_format_named(format_name);
  if (format == nullptr)
    return emscripten::val(error("format \"" + format_name + "\" is not known"));
  const std::string written = format->write(analyze(bytes, asked.options), asked.export_options);
  return copy_of(reinterpret_cast<const std::uint8_t*>(written.data()), written.size());
}

std::string export_comparison(const emscripten::val& a, const emscripten::val& b,
                              const std::string& format_name, const std::string& options_text) {
  const Asked asked(options_text);
  if (!asked.wrong.empty()) return error(asked.wrong);
  const ComparisonFormat* const format = comparison_format_named(format_name);
  const ReportFormat* const report_format = report_format_named(format_name);
  if (format == nullptr || report_format == nullptr)
    return error("format \"" + format_name + "\" is not known");
  const CompareMode mode = asked.export_options.mode;
  std::string text;
  if (mode == CompareMode::reports ||
      (mode == CompareMode::automatic &&
       recognise_mode(version_of(a, 0, asked.options).text, version_of(b, 1, asked.options).text) ==
           CompareMode::reports)) {
    const Document& first = document_of(a, 0, asked, options_text);
    const Document& second = document_of(b, 1, asked, options_text);
    text =
        report_format->write({first, second, compare_reports(first, second)}, asked.export_options);
  } else {
    const Version& first = version_of(a, 0, asked.options);
    const Version& second = version_of(b, 1, asked.options);
    text = format->write({first, second, compare_versions(first, second)}, asked.export_options);
  }
  return format_name == "json" ? "{\"value\":" + text + "}" : value(text);
}

emscripten::val compare_spans(const emscripten::val& a, const emscripten::val& b,
                              const std::string& options_text) {
  const Asked asked(options_text);
  if (!asked.wrong.empty()) return emscripten::val(error(asked.wrong));
  const Version& first = version_of(a, 0, asked.options);
  const Version& second = version_of(b, 1, asked.options);
  const std::vector<std::int32_t> numbers =
      comparison_spans({first, second, compare_versions(first, second)}, asked.export_options);
  return copy_of(numbers.data(), numbers.size());
}

std::string compare(const emscripten::val& a, const emscripten::val& b,
                    const std::string& options_text) {
  return export_comparison(a, b, "json", options_text);
}

}  // namespace palimpsest::calls
