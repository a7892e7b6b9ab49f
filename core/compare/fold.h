// Characters as a comparison sees them: what the wrong encoding, another quote mark or another dash
// stands for. Folding makes texts that differ by such damage alone equal, so that they align; the
// difference itself is still shown.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace palimpsest {

struct FoldedCharacter {
  char32_t code = 0;       // quote marks as " or ', dashes as -, mojibake as what it was
  std::uint32_t size = 0;  // bytes of the text that it stands for
  bool mojibake = false;   // was UTF-8 read in another encoding
};

/// The character at `at` (< text.size(), a code point's edge) of a valid text. Zero-width
/// characters come back as U+200B. O(1).
FoldedCharacter read_folded_wide(std::string_view text, std::size_t at);  // any
inline FoldedCharacter read_folded(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte >= 0x80) return read_folded_wide(text, at);
  return {byte == '`' ? U'\'' : char32_t{byte}, 1, false};
}

}  // namespace palimpsest
