// Character references of HTML: &ldquo; &#8220; &#x201C;. The names are generated (entities.inc,
// made by entities.py: 6 KB); all 2,125 of HTML 5 would take 30 KB, and articles use none of the
// others.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace palimpsest {

struct CharacterReference {
  char32_t code = 0;
  std::uint32_t size = 0;  // bytes from the & on
};

/// The reference at `at`, where an & stands, as a writer means it in plain text: with its
/// semicolon, of a known name or of a number that is a character. Numbers 128 to 159 are
/// Windows-1252, as in browsers: &#146; is ’. O(1): a name or number is at most 32 bytes long.
std::optional<CharacterReference> read_reference(std::string_view text, std::size_t at);

/// The same as browsers read it in a page: old names need no semicolon (&copy2017), a number that
/// is no character gives U+FFFD.
std::optional<CharacterReference> read_page_reference(std::string_view text, std::size_t at);

}  // namespace palimpsest
