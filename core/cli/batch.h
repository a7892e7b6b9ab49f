// Many documents: JSON Lines in, JSON Lines out, in the same order, on several threads.
#pragma once

#include <iosfwd>
#include <string>

#include "document/document.h"
#include "export/json.h"

namespace palimpsest {

struct BatchOptions {
  Options options;
  ExportOptions export_options;
  unsigned jobs = 1;  // threads, 1 to 256
};

/// Gives an empty string, or what is wrong, in words.
std::string read_batch_options(const std::string& jobs, const std::string& fields,
                               BatchOptions& batch);

/// Reads lines to the end of `in`; an empty line is left out. A line that cannot be understood
/// gives {"error"}. Holds at most a few hundred documents at a time.
void run_batch(std::istream& in, std::ostream& out, const BatchOptions& batch);

}  // namespace palimpsest
