// What a reader may ask of the repair step. Defaults are what the page does.
#pragma once

#include <cstdint>
#include <vector>

namespace palimpsest {

enum class RepairKind : std::uint8_t;

enum class QuoteStyle : std::uint8_t { typographic, straight };

struct RepairOptions {
  QuoteStyle quotes = QuoteStyle::typographic;  // how quote marks come out where a repair sets them
  std::vector<RepairKind> reject;               // rows that are not asked
};

}  // namespace palimpsest
