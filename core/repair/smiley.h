// Faces drawn with marks, which a tokeniser takes apart: ": )", ": - )", "; - (".
#pragma once

#include <cstddef>

#include "repair/near.h"

namespace palimpsest {

/// The last token of the face that begins with the eyes `i`, gaps inside it or none; 0 if there is
/// none. A bracket that closes one opened before, or opens one that closes again, is no mouth.
std::size_t smiley_end(const Near& near, std::size_t i);

}  // namespace palimpsest
