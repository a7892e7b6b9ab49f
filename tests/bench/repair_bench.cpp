// Speed and memory of the repair step on one text: `repair_bench FILE [MEGABYTES [SECONDS]]`
// repeats the file up to that size and prints
// {"bytes","mb_per_s","tokenize_mb_per_s","changes","peak_bytes_per_byte"}: the best of the runs
// that fit in SECONDS of CPU time. Peak memory is what the step allocates at most, counted by
// operator new, beside its input.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <new>
#include <string>

#include "repair/repair.h"

namespace {

std::size_t allocated = 0, peak = 0;

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

std::string read_file(const char* path) {
  std::string bytes;
  std::FILE* file = std::fopen(path, "rb");
  if (!file) return bytes;
  char buffer[65536];
  for (std::size_t n; (n = std::fread(buffer, 1, sizeof buffer, file)) > 0;)
    bytes.append(buffer, n);
  std::fclose(file);
  return bytes;
}

template <class Work>
double best_seconds(double budget, Work work) {
  double best = 1e9;
  const double end = cpu_seconds() + budget;
  do {
    const double start = cpu_seconds();
    work();
    best = std::min(best, cpu_seconds() - start);
  } while (cpu_seconds() < end);
  return best;
}

}  // namespace

// The size stands before the block, so that freeing can be counted too.
void* operator new(std::size_t size) {
  auto* block = static_cast<std::size_t*>(std::malloc(size + 16));
  if (!block) std::abort();
  *block = size;
  allocated += size;
  peak = std::max(peak, allocated);
  return block + 2;
}
void operator delete(void* pointer) noexcept {
  if (!pointer) return;
  auto* block = static_cast<std::size_t*>(pointer) - 2;
  allocated -= *block;
  std::free(block);
}
void operator delete(void* pointer, std::size_t) noexcept { operator delete(pointer); }

int main(int count, char** values) {
  if (count < 2) {
    std::fprintf(stderr, "usage: repair_bench FILE [MEGABYTES [SECONDS]]\n");
    return 2;
  }
  const std::string once = read_file(values[1]);
  if (once.empty()) {
    std::fprintf(stderr, "repair_bench: cannot read %s\n", values[1]);
    return 2;
  }
  const double megabytes = count > 2 ? std::atof(values[2]) : 1,
               budget = count > 3 ? std::atof(values[3]) : 2;
  palimpsest::Source source;
  while (static_cast<double>(source.text.size()) < megabytes * 1e6) source.text += once + "\n\n";
  std::size_t changes = 0;
  const std::size_t before = allocated;
  peak = allocated;
  const double seconds =
      best_seconds(budget, [&] { changes = palimpsest::repair(source).changes.size(); });
  const double peak_ratio =
      static_cast<double>(peak - before) / static_cast<double>(source.text.size());
  std::size_t tokens = 0;
  const double tokenizing =
      best_seconds(budget / 4, [&] { tokens += palimpsest::tokenize(source.text).size(); });
  const double size = static_cast<double>(source.text.size());
  std::printf(
      "{\"bytes\": %zu, \"mb_per_s\": %.1f, \"tokenize_mb_per_s\": %.1f, \"changes\": %zu, "
      "\"peak_bytes_per_byte\": %.2f}\n",
      source.text.size(), size / seconds / 1e6, size / tokenizing / 1e6, changes, peak_ratio);
  return tokens == 0;
}
