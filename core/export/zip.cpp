// Tested by tests/core/document_export_test.cpp.
#include "export/zip.h"

#include <array>

namespace palimpsest {
namespace {

// Not made by the compiler: in the program that a page loads it would be 1 KB that cannot be
// packed.
std::array<std::uint32_t, 256> make_table() {
  std::array<std::uint32_t, 256> table{};
  for (std::uint32_t i = 0; i < 256; ++i) {
    std::uint32_t value = i;
    for (int bit = 0; bit < 8; ++bit)
      value = (value & 1) != 0 ? 0xEDB88320U ^ value >> 1 : value >> 1;
    table[i] = value;
  }
  return table;
}

/// Little-endian numbers of two and four bytes.
void add2(std::string& out, std::uint32_t value) {
  out += static_cast<char>(value & 0xFF);
  out += static_cast<char>(value >> 8 & 0xFF);
}
void add4(std::string& out, std::size_t value) {
  add2(out, static_cast<std::uint32_t>(value & 0xFFFF));
  add2(out, static_cast<std::uint32_t>(value >> 16 & 0xFFFF));
}

constexpr std::uint32_t first_day = 1 << 5 | 1;  // 1 January 1980, the earliest date there is

/// What the local header and the directory say alike: version, flags, method, time, date, sums.
void add_common(std::string& out, const ZipEntry& entry) {
  add2(out, 20);
  add2(out, 0);
  add2(out, 0);
  add2(out, 0);
  add2(out, first_day);
  add4(out, crc32(entry.bytes));
  add4(out, entry.bytes.size());
  add4(out, entry.bytes.size());
  add2(out, static_cast<std::uint32_t>(entry.name.size()));
  add2(out, 0);
}

}  // namespace

std::uint32_t crc32(std::string_view bytes) {
  static const std::array<std::uint32_t, 256> table = make_table();
  std::uint32_t value = 0xFFFFFFFFU;
  for (const char c : bytes)
    value = table[(value ^ static_cast<unsigned char>(c)) & 0xFF] ^ value >> 8;
  return value ^ 0xFFFFFFFFU;
}

std::string write_zip(const std::vector<ZipEntry>& entries) {
  std::string out, directory;
  for (const ZipEntry& entry : entries) {
    const std::size_t at = out.size();
    add4(out, 0x04034B50);
    add_common(out, entry);
    out += entry.name;
    out += entry.bytes;
    add4(directory, 0x02014B50);
    add2(directory, 20);
    add_common(directory, entry);
    add2(directory, 0);  // comment, disk, attributes inside and outside
    add2(directory, 0);
    add2(directory, 0);
    add4(directory, 0);
    add4(directory, at);
    directory += entry.name;
  }
  const std::size_t begin = out.size();
  out += directory;
  add4(out, 0x06054B50);
  add4(out, 0);
  add2(out, static_cast<std::uint32_t>(entries.size()));
  add2(out, static_cast<std::uint32_t>(entries.size()));
  add4(out, directory.size());
  add4(out, begin);
  add2(out, 0);
  return out;
}

}  // namespace palimpsest
