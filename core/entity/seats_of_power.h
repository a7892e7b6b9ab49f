// Seats of power: buildings and capitals that stand for a government, "the Kremlin said".
#pragma once

#include <cstddef>
#include <string_view>

#include "entity/finder.h"

namespace palimpsest {

/// The last token of the seat that begins at token `i` ("White House", "Kremlin"); no_token if none
/// does. Buildings only.
std::size_t end_of_seat(const NamedText& text, std::size_t i);
/// True for the name of such a building.
bool is_seat_of_power(std::string_view name);
/// True for the capital of a state that is often named for its government.
bool is_capital(std::string_view name);

/// True if the name at `span` acts as a government does: it says, accuses, imposes; or stands in
/// "relations between Washington and Moscow".
bool acts_as_government(const NamedText& text, CleanSpan span);
/// True if the name at `span` plays: it beats, loses to, wins against; or has a score behind it.
bool acts_as_team(const NamedText& text, CleanSpan span);

}  // namespace palimpsest
