// The command line: arguments and files in, text and JSON out. No logic of its own.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace palimpsest {

/// Runs one call. Gives 0, or 2 after one line on `err` for bad usage or an unreadable file.
int run_command_line(const std::vector<std::string>& arguments, std::istream& in, std::ostream& out,
                     std::ostream& err);

}  // namespace palimpsest
