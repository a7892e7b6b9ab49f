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

/// The rows of findings.def.
enum class FindingKind : std::uint8_t {
#define FINDING(name) name,
#include "decode/findings.def"
};

/// Something the reader should know of the bytes. Never an error: the text is there all the same.
struct Finding {
  FindingKind kind;
  std::uint32_t byte = 0;  // offset in the bytes that came in
  SourceSpan span;         // what stands for it in the text; empty where nothing does
  std::string why;         // a sentence
};

/// What the decoded characters are: plain text, or a page or fragment of one.
enum class Format : std::uint8_t { text, html };

struct Source {
  std::string text;  // valid UTF-8, without a byte order mark; of HTML, the text taken out of it
  Encoding encoding = Encoding::utf8;
  Format format = Format::text;
  std::string reason;             // why this encoding, a sentence
  std::vector<Finding> findings;  // at most max_findings of each kind, in order
};

struct DecodeOptions {
  bool automatic = true;  // find the encoding out; false: `encoding` it is
  Encoding encoding = Encoding::utf8;
  bool automatic_format = true;  // see whether it is HTML; false: `format` it is
  Format format = Format::text;
};

inline constexpr std::size_t max_findings =
    1000;  // 10 MB of noise must not become 10 million findings

/// O(n). A byte that cannot be decoded is a finding. At most 2^31 bytes are read, the rest is left
/// out with a finding.
Source decode(std::string_view bytes, const DecodeOptions& options = {});

std::string_view name_of(FindingKind kind);
std::string_view name_of(Format format);

}  // namespace palimpsest
