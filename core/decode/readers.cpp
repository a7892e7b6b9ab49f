// Tested by tests/core/decode_test.cpp and tests/cases/decode/.
#include "decode/readers.h"

#include <algorithm>

#include "text/unicode.h"
#include "text/utf8.h"

namespace palimpsest {
namespace {

std::uint8_t byte_at(std::string_view bytes, std::size_t at) {
  return static_cast<std::uint8_t>(bytes[at]);
}

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// The value of three bytes that would be a surrogate in UTF-8 (ED A0 80 to ED BF BF), or 0.
char32_t surrogate_at(std::string_view bytes, std::size_t at) {
  if (at + 2 >= bytes.size() || byte_at(bytes, at) != 0xED) return 0;
  const std::uint8_t second = byte_at(bytes, at + 1), third = byte_at(bytes, at + 2);
  if (second < 0xA0 || second > 0xBF || third < 0x80 || third > 0xBF) return 0;
  return 0xD000u | (second & 0x3Fu) << 6 | (third & 0x3Fu);
}

bool is_high(char32_t code) { return code >= 0xD800 && code < 0xDC00; }
bool is_low(char32_t code) { return code >= 0xDC00 && code < 0xE000; }
char32_t join(char32_t high, char32_t low) {
  return 0x10000 + ((high - 0xD800) << 10 | (low - 0xDC00));
}

constexpr std::string_view no_character =
    "A byte here is not valid in this encoding; U+FFFD stands for it.";
constexpr std::string_view half_character =
    "Half of a surrogate pair stands here alone; U+FFFD stands for it.";
constexpr std::string_view cut_character =
    "The text ends inside a character; U+FFFD stands for it.";

template <std::size_t width, bool big>
char32_t unit_at(std::string_view bytes, std::size_t at) {
  char32_t unit = 0;
  for (std::size_t i = 0; i < width; ++i)
    unit = unit << 8 | byte_at(bytes, at + (big ? i : width - 1 - i));
  return unit;
}

void append_finding(Decoded& out, FindingKind kind, std::size_t at, char32_t code,
                    std::string_view why) {
  const std::size_t begin = out.text.size();
  append_utf8(out.text, code);
  out.note(kind, at, begin, why);
}

template <bool big>
void read_utf16(std::string_view bytes, std::size_t at, Decoded& out) {
  out.text.reserve((bytes.size() - at) / 2 * 3 / 2);
  for (; at + 1 < bytes.size(); at += 2) {
    const char32_t code = unit_at<2, big>(bytes, at);
    const char32_t next = at + 3 < bytes.size() ? unit_at<2, big>(bytes, at + 2) : 0;
    if (is_high(code) && is_low(next)) {
      append_utf8(out.text, join(code, next));
      at += 2;
    } else if (is_high(code) || is_low(code)) {
      append_finding(out, FindingKind::lone_surrogate, at, replacement_character, half_character);
    } else {
      append_utf8(out.text, code);
    }
  }
  if (at < bytes.size())
    append_finding(out, FindingKind::undecodable_byte, at, replacement_character, cut_character);
}

template <bool big>
void read_utf32(std::string_view bytes, std::size_t at, Decoded& out) {
  out.text.reserve((bytes.size() - at) / 2);
  for (; at + 3 < bytes.size(); at += 4) {
    const char32_t code = unit_at<4, big>(bytes, at);
    if (is_high(code) || is_low(code))
      append_finding(out, FindingKind::lone_surrogate, at, replacement_character, half_character);
    else if (code > 0x10FFFF)
      append_finding(out, FindingKind::undecodable_byte, at, replacement_character, no_character);
    else
      append_utf8(out.text, code);
  }
  if (at < bytes.size())
    append_finding(out, FindingKind::undecodable_byte, at, replacement_character, cut_character);
}

/// Characters of several bytes in valid UTF-8.
std::size_t count_several(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xC0; }));
}

/// The characters of a page's upper half, ready to be copied.
struct PageBytes {
  struct Entry {
    char bytes[3] = {};
    std::uint8_t size = 0;  // 0 for a byte without a meaning
  };
  std::array<Entry, 128> entries;

  explicit PageBytes(CodePage page) {
    for (std::size_t i = 0; i < 128; ++i) {
      const auto byte = static_cast<std::uint8_t>(128 + i);
      if (!is_defined(page, byte)) continue;
      const std::string text = to_utf8(code_point_of(page, byte));
      std::copy(text.begin(), text.end(), entries[i].bytes);
      entries[i].size = static_cast<std::uint8_t>(text.size());
    }
  }
};

}  // namespace

void Decoded::note(FindingKind kind, std::size_t at, std::size_t begin, std::string_view why) {
  if (counts_[static_cast<std::size_t>(kind)]++ >= max_findings) return;
  findings.push_back({kind,
                      static_cast<std::uint32_t>(at),
                      {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(text.size())},
                      std::string(why)});
}

Utf8Census take_utf8_census(std::string_view bytes) {
  Utf8Census census;
  const std::size_t good = valid_utf8_prefix(bytes);
  if (good == bytes.size()) {
    census.several = count_several(bytes);
    return census;
  }
  for (std::size_t at = 0; at < bytes.size();) {
    if (byte_at(bytes, at) < 0x80) {
      ++at;
      continue;
    }
    const CodePoint c = read_utf8(bytes, at);
    if (c.valid) {
      const bool odd = is_letter(c.code) && script(c.code) != Script::latin &&
                       ((at > 0 && is_ascii_letter(bytes[at - 1])) ||
                        (at + c.size < bytes.size() && is_ascii_letter(bytes[at + c.size])));
      ++(odd ? census.odd : census.several);
      at += c.size;
    } else if (surrogate_at(bytes, at) != 0) {
      ++census.surrogates;
      at += 3;
    } else {
      ++census.broken;
      // A text cut inside a character is as good a sign as a whole one.
      if (c.size > 1 && at + c.size == bytes.size()) ++census.several;
      at += c.size;
    }
  }
  return census;
}

void read_utf8_bytes(std::string_view bytes, std::size_t at, Decoded& out) {
  out.text.reserve(bytes.size() - at);
  bool asked = false, strays_are_1252 = false;
  while (at < bytes.size()) {
    const std::size_t good = valid_utf8_prefix(bytes.substr(at));
    out.text.append(bytes.substr(at, good));
    at += good;
    if (at == bytes.size()) break;
    if (!asked) {
      const Utf8Census census = take_utf8_census(bytes);
      strays_are_1252 = census.is_mostly_utf8();
      asked = true;
    }
    const char32_t half = surrogate_at(bytes, at);
    const char32_t other = half == 0 ? 0 : surrogate_at(bytes, at + 3);
    if (is_high(half) && is_low(other)) {
      append_finding(out, FindingKind::surrogate_pair, at, join(half, other),
                     "One character was written as the two halves of a surrogate pair (CESU-8).");
      at += 6;
      continue;
    }
    if (half != 0) {
      append_finding(out, FindingKind::lone_surrogate, at, replacement_character, half_character);
      at += 3;
      continue;
    }
    const std::uint32_t size = read_utf8(bytes, at).size;
    // A cut sequence of several bytes is UTF-8 that lost its end, not Windows-1252.
    const auto byte = byte_at(bytes, at);
    if (strays_are_1252 && size == 1 && is_defined(CodePage::windows_1252, byte)) {
      const char32_t code = code_point_of(CodePage::windows_1252, byte);
      append_finding(out, FindingKind::stray_byte, at, code,
                     "A byte here is not UTF-8, as the rest is; read as Windows-1252 it is " +
                         to_utf8(code) + ".");
    } else {
      append_finding(out, FindingKind::undecodable_byte, at, replacement_character,
                     at + size == bytes.size() && byte >= 0xC2 ? cut_character : no_character);
    }
    at += size;
  }
}

void read_utf16_little(std::string_view bytes, std::size_t at, Decoded& out) {
  read_utf16<false>(bytes, at, out);
}
void read_utf16_big(std::string_view bytes, std::size_t at, Decoded& out) {
  read_utf16<true>(bytes, at, out);
}
void read_utf32_little(std::string_view bytes, std::size_t at, Decoded& out) {
  read_utf32<false>(bytes, at, out);
}
void read_utf32_big(std::string_view bytes, std::size_t at, Decoded& out) {
  read_utf32<true>(bytes, at, out);
}

void read_page(CodePage page, std::string_view bytes, std::size_t at, Decoded& out) {
  const PageBytes page_bytes(page);
  out.text.reserve((bytes.size() - at) + (bytes.size() - at) / 8);
  std::array<char, 4096> buffer;  // appending one character at a time costs three times as much
  std::size_t filled = 0;
  const auto flush = [&] {
    out.text.append(buffer.data(), filled);
    filled = 0;
  };
  for (; at < bytes.size(); ++at) {
    if (filled + 3 > buffer.size()) flush();
    const std::uint8_t byte = byte_at(bytes, at);
    if (byte < 0x80) {
      buffer[filled++] = bytes[at];
      continue;
    }
    const PageBytes::Entry& entry = page_bytes.entries[byte - 128u];
    if (entry.size > 0) {
      std::copy(entry.bytes, entry.bytes + 3, buffer.data() + filled);
      filled += entry.size;
      continue;
    }
    flush();
    // The control character keeps the byte's number, as in browsers: nothing is lost.
    append_finding(out, FindingKind::undecodable_byte, at, byte,
                   "A byte here has no meaning in " + std::string(title_of(page)) +
                       "; the control character of its number stands for it.");
  }
  flush();
}

}  // namespace palimpsest
