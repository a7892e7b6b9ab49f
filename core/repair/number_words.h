// Words that say what a number beside them is: an amount, the number of a room.
#pragma once

#include <string_view>

namespace palimpsest {

/// million, billion, bn: what makes a decimal fraction of "1 . 5".
bool is_scale(std::string_view word);
/// What follows a measured number: units, currencies and percent by name.
bool is_unit(std::string_view word);
/// Words that number things, so that numbers after them are a list: rooms, pages, chapter, Psalm.
bool is_numbered_thing(std::string_view word);

}  // namespace palimpsest
