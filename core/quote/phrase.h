// Where phrases and clauses begin and end around a verb of saying.
#pragma once

#include <optional>

#include "quote/reading.h"

namespace palimpsest {

inline constexpr std::uint32_t longest_phrase = 16;  // words

bool is_apostrophe(const QuoteWord& word);

/// "’s" or "’" glued behind `end`.
bool is_possessive(const QuoteReading& r, std::uint32_t end);

/// He, she, it, they, I, we, you, who; not him, her, his.
bool is_subject_pronoun(const QuoteReading& r, std::uint32_t i);

/// Skips backwards what may stand between a subject and its verb: adverbs, auxiliaries, "on
/// Friday", "(D-Wis.)". Gives the index behind the last word of the subject.
std::uint32_t end_of_subject(const QuoteReading& r, std::uint32_t verb, std::uint32_t floor);

/// Where the clause that holds `at` begins, `floor` at the earliest.
std::uint32_t clause_begin(const QuoteReading& r, std::uint32_t at, std::uint32_t floor);

/// Where the phrase that ends before `end` begins.
std::uint32_t phrase_begin(const QuoteReading& r, std::uint32_t end, std::uint32_t floor);

/// Where the noun ends whose relative clause ends before a verb: "the lords who fled the city
/// said". `phrase` is where the last phrase of that clause begins; none if there is no such clause.
std::optional<std::uint32_t> before_relative_clause(const QuoteReading& r, std::uint32_t phrase,
                                                    std::uint32_t floor);

}  // namespace palimpsest
