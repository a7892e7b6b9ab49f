// What a date that is counted from now comes to, where the report says when it was written:
// with a dateline of 2016-05-05, "yesterday" is 2016-05-04, "last month" 2016-04, "Friday"
// 2016-04-29.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "entity/calendar.h"
#include "entity/mention.h"
#include "entity/terms.h"

namespace palimpsest {

/// The day of the report: the first full date among the first paragraphs that stands alone in its
/// paragraph ("Saturday, January 31, 2009") or in a dateline ("LONDON, May 5, 2016 (Reuters) —").
std::optional<Day> find_dateline(std::string_view text, std::span<const CleanSpan> paragraphs,
                                 std::span<const Mention> mentions);

/// The value of the date that the terms from `first` to before `end` say, counted from `now`: a
/// day, a month, a year, or a week of ISO 8601 ("2016-W17"). `value` is what the date says by
/// itself:
/// "--05-05" gets the nearest year. `future`: the sentence speaks of what is to come, so "Friday"
/// is the next one. Empty where it cannot be said ("the following day", "last summer").
std::string resolve_date(const Terms& terms, std::size_t first, std::size_t end,
                         const std::string& value, Day now, bool future);

/// Sets the values of the dates among the mentions, if there is a dateline. O(n).
void resolve_dates(const Terms& terms, std::string_view text, std::span<const CleanSpan> paragraphs,
                   std::span<const CleanSpan> sentences, std::vector<Mention>& mentions);

}  // namespace palimpsest
