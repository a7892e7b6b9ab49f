// Files as the training programs read them.
#pragma once

#include <fstream>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string>

namespace palimpsest::train {

/// All bytes of a file. Throws what is wrong, in words.
inline std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error(path + ": cannot be opened");
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

/// A Model or RestoreModel from its file. Throws what is wrong, in words.
template <class Any>
Any read_model_file(const std::string& path) {
  std::string error;
  std::optional<Any> model = Any::read(read_file(path), &error);
  if (!model) throw std::runtime_error(path + ": " + error);
  return std::move(*model);
}

}  // namespace palimpsest::train
