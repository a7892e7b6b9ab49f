// Tested by tests/core/decode_test.cpp and tests/cases/decode/.
#include "decode/decode.h"

#include <algorithm>

#include "decode/detect.h"
#include "decode/html.h"
#include "decode/not_text.h"
#include "decode/readers.h"
#include "text/order.h"

namespace palimpsest {
namespace {

constexpr std::size_t max_bytes = std::size_t{1} << 31;

using Reader = void (*)(std::string_view bytes, std::size_t at, Decoded& out);

Reader reader_of(Encoding encoding) {
  constexpr Reader readers[] = {
#define ENCODING(name, json, title, reader) reader,
#include "decode/encodings.def"
  };
  return readers[static_cast<std::size_t>(encoding)];
}

Detected as_asked(std::string_view bytes, Encoding encoding) {
  const std::optional<Detected> mark = byte_order_mark(bytes);
  if (mark && mark->encoding == encoding) return *mark;
  return {encoding, 0, "As asked."};
}

/// Puts the text of the HTML in the place of the HTML; a finding whose character is not read any
/// more keeps its byte and stands where the text goes on.
void take_text_out(Decoded& decoded) {
  std::vector<std::uint32_t> follow;
  for (const Finding& f : decoded.findings) follow.push_back(f.span.begin);
  sort_by(follow, [](std::uint32_t begin) { return std::uint64_t{begin}; });
  HtmlText html = html_to_text(decoded.text, follow);
  for (Finding& f : decoded.findings) {
    const auto at = static_cast<std::size_t>(
        std::lower_bound(follow.begin(), follow.end(), f.span.begin) - follow.begin());
    const std::uint32_t place = html.places[at];
    const std::string_view was = f.span.of(decoded.text);
    const bool is_there = std::string_view(html.text).substr(place).starts_with(was);
    f.span = {place, is_there ? place + static_cast<std::uint32_t>(was.size()) : place};
  }
  decoded.text = std::move(html.text);
}

}  // namespace

std::vector<EncodingRow> encoding_rows() {
  return {
#define ENCODING(name, json, title, reader) {Encoding::name, json, title},
#include "decode/encodings.def"
  };
}

std::string_view name_of(FindingKind kind) {
  constexpr std::string_view names[] = {
#define FINDING(name) #name,
#include "decode/findings.def"
  };
  return names[static_cast<std::size_t>(kind)];
}

std::string_view name_of(Format format) { return format == Format::html ? "html" : "text"; }

Source decode(std::string_view bytes, const DecodeOptions& options) {
  const std::size_t size = bytes.size();
  bytes = bytes.substr(0, max_bytes);
  Detected detected =
      options.automatic ? detect_encoding(bytes) : as_asked(bytes, options.encoding);

  Decoded decoded;
  if (std::string why = why_not_text(bytes, detected.encoding); !why.empty())
    decoded.note(FindingKind::not_text, 0, 0, why);
  reader_of(detected.encoding)(bytes, detected.from, decoded);
  if (size > max_bytes)
    decoded.note(FindingKind::too_long, max_bytes, decoded.text.size(),
                 "Only the first 2 GiB were read.");
  const bool html =
      options.automatic_format ? is_html(decoded.text) : options.format == Format::html;
  if (html) take_text_out(decoded);
  return {std::move(decoded.text), detected.encoding, html ? Format::html : Format::text,
          std::move(detected.reason), std::move(decoded.findings)};
}

}  // namespace palimpsest
