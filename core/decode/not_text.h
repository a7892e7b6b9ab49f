// Tells files that are no text from those that are, by how they begin.
#pragma once

#include <string>
#include <string_view>

namespace palimpsest {

/// "This is not text: it begins with %PDF", or an empty string. Looks at the first few kilobytes
/// only.
std::string why_not_text(std::string_view bytes);

}  // namespace palimpsest
