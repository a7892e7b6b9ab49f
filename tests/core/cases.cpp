#include "cases.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "quote_cases.h"

namespace palimpsest::tests {
namespace {

using nlohmann::json;

const std::filesystem::path cases_dir = std::filesystem::path(TESTS_DIR) / "cases";

RepairCase read_drawing(const std::string& label, const std::string& drawing) {
  constexpr std::string_view open = "⟦", arrow = "→", close = "⟧";
  RepairCase result{label, {}, {}, {}};
  std::size_t at = 0;
  while (true) {
    const std::size_t begin = drawing.find(open, at);
    const std::string kept = drawing.substr(at, begin == std::string::npos ? begin : begin - at);
    result.before += kept;
    result.after += kept;
    if (begin == std::string::npos) return result;
    const std::size_t middle = drawing.find(arrow, begin), end = drawing.find(close, begin);
    REQUIRE_MESSAGE((middle != std::string::npos && end != std::string::npos && middle < end),
                    "case is not drawn as ⟦before→after⟧: " << label);
    const std::string before = drawing.substr(begin + open.size(), middle - begin - open.size());
    const std::string after = drawing.substr(middle + arrow.size(), end - middle - arrow.size());
    const auto start = static_cast<std::uint32_t>(result.before.size());
    result.edits.push_back({{start, start + static_cast<std::uint32_t>(before.size())}, after});
    result.before += before;
    result.after += after;
    at = end + close.size();
  }
}

json read_json(const std::filesystem::path& path) {
  json rows = json::parse(read_file(path), nullptr, false);
  REQUIRE_MESSAGE((rows.is_array() && !rows.empty()), path.string()
                                                          << " is not a JSON array with cases");
  return rows;
}

EntityCase read_marks(const std::string& label, const std::string& marked) {
  constexpr std::string_view open = "⟦", close = "⟧";
  EntityCase result{label, {}, {}, {}, {}};
  std::vector<std::size_t> around;
  for (std::size_t at = 0; at < marked.size();) {
    const auto here = static_cast<std::uint32_t>(result.text.size());
    if (marked.compare(at, open.size(), open) == 0) {
      around.push_back(result.spans.size());
      result.spans.push_back({here, here});
      at += open.size();
    } else if (marked.compare(at, close.size(), close) == 0) {
      REQUIRE_MESSAGE(!around.empty(), "⟧ without ⟦: " << label);
      result.spans[around.back()].end = here;
      around.pop_back();
      at += close.size();
    } else {
      result.text += marked[at++];
    }
  }
  REQUIRE_MESSAGE(around.empty(), "⟦ without ⟧: " << label);
  return result;
}

std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  if (std::filesystem::exists(folder))
    for (const auto& entry : std::filesystem::directory_iterator(folder))
      files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  REQUIRE_MESSAGE(file.is_open(), "cannot read " << path.string());
  return std::string(std::istreambuf_iterator<char>(file), {});
}

std::vector<RepairCase> read_repair_cases(const std::string& name) {
  std::vector<RepairCase> cases;
  for (const json& row : read_json(cases_dir / "repair" / (name + ".json")))
    cases.push_back(read_drawing(row.at("label"), row.at("text")));
  return cases;
}

std::vector<RestoreCase> read_restore_cases(const std::string& name) {
  std::vector<RestoreCase> cases;
  for (const json& row : read_json(cases_dir / "restore" / (name + ".json"))) {
    RestoreCase& one = cases.emplace_back();
    one.drawn = read_drawing(row.at("label"), row.at("text"));
    one.version = row.value("version", "");
    one.report = row.value("report", "");
    one.blind = row.value("blind", false);
    if (!one.blind && !row.contains("version") && !row.contains("report"))
      one.version = one.drawn.after;
  }
  return cases;
}

std::vector<EntityCase> read_entity_cases(const std::string& name) {
  const std::filesystem::path path = cases_dir / "entity" / (name + ".json");
  const json file = json::parse(read_file(path), nullptr, false);
  REQUIRE_MESSAGE((file.is_object() && file.contains("cases") && !file["cases"].empty()),
                  path.string() << " is not a JSON object with cases");
  std::vector<EntityCase> cases;
  for (const json& row : file["cases"]) {
    EntityCase& one = cases.emplace_back(read_marks(row.at("label"), row.at("text")));
    for (const json& name_row : row.value("names", json::array()))
      one.names.emplace_back(name_row.at(0), name_row.at(1));
    one.values = row.value("values", std::vector<std::string>{});
    REQUIRE_MESSAGE((one.values.empty() || one.values.size() == one.spans.size()),
                    "as many values as marks: " << one.label);
  }
  return cases;
}

std::vector<FlowCase> read_flow_cases() {
  std::vector<FlowCase> cases;
  for (const auto& path : files_in(cases_dir / "flow"))
    for (const json& row : read_json(path))
      cases.push_back({path.stem().string(), row.at("label"), row.at("input"),
                       row.value("output", row.at("input").get<std::string>())});
  return cases;
}

std::vector<std::string> all_texts() {
  std::vector<std::string> texts;
  for (const auto& path : files_in(cases_dir / "repair"))
    for (const RepairCase& c : read_repair_cases(path.stem().string())) {
      texts.push_back(c.before);
      texts.push_back(c.after);
    }
  for (const auto& path : files_in(cases_dir / "restore"))
    for (const RestoreCase& c : read_restore_cases(path.stem().string())) {
      texts.push_back(c.drawn.before);
      texts.push_back(c.drawn.after);
    }
  for (const FlowCase& c : read_flow_cases()) {
    texts.push_back(c.input);
    texts.push_back(c.output);
  }
  for (const auto& path : files_in(cases_dir / "entity"))
    for (const EntityCase& c : read_entity_cases(path.stem().string())) texts.push_back(c.text);
  for (const auto& path : files_in(cases_dir / "quote"))
    for (const QuoteCase& c : read_quote_cases(path.stem().string())) texts.push_back(c.text);
  for (const auto& path : files_in(std::filesystem::path(PROJECT_DIR) / "examples" / "articles"))
    texts.push_back(read_file(path));
  return texts;
}

}  // namespace palimpsest::tests
