// The way back from a file that was exported: the text as it came, and what the reader said of it.
#pragma once

#include <optional>
#include <string_view>

#include "export/json.h"

namespace palimpsest {

/// Reads our JSON of a document or our W3C annotation page: {"source": the text, "decisions":
/// [...], "lexicon": [...]}, spans in UTF-16 units, all as export wrote them. None if the bytes are
/// something else; `wrong` says in words why one of the two cannot be read.
std::optional<Json> read_record(std::string_view bytes, std::string& wrong);

}  // namespace palimpsest
