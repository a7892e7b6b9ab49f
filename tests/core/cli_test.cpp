// The command line: what it prints, how it exits.
#include "cli/cli.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "cases.h"
#include "cli/builtin_model.h"
#include "document/document.h"

namespace palimpsest::tests {
namespace {

struct Result {
  int status;
  std::string out, err;
};

Result run(const std::vector<std::string>& arguments, const std::string& input = {}) {
  std::istringstream in(input);
  std::ostringstream out, err;
  const int status = run_command_line(arguments, in, out, err);
  return {status, out.str(), err.str()};
}

const std::string damaged = std::string(PROJECT_DIR) + "/examples/articles/damaged.txt";

}  // namespace

TEST_CASE("repair prints the clean text, from a file or standard input") {
  CHECK(run({"repair"}, "He left , she said .").out == "He left, she said.");
  CHECK(run({"repair", "-"}, "He left , she said .").out == "He left, she said.");
  Options options;
  options.model = builtin_model();
  options.restore.model = builtin_restore_model();
  CHECK(run({"repair", damaged}).out == analyze(read_file(damaged), options).cleaned.text);
  CHECK(run({"repair"}, "").out == "");
}

TEST_CASE("the input may be HTML, by its look or as asked") {
  const std::string page = "<p>One &amp; two.</p>\n<p>Three.</p>";
  CHECK(run({"repair"}, page).out == "One & two.\n\nThree.");
  CHECK(run({"repair", "--input", "text"}, page).out == "<p>One & two.</p>\n<p>Three.</p>");
  CHECK(run({"repair", "--input", "html"}, "a &lt b").out == "a < b");
  CHECK(nlohmann::json::parse(run({"annotate"}, page).out)["format"] == "html");
  CHECK(nlohmann::json::parse(run({"annotate"}, "a < b").out)["format"] == "text");
  CHECK(run({"repair", "--input", "pdf"}).err ==
        "palimpsest: format \"pdf\" is not one of auto, text, html\n");
}

TEST_CASE("repair --changes prints a line per change") {
  std::istringstream lines(
      run({"repair", "--changes", "--offsets", "byte"}, "Caf\xC3\xA9 , he said , .").out);
  std::string line;
  std::size_t count = 0;
  while (std::getline(lines, line)) {
    const auto change = nlohmann::json::parse(line);
    CHECK(change["kind"].is_string());
    CHECK(!change["why"].get<std::string>().empty());
    if (count++ == 0) CHECK(change["source"] == nlohmann::json({5, 6}));
  }
  CHECK(count == 3);
}

TEST_CASE("a kind can be rejected") {
  const Result result =
      run({"repair", "--reject", "spaced_mark,blank_run"}, "He left , she  said .");
  CHECK(result.status == 0);
  CHECK(result.out == "He left , she  said .");
}

TEST_CASE("batch answers in order and says what is wrong with a line") {
  std::string input;
  for (int i = 0; i < 300; ++i)
    input += R"({"id":)" + std::to_string(i) + R"(,"text":"He left , she said ."})" + "\n";
  input += "nonsense\n\n{\"id\":\"x\"}\n";
  std::istringstream lines(run({"batch", "--jobs", "3", "--fields", "repair"}, input).out);
  std::string line;
  for (int i = 0; i < 300; ++i) {
    REQUIRE(std::getline(lines, line));
    const auto answer = nlohmann::json::parse(line);
    CHECK(answer["id"] == i);
    CHECK(answer["clean"] == "He left, she said.");
    CHECK(answer["changes"].size() == 2);
  }
  REQUIRE(std::getline(lines, line));
  CHECK(nlohmann::json::parse(line)["error"] == "the line is not a JSON object");
  REQUIRE(std::getline(lines, line));
  CHECK(nlohmann::json::parse(line)["id"] == "x");
  CHECK(nlohmann::json::parse(line)["error"] == "the object has no \"text\" that is a string");
  CHECK(!std::getline(lines, line));
}

TEST_CASE("batch mends what strict JSON refuses") {
  const auto clean = [](const std::string& line) {
    return nlohmann::json::parse(run({"batch"}, line).out)["clean"].get<std::string>();
  };
  CHECK(clean("{\"id\":1,\"text\":\"a\\ud800b\"}") ==
        "a\xEF\xBF\xBD"
        "b");
  CHECK(clean("{\"id\":1,\"text\":\"a\\ud83d\\ude00 \\\\ud800\"}") == "a\xF0\x9F\x98\x80 \\ud800");
  CHECK(clean("{\"id\":1,\"text\":\"a\xFF z\"}") == "a\xEF\xBF\xBD z");
}

TEST_CASE("diff compares two files in every format") {
  const std::string version = std::string(PROJECT_DIR) + "/examples/articles/version.txt";
  const auto comparison = nlohmann::json::parse(run({"diff", damaged, version}).out);
  CHECK(comparison["schema"] == "palimpsest/comparison@1");
  CHECK(comparison["precision"] == "full");
  CHECK(comparison["summary"]["verdict"].is_null());
  CHECK(comparison["hunks"].size() > 24);
  CHECK(run({"diff", version, version}).out.find("the same text") != std::string::npos);
  for (const char* format : {"text", "html", "csv"})
    CHECK(run({"diff", damaged, version, "--format", format}).out.size() > 1000);
  CHECK(run({"diff", damaged}).status == 2);
  CHECK(run({"diff", damaged, version, "--format", "nonsense"}).err.find("there are json") !=
        std::string::npos);
  CHECK(run({"diff", damaged, "/no/such/file"}).status == 2);
}

TEST_CASE("bad usage ends with 2 and one line that says what is wrong") {
  const std::vector<std::vector<std::string>> calls = {{},
                                                       {"nonsense"},
                                                       {"repair", "--nonsense"},
                                                       {"repair", "/no/such/file"},
                                                       {"repair", "a", "b"},
                                                       {"repair", "--reject", "nonsense"},
                                                       {"repair", "--reject"},
                                                       {"annotate", "--format", "nonsense"},
                                                       {"annotate", "--offsets", "miles"},
                                                       {"batch", "--jobs", "0"},
                                                       {"batch", "--jobs", "many"},
                                                       {"batch", "--fields", "nonsense"},
                                                       {"batch", "file"},
                                                       {"catalog", "x"}};
  for (const auto& call : calls) {
    const Result result = run(call);
    CAPTURE(call.size());
    CHECK(result.status == 2);
    CHECK(result.out.empty());
    CHECK(result.err.size() > 12);
    CHECK(result.err.find('\n') == result.err.size() - 1);
  }
  CHECK(run({"repair"}, "%PDF-1.4").err == "palimpsest: This is not text: it begins with %PDF\n");
}

TEST_CASE("catalog lists every row") {
  const auto catalog = nlohmann::json::parse(run({"catalog"}).out);
  CHECK(catalog["repairs"].size() == repair_rules().size());
  std::set<std::string> groups;
  for (const auto& group : catalog["cause_groups"]) groups.insert(group["name"]);
  for (const auto& cause : catalog["causes"]) CHECK(groups.count(cause["group"]) == 1);
  CHECK(catalog["cause_groups"][0]["title"] == "Meaning");
}

TEST_CASE("help is given before and behind a command") {
  const std::string help = run({"--help"}).out;
  CHECK(help.starts_with("usage: palimpsest"));
  CHECK(run({"compare", "--help"}).out == help);
  CHECK(run({"repair", "no-such-file.txt", "-h"}).status == 0);
}

}  // namespace palimpsest::tests
