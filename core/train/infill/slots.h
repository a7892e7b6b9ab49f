// How well the infill model fills slots whose place is known.
#pragma once

#include <string>

#include "model/model.h"
#include "restore/restore_model.h"

namespace palimpsest::train {

/// `path`: JSON Lines {"file", "text", "slots": [{"span" in bytes, "lost", "inplace",
/// "referent"?}]} of tests/quality/infill.py. The figures as one JSON object.
std::string score_slots(const std::string& path, const RestoreModel& model, const Model& names);

}  // namespace palimpsest::train
