// Numbers and ranges of them: "4,000", "12 to 15", "5-10", "10 to 15 million".
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "entity/numeral.h"

namespace palimpsest {

/// A number, or two with "to", "or" or a dash between them.
struct Amount {
  Numeral first;
  std::optional<Numeral> last;  // of a range
  std::size_t end = 0;

  std::string value() const;  // "5", "5..10"; empty where one is not known
};
/// `joined`: the marks and words that may stand between the two.
enum class Joined : std::uint8_t { dash, dash_or_word };
std::optional<Amount> read_amount(const Terms& terms, std::size_t i, Joined joined,
                                  bool short_scales = false);

}  // namespace palimpsest
