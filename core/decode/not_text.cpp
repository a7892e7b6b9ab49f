// Tested by tests/core/decode_test.cpp. The signatures are those of the formats' specifications.
#include "decode/not_text.h"

#include <algorithm>

namespace palimpsest {
namespace {

// In a signature, `anything` matches any byte and `control` one below 0x20, which a text that just
// names the format does not have there.
constexpr char anything = '\x01', control = '\x02';
struct Signature {
  std::string_view bytes, name;
};
using namespace std::string_view_literals;
constexpr Signature signatures[] = {
    {"%PDF-"sv, "%PDF"sv},
    {"\x89PNG"sv, "the mark of a PNG picture"sv},
    {"\xFF\xD8\xFF\x01\x02"sv, "the mark of a JPEG picture"sv},
    {"GIF87a\x01\x02"sv, "GIF87a"sv},
    {"GIF89a\x01\x02"sv, "GIF89a"sv},
    {"PK\x03\x04"sv, "the mark of a ZIP archive (a .docx is one)"sv},
    {"\x1F\x8B\x08"sv, "the mark of a gzip archive"sv},
    {"7z\xBC\xAF\x27\x1C"sv, "the mark of a 7z archive"sv},
    {"Rar!\x1A\x07"sv, "the mark of a RAR archive"sv},
    {"\xFD"
     "7zXZ\0"sv,
     "the mark of an xz archive"sv},
    {"\x28\xB5\x2F\xFD"sv, "the mark of a Zstandard archive"sv},
    {"SQLite format 3\0"sv, "the mark of a database"sv},
    {"\xD0\xCF\x11\xE0"sv, "the mark of an old Office file"sv},
    {"{\\rtf1"sv, "{\\rtf"sv},
    {"\x7F"
     "ELF"sv,
     "the mark of a program"sv},
    {"RIFF\x01\x01\x01\x01WAVE"sv, "the mark of a sound"sv},
    {"RIFF\x01\x01\x01\x01WEBP"sv, "the mark of a WebP picture"sv},
    {"OggS\0"sv, "OggS"sv},
    {"ID3\x02"sv, "the mark of an MP3 recording"sv},
    {"\0\0\0\x01"
     "ftyp"sv,
     "the mark of an MP4 film"sv},
    {"\0asm"sv, "the mark of a WebAssembly module"sv},
};

bool begins_with(std::string_view bytes, std::string_view signature) {
  if (bytes.size() < signature.size()) return false;
  for (std::size_t i = 0; i < signature.size(); ++i)
    if (signature[i] != anything && bytes[i] != signature[i] &&
        !(signature[i] == control && static_cast<unsigned char>(bytes[i]) < 0x20))
      return false;
  return true;
}

bool is_wide(Encoding encoding) {
  return encoding == Encoding::utf16le || encoding == Encoding::utf16be ||
         encoding == Encoding::utf32le || encoding == Encoding::utf32be;
}

}  // namespace

std::string why_not_text(std::string_view bytes, Encoding encoding) {
  for (const Signature& s : signatures)
    if (begins_with(bytes, s.bytes))
      return "This is not text: it begins with " + std::string(s.name);
  if (is_wide(encoding)) return {};  // half of its bytes are zero
  const std::string_view head = bytes.substr(0, 4096);
  const auto controls = std::count_if(head.begin(), head.end(), [](char c) {
    const auto b = static_cast<unsigned char>(c);
    return b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x0B && b != 0x1B;
  });
  // Text has none of these; compressed or machine data has one in nine bytes. One in 20 keeps clear
  // of both.
  if (head.size() >= 64 && static_cast<std::size_t>(controls) * 20 > head.size())
    return "This is not text: too many of its bytes are control codes";
  return {};
}

}  // namespace palimpsest
