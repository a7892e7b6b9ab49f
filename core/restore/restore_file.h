// The file that restoration reads, core/restore/restore.model: named sections, so that each part of
// it is learnt and written anew without the others.
//
//     "PLMPRST\n"  version  size of the rest  checksum of the rest  | the rest:
//     number of sections  (size of the name  name  size  bytes) for each, by name
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace palimpsest {

inline constexpr std::string_view restore_magic = "PLMPRST\n";
inline constexpr std::uint32_t restore_version = 1;

using RestoreSections = std::map<std::string, std::string, std::less<>>;

std::string write_restore_file(const RestoreSections& sections);
/// None, and `error` in words, for anything that write_restore_file did not write.
std::optional<RestoreSections> read_restore_file(std::string_view bytes, std::string& error);

/// A section of whole numbers: weights, limits.
std::string write_weights(std::span<const std::int16_t> weights);
std::vector<std::int16_t> read_weights(std::string_view section);

}  // namespace palimpsest
