#include "compare_cases.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "cases.h"

namespace palimpsest::tests {

std::vector<CompareCase> read_compare_cases(const std::string& name) {
  const auto rows = nlohmann::json::parse(
      read_file(std::filesystem::path(TESTS_DIR) / "cases" / "compare" / (name + ".json")), nullptr,
      false);
  REQUIRE_MESSAGE((rows.is_array() && !rows.empty()),
                  name << ".json is not a JSON array with cases");
  std::vector<CompareCase> cases;
  for (const auto& row : rows) {
    CompareCase c;
    c.label = row.at("label");
    const std::string drawing = row.at("text");
    constexpr std::string_view open = "⟦", arrow = "→", close = "⟧";
    for (std::size_t at = 0;;) {
      const std::size_t begin = drawing.find(open, at);
      const std::string kept = drawing.substr(at, begin == std::string::npos ? begin : begin - at);
      c.before += kept;
      c.after += kept;
      if (begin == std::string::npos) break;
      const std::size_t middle = drawing.find(arrow, begin), end = drawing.find(close, begin);
      REQUIRE_MESSAGE((middle != std::string::npos && end != std::string::npos && middle < end),
                      "case is not drawn as ⟦before→after⟧: " << c.label);
      c.changes.push_back({drawing.substr(begin + open.size(), middle - begin - open.size()),
                           drawing.substr(middle + arrow.size(), end - middle - arrow.size())});
      c.before += c.changes.back().before;
      c.after += c.changes.back().after;
      at = end + close.size();
    }
    std::istringstream others(row.value("cause", ""));
    for (std::string other; others >> other;) c.others.push_back(other);
    if (row.contains("causes")) c.causes = row["causes"].get<std::vector<std::string>>();
    c.at = row.value("at", -1);
    c.moves = row.value("moves", 0);
    c.loose = row.value("loose", 0) != 0;
    cases.push_back(std::move(c));
  }
  return cases;
}

}  // namespace palimpsest::tests
