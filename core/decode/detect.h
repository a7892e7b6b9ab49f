// Which encoding bytes are in, and why one thinks so.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "decode/decode.h"

namespace palimpsest {

struct Detected {
  Encoding encoding = Encoding::utf8;
  std::size_t from = 0;  // length of the byte order mark
  std::string reason;    // a sentence
};

/// A byte order mark; else zero bytes where UTF-16 and UTF-32 have them; else UTF-8 where its
/// sequences are whole; else the code page whose letters and marks stand where a language puts
/// them. A page's own word for its encoding (`<meta charset>`) decides between the last. O(n).
Detected detect_encoding(std::string_view bytes);

/// The mark at the beginning, if it is there.
std::optional<Detected> byte_order_mark(std::string_view bytes);

/// What a page says of itself in its first 1,024 bytes: <meta charset="…"> or <?xml encoding="…"?>.
/// Labels as browsers read them: iso-8859-1 is Windows-1252.
std::optional<Encoding> declared_encoding(std::string_view bytes);

}  // namespace palimpsest
