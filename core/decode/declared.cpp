// Reads what a page says of its own encoding. Tested by tests/core/decode_test.cpp.
#include <algorithm>
#include <iterator>

#include "decode/detect.h"

namespace palimpsest {
namespace {

// The labels of the WHATWG Encoding Standard for the encodings of encodings.def. ASCII and Latin-1
// labels mean Windows-1252 there.
struct Label {
  std::string_view label;
  Encoding encoding;
};
constexpr Label labels[] = {
    {"ascii", Encoding::windows_1252},
    {"cp1250", Encoding::windows_1250},
    {"cp1251", Encoding::windows_1251},
    {"cp1252", Encoding::windows_1252},
    {"cp437", Encoding::cp437},
    {"cp819", Encoding::windows_1252},
    {"csisolatin1", Encoding::windows_1252},
    {"csisolatin9", Encoding::latin_9},
    {"csmacintosh", Encoding::mac_roman},
    {"ibm437", Encoding::cp437},
    {"ibm819", Encoding::windows_1252},
    {"iso-8859-1", Encoding::windows_1252},
    {"iso-8859-15", Encoding::latin_9},
    {"iso-ir-100", Encoding::windows_1252},
    {"iso8859-1", Encoding::windows_1252},
    {"iso8859-15", Encoding::latin_9},
    {"iso88591", Encoding::windows_1252},
    {"iso885915", Encoding::latin_9},
    {"iso_8859-1", Encoding::windows_1252},
    {"iso_8859-15", Encoding::latin_9},
    {"l1", Encoding::windows_1252},
    {"l9", Encoding::latin_9},
    {"latin1", Encoding::windows_1252},
    {"mac", Encoding::mac_roman},
    {"macintosh", Encoding::mac_roman},
    {"us-ascii", Encoding::windows_1252},
    {"utf-8", Encoding::utf8},
    {"utf8", Encoding::utf8},
    {"windows-1250", Encoding::windows_1250},
    {"windows-1251", Encoding::windows_1251},
    {"windows-1252", Encoding::windows_1252},
    {"x-cp1250", Encoding::windows_1250},
    {"x-cp1251", Encoding::windows_1251},
    {"x-cp1252", Encoding::windows_1252},
    {"x-mac-roman", Encoding::mac_roman},
};

// Browsers look at the first 1,024 bytes for a declaration.
constexpr std::size_t declaration_window = 1024;

bool is_label_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
}

std::optional<Encoding> named_after(std::string_view head, std::string_view key, std::size_t from,
                                    std::size_t to) {
  std::size_t at = head.find(key, from);
  if (at >= to) return std::nullopt;
  at += key.size();
  while (at < to && (head[at] == ' ' || head[at] == '=' || head[at] == '"' || head[at] == '\''))
    ++at;
  std::size_t end = at;
  while (end < to && is_label_char(head[end])) ++end;
  const std::string_view label = head.substr(at, end - at);
  const auto* found = std::find_if(std::begin(labels), std::end(labels),
                                   [&](const Label& l) { return l.label == label; });
  if (found == std::end(labels)) return std::nullopt;
  return found->encoding;
}

}  // namespace

std::optional<Encoding> declared_encoding(std::string_view bytes) {
  std::string head(bytes.substr(0, declaration_window));
  for (char& c : head)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  if (head.starts_with("<?xml"))
    if (const auto found = named_after(head, "encoding", 0, std::min(head.find("?>"), head.size())))
      return found;
  for (std::size_t at = head.find("<meta"); at != std::string::npos;
       at = head.find("<meta", at + 5))
    if (const auto found =
            named_after(head, "charset", at, std::min(head.find('>', at), head.size())))
      return found;
  return std::nullopt;
}

}  // namespace palimpsest
