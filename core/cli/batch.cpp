// Tested by tests/core/cli_test.cpp.
#include "cli/batch.h"

#include <algorithm>
#include <atomic>
#include <charconv>
#include <istream>
#include <ostream>
#include <thread>
#include <vector>

namespace palimpsest {
namespace {

constexpr std::size_t lines_per_job =
    64;  // enough to keep a thread busy, few enough to keep little in memory

void answer_all(std::vector<std::string>& lines, const BatchOptions& batch) {
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < lines.size(); i = next++)
      lines[i] = answer_line(lines[i], batch.options, batch.export_options);
  };
  std::vector<std::thread> threads;
  for (unsigned i = 1; i < batch.jobs; ++i) threads.emplace_back(work);
  work();
  for (std::thread& thread : threads) thread.join();
}

}  // namespace

std::string read_batch_options(const std::string& jobs, const std::string& fields,
                               BatchOptions& batch) {
  const auto [end, error] = std::from_chars(jobs.data(), jobs.data() + jobs.size(), batch.jobs);
  if (error != std::errc() || end != jobs.data() + jobs.size() || batch.jobs < 1 ||
      batch.jobs > 256)
    return "--jobs takes a number from 1 to 256";
  Json names = Json::array();
  for (std::size_t at = 0; at <= fields.size();) {
    const std::size_t comma = std::min(fields.find(',', at), fields.size());
    if (comma > at) names.push_back(fields.substr(at, comma - at));
    at = comma + 1;
  }
  if (names.empty())
    return "--fields takes repair, restore, entities, quotes, with commas between them";
  return read_fields(names, batch.options);
}

void run_batch(std::istream& in, std::ostream& out, const BatchOptions& batch) {
  std::vector<std::string> lines;
  std::string line;
  const auto flush = [&] {
    answer_all(lines, batch);
    for (const std::string& answer : lines) out << answer << '\n';
    lines.clear();
  };
  while (std::getline(in, line)) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    lines.push_back(std::move(line));
    if (lines.size() == lines_per_job * batch.jobs) flush();
  }
  flush();
}

}  // namespace palimpsest
