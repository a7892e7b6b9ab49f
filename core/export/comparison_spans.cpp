// Tested by tests/core/comparison_export_test.cpp.
#include "export/comparison.h"

namespace palimpsest {

std::vector<std::int32_t> comparison_spans(const Compared& compared, const ExportOptions& options) {
  const OffsetCounter in_a(compared.a.text, options.offsets),
      in_b(compared.b.text, options.offsets);
  std::vector<std::int32_t> numbers;
  numbers.reserve(compared.comparison.hunks.size() * span_numbers);
  const auto add = [&](std::uint32_t number) {
    numbers.push_back(static_cast<std::int32_t>(number));
  };
  for (const Hunk& hunk : compared.comparison.hunks) {
    add(static_cast<std::uint32_t>(hunk.operation));
    add(static_cast<std::uint32_t>(hunk.cause));
    add(in_a(hunk.a.begin));
    add(in_a(hunk.a.end));
    add(in_b(hunk.b.begin));
    add(in_b(hunk.b.end));
    numbers.push_back(hunk.move == Hunk::none ? -1
                      : hunk.moved            ? static_cast<std::int32_t>(hunk.move)
                                              : -2 - static_cast<std::int32_t>(hunk.move));
  }
  return numbers;
}

}  // namespace palimpsest
