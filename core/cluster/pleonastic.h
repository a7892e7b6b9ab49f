// The "it" that stands for nothing: "it is clear that", "it rained", "makes it hard to".
#pragma once

#include "cluster/reading.h"

namespace palimpsest {

/// True for an "it" at this token that only fills the place of a subject or object (patterns after
/// Lappin and Leass 1994).
bool is_pleonastic(const TextReading& reading, std::size_t token);

}  // namespace palimpsest
