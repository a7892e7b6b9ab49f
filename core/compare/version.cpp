// Tested by tests/core/causes_test.cpp and the laws.
#include "compare/version.h"

#include <utility>

#include "compare/reader.h"

namespace palimpsest {

Version read_version(std::string text) {
  Version version;
  version.text = std::move(text);
  Reader(version).read();
  return version;
}

}  // namespace palimpsest
