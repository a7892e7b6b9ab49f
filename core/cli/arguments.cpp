// Tested by tests/core/cli_test.cpp.
#include "cli/arguments.h"

#include <algorithm>

namespace palimpsest {

Arguments read_arguments(const std::vector<std::string>& arguments, std::size_t from,
                         const std::vector<std::string_view>& valued,
                         const std::vector<std::string_view>& flags) {
  const auto among = [](const std::vector<std::string_view>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  Arguments result;
  for (std::size_t i = from; i < arguments.size(); ++i) {
    const std::string& argument = arguments[i];
    if (argument == "--") {
      result.files.insert(result.files.end(),
                          arguments.begin() + static_cast<std::ptrdiff_t>(i) + 1, arguments.end());
      break;
    }
    if (argument.size() < 2 || argument[0] != '-') {
      result.files.push_back(argument);
      continue;
    }
    const std::size_t equals = argument.find('=');
    const std::string name = argument.substr(0, equals);
    if (among(flags, name) && equals == std::string::npos) {
      result.values[name];
    } else if (among(valued, name)) {
      if (equals != std::string::npos) {
        result.values[name] = argument.substr(equals + 1);
      } else if (i + 1 < arguments.size()) {
        result.values[name] = arguments[++i];
      } else {
        result.wrong = "option " + name + " needs a value";
        return result;
      }
    } else {
      result.wrong = "option " + argument + " is not known";
      return result;
    }
  }
  return result;
}

}  // namespace palimpsest
