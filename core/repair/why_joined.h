// Sentences of the rules that join what blanks parted.
#pragma once

#include <string>
#include <string_view>

#include "repair/rule.h"

namespace palimpsest {

/// `cause` and what was joined: "… Here “4 , 000” became “4,000”." Empty, so that the row speaks,
/// where only a blank went.
std::string why_joined(const Explained& change, std::string_view cause);

}  // namespace palimpsest
