// What the rows of version_*.cpp share: places of a version's reading as restorations.
#pragma once

#include <vector>

#include "restore/rule.h"

namespace palimpsest {

/// The places of one sort, if they are damage.
std::vector<Restoration> restorations_of(const DamagedText& damaged, VersionPlace::What what);

}  // namespace palimpsest
