// From bytes to text. Any bytes give a Source; everything behind this step sees valid UTF-8 only.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace palimpsest {

/// The rows of encodings.def.
enum class Encoding : std::uint8_t {
#define ENCODING(name, ...) name,
#include "decode/encodings.def"
};
struct EncodingRow {
  Encoding encoding;
  std::string_view name, title;
};
std::vector<EncodingRow> encoding_rows();

enum class FindingKind : std::uint8_t { undecodable_byte, not_text };

/// Something the reader should know of the bytes. Never an error: the text is there all the same.
struct Finding {
  FindingKind kind;
  std::uint32_t byte = 0;  // offset in the bytes that came in
  SourceSpan span;         // what stands for it in the text
  std::string why;         // a sentence
};

struct Source {
  std::string text;  // valid UTF-8, without a byte order mark
  Encoding encoding = Encoding::utf8;
  std::string reason;             // why this encoding, a sentence
  std::vector<Finding> findings;  // at most max_findings of each kind, in order
};

struct DecodeOptions {
  bool automatic = true;  // find the encoding out; false: `encoding` it is
  Encoding encoding = Encoding::utf8;
};

inline constexpr std::size_t max_findings =
    1000;  // 10 MB of noise must not become 10 million findings

/// O(n). A byte that cannot be decoded becomes U+FFFD and a finding. At most 2^31 bytes are read,
/// the rest is left out with a finding.
Source decode(std::string_view bytes, const DecodeOptions& options = {});

std::string_view name_of(FindingKind kind);

}  // namespace palimpsest
