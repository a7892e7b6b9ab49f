// Letters with combining marks as Unicode's Normalization Form C writes them, for Latin, Greek and
// Cyrillic. The pairs are generated (compositions.inc, made by compositions.py: 6 KB); the full
// algorithm with all scripts would cost 27 KB compressed.
#pragma once

#include <string>
#include <string_view>

namespace palimpsest {

/// The same letter with its marks, composed as far as one character for both exists; marks in
/// canonical order. What cannot be composed comes back as it is. Unicode 15, section 3.11.
std::u32string compose_letter(std::u32string_view letter_and_marks);

/// True for one character that is a letter with a mark: é, ё, ή.
bool is_composed_letter(char32_t code);

/// True for the marks that compose_letter knows: U+0301 …
bool is_composing_mark(char32_t code);

}  // namespace palimpsest
