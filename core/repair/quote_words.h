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

/// Whose quotation marks a text uses, by its first words. A few words tell too little: `unknown`.
enum class QuoteLanguage : std::uint8_t { english, unknown, other };
QuoteLanguage quote_language(std::string_view text, const class Tokens& tokens);

}  // namespace palimpsest
