// Tested by tests/core/cli_test.cpp.
#include "cli/cli.h"

#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <string_view>

#include "cli/arguments.h"
#include "cli/batch.h"
#include "cli/builtin_model.h"
#include "export/comparison.h"
#include "export/formats.h"
#include "export/json.h"
#include "export/report.h"

namespace palimpsest {
namespace {

constexpr std::string_view usage =
    "usage: palimpsest repair [FILE] [--changes] [--reject KIND,...] [--quotes "
    "typographic|straight]\n"
    "                  [--version FILE] [--report FILE]         words that were written over are "
    "restored\n"
    "       palimpsest annotate [FILE] [--format json|markdown|html|docx|brat|conll|...]\n"
    "       palimpsest diff OLD NEW [--format json|text|html|csv]  two versions of one text\n"
    "       palimpsest compare A B [--format json|text|html|csv] [--mode auto|versions|reports]  "
    "two "
    "reports of one event\n"
    "       palimpsest batch [--jobs N] [--fields repair,restore,entities,quotes]  JSON Lines "
    "in, JSON Lines out, in the same order; all fields by default\n"
    "       palimpsest catalog                               every kind, as JSON\n"
    "Without FILE, or with -, standard input is read. --offsets utf16|codepoint|byte sets the unit "
    "of spans,\n"
    "--encoding NAME says what its bytes are, --input auto|text|html what their text is.\n";

const std::vector<std::string_view> text_options = {
    "--reject", "--quotes", "--offsets", "--encoding", "--input", "--version", "--report"};

struct Streams {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;

  int fail(std::string_view what) const {
    err << "palimpsest: " << what << '\n';
    return 2;
  }
};

std::vector<std::string_view> with(std::vector<std::string_view> names,
                                   std::initializer_list<std::string_view> more) {
  names.insert(names.end(), more);
  return names;
}

/// The command line's options are the JSON options under other names.
Json options_json(const Arguments& arguments) {
  Json json = Json::object();
  for (const char* name : {"quotes", "offsets", "encoding", "mode"})
    if (arguments.has(std::string("--") + name))
      json[name] = arguments.value(std::string("--") + name);
  if (arguments.has("--input")) json["format"] = arguments.value("--input");
  if (arguments.has("--reject")) {
    json["reject"] = Json::array();
    const std::string list = arguments.value("--reject");
    for (std::size_t at = 0; at <= list.size();) {
      const std::size_t comma = std::min(list.find(',', at), list.size());
      if (comma > at) json["reject"].push_back(list.substr(at, comma - at));
      at = comma + 1;
    }
  }
  return json;
}

std::optional<std::string> read_file(const std::string& name, const Streams& streams,
                                     std::string& wrong) {
  if (name == "-") return std::string(std::istreambuf_iterator<char>(streams.in), {});
  std::ifstream file(name, std::ios::binary);
  std::string bytes(std::istreambuf_iterator<char>(file), {});
  if (!file.is_open() || file.bad()) {
    wrong = "cannot read " + name;
    return std::nullopt;
  }
  return bytes;
}

std::optional<std::string> read_input(const Arguments& arguments, const Streams& streams,
                                      std::string& wrong) {
  if (arguments.files.size() > 1) {
    wrong = "one file at a time, please";
    return std::nullopt;
  }
  return read_file(arguments.files.empty() ? "-" : arguments.files[0], streams, wrong);
}

/// Why a decoded text is no text, or empty.
std::string why_no_text(const Source& source) {
  for (const Finding& finding : source.findings)
    if (finding.kind == FindingKind::not_text) return finding.why;
  return {};
}

/// Reads a text that is at hand beside the article: "--version" or "--report". A message in `wrong`
/// if that cannot be done.
void read_companion(const Arguments& arguments, const std::string& option, const Streams& streams,
                    std::string& bytes, std::string& wrong) {
  if (!wrong.empty() || !arguments.has(option)) return;
  const std::string name = arguments.value(option);
  std::optional<std::string> read = read_file(name, streams, wrong);
  if (!read) return;
  if (const std::string why = why_no_text(decode(*read)); !why.empty()) wrong = name + ": " + why;
  bytes = std::move(*read);
}

enum class Wanted { repair, everything };

/// Reads arguments and input and analyses; a message in `wrong` if that cannot be done.
std::optional<Document> analyze_input(const Arguments& arguments, const Streams& streams,
                                      Wanted wanted, ExportOptions& export_options,
                                      std::string& wrong) {
  Options options;
  options.entities = wanted == Wanted::everything;  // what is restored hangs on them all the same
  options.model = builtin_model();
  options.restore.model = builtin_restore_model();
  wrong = !arguments.wrong.empty() ? arguments.wrong
                                   : read_options(options_json(arguments), options, export_options);
  if (!wrong.empty()) return std::nullopt;
  read_companion(arguments, "--version", streams, options.restore.version, wrong);
  read_companion(arguments, "--report", streams, options.restore.report, wrong);
  if (!wrong.empty()) return std::nullopt;
  const std::optional<std::string> bytes = read_input(arguments, streams, wrong);
  if (!bytes) return std::nullopt;
  Document doc = analyze(*bytes, options);
  wrong = why_no_text(doc.source);
  if (!wrong.empty()) return std::nullopt;
  return doc;
}

int repair_command(const std::vector<std::string>& words, const Streams& streams) {
  const Arguments arguments = read_arguments(words, 1, text_options, {"--changes"});
  ExportOptions export_options;
  std::string wrong;
  const std::optional<Document> doc =
      analyze_input(arguments, streams, Wanted::repair, export_options, wrong);
  if (!doc) return streams.fail(wrong);
  if (arguments.has("--changes")) {
    for (const Json& change : changes_json(*doc, export_options))
      streams.out << print(change) << '\n';
  } else {
    streams.out << doc->cleaned.text;
  }
  return 0;
}

int annotate_command(const std::vector<std::string>& words, const Streams& streams) {
  const Arguments arguments = read_arguments(words, 1, with(text_options, {"--format"}), {});
  const std::string name = arguments.value("--format", "json");
  const DocumentFormat* const format = document_format_named(name);
  if (format == nullptr) {
    std::string wrong = "format \"" + name + "\" is not known; there are";
    for (const DocumentFormat& known : document_formats()) wrong += " " + std::string(known.name);
    return streams.fail(wrong);
  }
  ExportOptions export_options;
  std::string wrong;
  const std::optional<Document> doc =
      analyze_input(arguments, streams, Wanted::everything, export_options, wrong);
  if (!doc) return streams.fail(wrong);
  streams.out << format->write(*doc, export_options);
  return 0;
}

/// The two files of a comparison, as they are.
struct TwoFiles {
  std::string bytes[2];
  Source sources[2];  // decoded
};

std::optional<TwoFiles> read_two_files(const std::vector<std::string>& names,
                                       const Options& options, const Streams& streams,
                                       std::string& wrong) {
  TwoFiles files;
  for (std::size_t i = 0; i < 2; ++i) {
    std::optional<std::string> bytes = read_file(names[i], streams, wrong);
    if (!bytes) return std::nullopt;
    files.bytes[i] = std::move(*bytes);
    files.sources[i] = decode(files.bytes[i], options.decode);
    if (const std::string why = why_no_text(files.sources[i]); !why.empty()) {
      wrong = names[i] + ": " + why;
      return std::nullopt;
    }
  }
  return files;
}

/// diff and compare: two versions, or two reports.
int compare_command(const std::vector<std::string>& words, const Streams& streams) {
  const bool diff = words[0] == "diff";
  const Arguments arguments =
      read_arguments(words, 1,
                     diff ? std::vector<std::string_view>{"--offsets", "--encoding", "--format"}
                          : with(text_options, {"--format", "--mode"}),
                     {});
  Options options;
  options.model = builtin_model();
  ExportOptions export_options;
  export_options.mode = diff ? CompareMode::versions : CompareMode::automatic;
  std::string wrong = arguments.wrong;
  if (wrong.empty()) wrong = read_options(options_json(arguments), options, export_options);
  const std::string name = arguments.value("--format", "json");
  const ComparisonFormat* const format = comparison_format_named(name);
  const ReportFormat* const report_format = report_format_named(name);
  if (wrong.empty() && (format == nullptr || report_format == nullptr)) {
    wrong = "format \"" + name + "\" is not known; there are";
    for (const ComparisonFormat& known : comparison_formats())
      wrong += " " + std::string(known.name);
  }
  if (wrong.empty() && arguments.files.size() != 2)
    wrong = diff ? "diff takes two files, OLD and NEW" : "compare takes two files, A and B";
  if (!wrong.empty()) return streams.fail(wrong);
  std::optional<TwoFiles> files = read_two_files(arguments.files, options, streams, wrong);
  if (!files) return streams.fail(wrong);
  CompareMode mode = export_options.mode;
  if (mode == CompareMode::automatic)
    mode = recognise_mode(files->sources[0].text, files->sources[1].text);
  if (mode == CompareMode::versions) {
    const Version a = read_version(std::move(files->sources[0].text)),
                  b = read_version(std::move(files->sources[1].text));
    streams.out << format->write({a, b, compare_versions(a, b)}, export_options);
  } else {
    const Document a = analyze(files->bytes[0], options), b = analyze(files->bytes[1], options);
    streams.out << report_format->write({a, b, compare_reports(a, b)}, export_options);
  }
  if (name == "json") streams.out << '\n';
  return 0;
}

int batch_command(const std::vector<std::string>& words, const Streams& streams) {
  const Arguments arguments = read_arguments(
      words, 1, {"--reject", "--quotes", "--offsets", "--input", "--jobs", "--fields"}, {});
  if (!arguments.wrong.empty()) return streams.fail(arguments.wrong);
  if (!arguments.files.empty()) return streams.fail("batch reads standard input");
  BatchOptions batch;
  batch.options.model = builtin_model();
  batch.options.restore.model = builtin_restore_model();
  std::string wrong = read_options(options_json(arguments), batch.options, batch.export_options);
  if (wrong.empty())
    wrong =
        read_batch_options(arguments.value("--jobs", "1"),
                           arguments.value("--fields", "repair,restore,entities,quotes"), batch);
  if (!wrong.empty()) return streams.fail(wrong);
  run_batch(streams.in, streams.out, batch);
  return 0;
}

int catalog_command(const std::vector<std::string>& words, const Streams& streams) {
  if (words.size() > 1) return streams.fail("catalog takes no arguments");
  streams.out << print(catalog_json()) << '\n';
  return 0;
}

}  // namespace

int run_command_line(const std::vector<std::string>& arguments, std::istream& in, std::ostream& out,
                     std::ostream& err) {
  const Streams streams{in, out, err};
  if (arguments.empty()) return streams.fail("no command; palimpsest --help lists them");
  const std::string& command = arguments[0];
  const auto asks_help = [](const std::string& word) { return word == "--help" || word == "-h"; };
  if (command == "help" || std::any_of(arguments.begin(), arguments.end(), asks_help)) {
    out << usage;
    return 0;
  }
  if (command == "repair") return repair_command(arguments, streams);
  if (command == "annotate") return annotate_command(arguments, streams);
  if (command == "diff" || command == "compare") return compare_command(arguments, streams);
  if (command == "batch") return batch_command(arguments, streams);
  if (command == "catalog") return catalog_command(arguments, streams);
  return streams.fail("command \"" + command + "\" is not known; palimpsest --help lists them");
}

}  // namespace palimpsest
