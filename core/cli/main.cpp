#include <iostream>
#include <string>
#include <vector>

#include "cli/cli.h"

int main(int count, char** values) {
  std::ios::sync_with_stdio(false);
  return palimpsest::run_command_line(std::vector<std::string>(values + 1, values + count),
                                      std::cin, std::cout, std::cerr);
}
