// Tested by tests/core/decode_test.cpp and tests/cases/decode/.
#include "decode/decode.h"

#include "decode/not_text.h"
#include "text/utf8.h"

namespace palimpsest {
namespace {

constexpr std::size_t max_bytes = std::size_t{1} << 31;

std::uint32_t offset(std::size_t at) { return static_cast<std::uint32_t>(at); }

void add_undecodable(Source& source, std::size_t byte, std::size_t place) {
  if (source.findings.size() < max_findings)
    source.findings.push_back({FindingKind::undecodable_byte,
                               offset(byte),
                               {offset(place), offset(place + 3)},
                               "A byte here is not valid in this encoding; U+FFFD stands for it."});
}

void read_as_utf8(std::string_view bytes, std::size_t from, Source& source) {
  source.text.reserve(bytes.size() - from);
  std::size_t at = from;
  while (at < bytes.size()) {
    const std::size_t good = valid_utf8_prefix(bytes.substr(at));
    source.text.append(bytes.substr(at, good));
    at += good;
    if (at == bytes.size()) break;
    add_undecodable(source, at, source.text.size());
    append_utf8(source.text, replacement_character);
    at += read_utf8(bytes, at).size;
  }
}

void read_as_utf16(std::string_view bytes, std::size_t from, bool big_endian, Source& source) {
  const auto unit = [&](std::size_t at) -> char32_t {
    const auto a = static_cast<unsigned char>(bytes[at]),
               b = static_cast<unsigned char>(bytes[at + 1]);
    return big_endian ? char32_t{a} << 8 | b : char32_t{b} << 8 | a;
  };
  std::size_t at = from;
  while (at + 1 < bytes.size()) {
    char32_t code = unit(at);
    std::size_t size = 2;
    if (code >= 0xD800 && code < 0xDC00 && at + 3 < bytes.size()) {
      const char32_t low = unit(at + 2);
      if (low >= 0xDC00 && low < 0xE000) {
        code = 0x10000 + ((code - 0xD800) << 10 | (low - 0xDC00));
        size = 4;
      }
    }
    if (code >= 0xD800 && code < 0xE000) add_undecodable(source, at, source.text.size());
    append_utf8(source.text, code);
    at += size;
  }
  if (at < bytes.size()) {
    add_undecodable(source, at, source.text.size());
    append_utf8(source.text, replacement_character);
  }
}

}  // namespace

std::vector<EncodingRow> encoding_rows() {
  return {
#define ENCODING(name, json, title) {Encoding::name, json, title},
#include "decode/encodings.def"
  };
}

std::string_view name_of(FindingKind kind) {
  return kind == FindingKind::not_text ? "not_text" : "undecodable_byte";
}

Source decode(std::string_view bytes, const DecodeOptions& options) {
  Source source;
  const bool cut = bytes.size() > max_bytes;
  if (cut) bytes = bytes.substr(0, max_bytes);
  if (std::string why = why_not_text(bytes); !why.empty())
    source.findings.push_back({FindingKind::not_text, 0, {}, std::move(why)});

  std::size_t from = 0;
  source.encoding = options.automatic ? Encoding::utf8 : options.encoding;
  source.reason = options.automatic ? "No byte order mark, so UTF-8." : "As asked.";
  if (bytes.starts_with("\xEF\xBB\xBF") &&
      (options.automatic || options.encoding == Encoding::utf8)) {
    from = 3;
    source.reason = "It begins with the byte order mark of UTF-8.";
  } else if (options.automatic &&
             (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))) {
    from = 2;
    source.encoding = bytes.starts_with("\xFF\xFE") ? Encoding::utf16le : Encoding::utf16be;
    source.reason = "It begins with the byte order mark of UTF-16.";
  }
  if (source.encoding == Encoding::utf8)
    read_as_utf8(bytes, from, source);
  else
    read_as_utf16(bytes, from, source.encoding == Encoding::utf16be, source);
  if (cut)
    source.findings.push_back(
        {FindingKind::not_text, offset(bytes.size()), {}, "Only the first 2 GiB were read."});
  return source;
}

}  // namespace palimpsest
