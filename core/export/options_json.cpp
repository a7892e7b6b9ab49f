// Reads options; says in words what is wrong with them. Tested by tests/core/cli_test.cpp.
#include "export/json.h"

namespace palimpsest {
namespace {

std::string in_quotes(std::string_view text) { return "\"" + std::string(text) + "\""; }

std::string read_encoding(const std::string& name, DecodeOptions& options) {
  options.automatic = name == "auto";
  if (options.automatic) return {};
  for (const EncodingRow& row : encoding_rows())
    if (row.name == name) {
      options.encoding = row.encoding;
      return {};
    }
  return "encoding " + in_quotes(name) + " is not known; the catalog lists those that are";
}

std::string read_reject(const Json& json, Options& options) {
  if (!json.is_array()) return "\"reject\" must be an array of kinds";
  for (const Json& kind : json) {
    if (!kind.is_string()) return "\"reject\" must be an array of kinds";
    bool known = false;
    const auto& name = kind.get_ref<const std::string&>();
    for (const RepairRule& rule : repair_rules())
      if (name == rule.name) {
        options.repair.reject.push_back(rule.kind);
        known = true;
      }
    for (const RestorationRule& rule : restoration_rules())
      if (name == rule.name) {
        options.restore.reject.push_back(rule.kind);
        known = true;
      }
    if (!known) return "kind " + kind.dump() + " is not known; the catalog lists those that are";
  }
  return {};
}

}  // namespace

std::string read_fields(const Json& json, Options& options) {
  constexpr std::string_view wrong =
      "\"fields\" must be an array of repair, restore, entities, quotes";
  if (!json.is_array()) return std::string(wrong);
  options.restored = options.entities = options.quotes = false;
  for (const Json& field : json) {
    if (!field.is_string()) return std::string(wrong);
    const auto& name = field.get_ref<const std::string&>();
    if (name != "repair" && name != "restore" && name != "entities" && name != "quotes")
      return "field " + in_quotes(name) + " is not one of repair, restore, entities, quotes";
    if (name == "restore") options.restored = true;
    if (name == "entities" || name == "quotes") options.entities = true;  // a speaker is an entity
    if (name == "quotes") options.quotes = true;
  }
  return {};
}

std::string read_options(const Json& json, Options& options, ExportOptions& export_options) {
  if (!json.is_object()) return "options must be a JSON object";
  for (const auto& [key, value] : json.items()) {
    if (key == "reject") {
      if (std::string wrong = read_reject(value, options); !wrong.empty()) return wrong;
      continue;
    }
    if (key == "fields") {
      if (std::string wrong = read_fields(value, options); !wrong.empty()) return wrong;
      continue;
    }
    if (key == "lexicon") {
      if (std::string wrong = read_lexicon(value, options.entity.lexicon); !wrong.empty())
        return wrong;
      continue;
    }
    if (key == "decisions") continue;  // about a text: see read_decisions
    if (!value.is_string()) return in_quotes(key) + " must be a string";
    const auto& text = value.get_ref<const std::string&>();
    if (key == "encoding") {
      if (std::string wrong = read_encoding(text, options.decode); !wrong.empty()) return wrong;
    } else if (key == "format") {
      if (text != "auto" && text != "text" && text != "html")
        return "format " + in_quotes(text) + " is not one of auto, text, html";
      options.decode.automatic_format = text == "auto";
      options.decode.format = text == "html" ? Format::html : Format::text;
    } else if (key == "version") {
      options.restore.version = text;
    } else if (key == "report") {
      options.restore.report = text;
    } else if (key == "quotes") {
      if (text != "typographic" && text != "straight")
        return "quotes " + in_quotes(text) + " is not one of typographic, straight";
      options.repair.quotes = text == "straight" ? QuoteStyle::straight : QuoteStyle::typographic;
    } else if (key == "offsets") {
      const auto unit = offset_unit_named(text);
      if (!unit) return "offsets " + in_quotes(text) + " is not one of utf16, codepoint, byte";
      export_options.offsets = *unit;
    } else if (key == "mode") {
      if (text != "auto" && text != "versions" && text != "reports")
        return "mode " + in_quotes(text) + " is not one of auto, versions, reports";
      export_options.mode = text == "auto"       ? CompareMode::automatic
                            : text == "versions" ? CompareMode::versions
                                                 : CompareMode::reports;
    } else {
      return "option " + in_quotes(key) + " is not known";
    }
  }
  return {};
}

}  // namespace palimpsest
