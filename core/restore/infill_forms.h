// The words of the infill model's vocabulary as they stand in its file: each by how much it shares
// with the one before and the letters that follow.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palimpsest {

/// The order in which words behind the first `guessed` are numbered, so that neighbours share
/// letters: by their letters, small ones first.
void sort_forms(std::vector<std::string>& words, std::size_t guessed);

std::string write_forms(const std::vector<std::string>& words);
std::optional<std::vector<std::string>> read_forms(std::string_view bytes);

}  // namespace palimpsest
