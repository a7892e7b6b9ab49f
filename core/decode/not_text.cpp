// Tested by tests/core/decode_test.cpp. The signatures are those of the formats' specifications.
#include "decode/not_text.h"

#include <algorithm>

namespace palimpsest {
namespace {

struct Signature {
  std::string_view bytes, name;
};
using namespace std::string_view_literals;
constexpr Signature signatures[] = {
    {"%PDF"sv, "%PDF"sv},
    {"\x89PNG"sv, "the mark of a PNG picture"sv},
    {"\xFF\xD8\xFF"sv, "the mark of a JPEG picture"sv},
    {"GIF87a"sv, "GIF87a"sv},
    {"GIF89a"sv, "GIF89a"sv},
    {"PK\x03\x04"sv, "the mark of a ZIP archive (a .docx is one)"sv},
    {"\x1F\x8B\x08"sv, "the mark of a gzip archive"sv},
    {"\xD0\xCF\x11\xE0"sv, "the mark of an old Office file"sv},
    {"{\\rtf"sv, "{\\rtf"sv},
    {"\x7F"
     "ELF"sv,
     "the mark of a program"sv},
    {"RIFF"sv, "RIFF"sv},
    {"OggS"sv, "OggS"sv},
    {"ID3"sv, "the mark of an MP3 recording"sv},
    {"\0\0\0 ftyp"sv, "the mark of an MP4 film"sv},
    {"\0\0\0\x18"
     "ftyp"sv,
     "the mark of an MP4 film"sv},
    {"\0asm"sv, "the mark of a WebAssembly module"sv},
};

}  // namespace

std::string why_not_text(std::string_view bytes) {
  for (const Signature& s : signatures)
    if (bytes.starts_with(s.bytes) &&
        (s.bytes != "RIFF"sv || bytes.substr(8, 4) == "WAVE" || bytes.substr(8, 4) == "WEBP") &&
        (s.bytes != "ID3"sv || (bytes.size() > 3 && static_cast<unsigned char>(bytes[3]) < 16)))
      return "This is not text: it begins with " + std::string(s.name);
  // UTF-16 is half zero bytes; it is told from binary data by its byte order mark or by where the
  // zeros stand.
  const std::string_view head = bytes.substr(0, 4096);
  if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF")) return {};
  const auto controls = std::count_if(head.begin(), head.end(), [](char c) {
    const auto b = static_cast<unsigned char>(c);
    return b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x0B && b != 0x1B &&
           b != 0;
  });
  // Text has none of these; compressed or machine data has one in nine bytes. One in 20 keeps clear
  // of both.
  if (head.size() >= 64 && static_cast<std::size_t>(controls) * 20 > head.size())
    return "This is not text: too many of its bytes are control codes";
  return {};
}

}  // namespace palimpsest
