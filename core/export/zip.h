// A zip file whose entries are stored, not packed: enough for a .docx, and the same bytes for the
// same content (no time of day in it).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace palimpsest {

struct ZipEntry {
  std::string name;  // ASCII
  std::string bytes;
};

/// PKWARE APPNOTE 6.3.2, method 0. Entries and the whole must be smaller than 4 GiB.
std::string write_zip(const std::vector<ZipEntry>& entries);

/// CRC-32 of IEEE 802.3, as zip and gzip have it.
std::uint32_t crc32(std::string_view bytes);

}  // namespace palimpsest
