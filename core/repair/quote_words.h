// Closed classes of English words that a mark beside them makes an apostrophe.
#pragma once

#include <cstdint>
#include <string_view>

namespace palimpsest {

enum class Elision : std::uint8_t { none, possible, certain };

/// Whether an apostrophe before `word` stands for lost letters: ’tis, ’em, ’cause are certain;
/// ’ave, ’round, ’e can also begin a quotation.
Elision elision_before(std::string_view word);

/// Whether a word cut short ends in an apostrophe: o’, th’, an’ are certain; goin’, the workers’
/// are possible.
Elision elision_after(std::string_view word);

/// What an apostrophe joins to the word before it: s, t, d, m, ll, re, ve.
bool is_clitic(std::string_view word);

/// A verb that says who speaks, as it stands behind a quotation: said, says, asked, …
bool is_speech_verb(std::string_view word);

/// False if the words of the text are those of a language with other quotation marks (a share of
/// its first words is looked at). A text too short to tell counts as English.
bool has_english_quotes(std::string_view text, const class Tokens& tokens);

}  // namespace palimpsest
