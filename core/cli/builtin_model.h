// The models that the program carries.
#pragma once

#include "model/model.h"
#include "restore/restore_model.h"

namespace palimpsest {

/// Read once, when first asked for; null if it cannot be read (a build fault, shown by a test).
const Model* builtin_model();
const RestoreModel* builtin_restore_model();

}  // namespace palimpsest
