// Characters that mean something in the formats that are written.
#pragma once

#include <string>
#include <string_view>

namespace palimpsest {

/// Appends `text` for HTML and XML, content or attribute in double quotes. Control characters that
/// XML forbids become U+FFFD.
void add_escaped(std::string& out, std::string_view text);

/// Appends a field of RFC 4180: quoted if it holds a comma, a quotation mark or a line end. One
/// that a spreadsheet would take for a formula (it begins with = + - @ or a tab) gets an apostrophe
/// before it.
void add_csv_field(std::string& out, std::string_view value);

}  // namespace palimpsest
