// Splits a command's arguments into options and files.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace palimpsest {

struct Arguments {
  std::map<std::string, std::string, std::less<>>
      values;  // "--reject" -> "kind,kind"; flags have an empty value
  std::vector<std::string> files;
  std::string wrong;  // what cannot be understood; empty if nothing

  bool has(std::string_view name) const { return values.find(name) != values.end(); }
  std::string value(std::string_view name, std::string otherwise = {}) const {
    const auto found = values.find(name);
    return found == values.end() ? otherwise : found->second;
  }
};

/// `valued` take the next argument (or what follows "="), `flags` take none. "-" is a file:
/// standard input; "--" ends options.
Arguments read_arguments(const std::vector<std::string>& arguments, std::size_t from,
                         const std::vector<std::string_view>& valued,
                         const std::vector<std::string_view>& flags);

}  // namespace palimpsest
