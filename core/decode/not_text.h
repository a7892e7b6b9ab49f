// Tells files that are no text from those that are, by how they begin.
#pragma once

#include <string>
#include <string_view>

#include "decode/decode.h"

namespace palimpsest {

/// "This is not text: it begins with %PDF", or an empty string. Looks at the first few kilobytes
/// only. Each signature holds a byte that no text has, so that a text about PNG files is a text.
std::string why_not_text(std::string_view bytes, Encoding encoding);

}  // namespace palimpsest
