// Tested by tests/core/utf8_test.cpp.
#include "text/utf8.h"

#include <cstring>

namespace palimpsest {
namespace {

constexpr std::uint64_t high_bits = 0x8080808080808080ULL;

std::uint8_t byte_at(std::string_view bytes, std::size_t at) {
  return static_cast<std::uint8_t>(bytes[at]);
}

}  // namespace

CodePoint read_utf8(std::string_view bytes, std::size_t at) {
  const std::uint8_t lead = byte_at(bytes, at);
  if (lead < 0x80) return {lead, 1, true};
  // The second byte's range excludes overlong forms, surrogates and values past U+10FFFF.
  std::uint8_t low = 0x80, high = 0xBF;
  std::uint32_t more = 0;
  char32_t code = 0;
  if (lead >= 0xC2 && lead <= 0xDF) {
    more = 1;
    code = lead & 0x1Fu;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    more = 2;
    code = lead & 0x0Fu;
    if (lead == 0xE0) low = 0xA0;
    if (lead == 0xED) high = 0x9F;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    more = 3;
    code = lead & 0x07u;
    if (lead == 0xF0) low = 0x90;
    if (lead == 0xF4) high = 0x8F;
  } else {
    return {replacement_character, 1, false};
  }
  for (std::uint32_t i = 1; i <= more; ++i) {
    if (at + i >= bytes.size()) return {replacement_character, i, false};
    const std::uint8_t next = byte_at(bytes, at + i);
    if (next < low || next > high) return {replacement_character, i, false};
    code = code << 6 | (next & 0x3Fu);
    low = 0x80;
    high = 0xBF;
  }
  return {code, more + 1, true};
}

CodePoint code_point_at(std::string_view text, std::size_t at) {
  const std::uint8_t lead = byte_at(text, at);
  if (lead < 0x80) return {lead, 1, true};
  const auto low = [&](std::size_t i) {
    return static_cast<char32_t>(byte_at(text, at + i) & 0x3F);
  };
  if (lead < 0xE0) return {(lead & 0x1Fu) << 6 | low(1), 2, true};
  if (lead < 0xF0) return {(lead & 0x0Fu) << 12 | low(1) << 6 | low(2), 3, true};
  return {(lead & 0x07u) << 18 | low(1) << 12 | low(2) << 6 | low(3), 4, true};
}

CodePoint code_point_before(std::string_view text, std::size_t end) {
  std::size_t at = end - 1;
  while (!is_boundary(text, at)) --at;
  return code_point_at(text, at);
}

void append_utf8(std::string& text, char32_t code) {
  if (code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) code = replacement_character;
  const auto put = [&](char32_t byte) { text.push_back(static_cast<char>(byte)); };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0 | code >> 6);
    put(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    put(0xE0 | code >> 12);
    put(0x80 | (code >> 6 & 0x3F));
    put(0x80 | (code & 0x3F));
  } else {
    put(0xF0 | code >> 18);
    put(0x80 | (code >> 12 & 0x3F));
    put(0x80 | (code >> 6 & 0x3F));
    put(0x80 | (code & 0x3F));
  }
}

std::string to_utf8(char32_t code) {
  std::string text;
  append_utf8(text, code);
  return text;
}

std::size_t valid_utf8_prefix(std::string_view bytes) {
  std::size_t at = 0;
  while (at < bytes.size()) {
    // Eight ASCII bytes at a time: article text is mostly ASCII.
    while (at + 8 <= bytes.size()) {
      std::uint64_t eight;
      std::memcpy(&eight, bytes.data() + at, 8);
      if (eight & high_bits) break;
      at += 8;
    }
    if (at == bytes.size()) break;
    // The sequences of most letters and marks, without building the code point.
    const std::uint8_t lead = byte_at(bytes, at);
    const auto continues = [&](std::size_t i) { return (byte_at(bytes, i) & 0xC0) == 0x80; };
    if (lead < 0x80) {
      ++at;
      continue;
    }
    if (lead >= 0xC2 && lead < 0xE0 && at + 1 < bytes.size() && continues(at + 1)) {
      at += 2;
      continue;
    }
    if (lead > 0xE0 && lead < 0xF0 && lead != 0xED && at + 2 < bytes.size() && continues(at + 1) &&
        continues(at + 2)) {
      at += 3;
      continue;
    }
    const CodePoint next = read_utf8(bytes, at);
    if (!next.valid) return at;
    at += next.size;
  }
  return at;
}

std::size_t code_point_length(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return count;
}

std::size_t utf16_length(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    count += ((byte & 0xC0) != 0x80) + (byte >= 0xF0);
  }
  return count;
}

}  // namespace palimpsest
