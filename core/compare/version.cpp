// Tested by tests/core/causes_test.cpp and the laws.
#include "compare/version.h"

#include <utility>

#include "compare/line_index.h"
#include "compare/reader.h"

namespace palimpsest {

Version read_version(std::string text, const Version* like) {
  Version version;
  version.text = std::move(text);
  if (like == nullptr) {
    Reader(version).read();
  } else {
    LineIndex lines(*like);
    Reader(version, &lines).read();
  }
  return version;
}

}  // namespace palimpsest
