// Which parts of a page are its article.
#pragma once

#include <string_view>
#include <vector>

#include "decode/html_parts.h"

namespace palimpsest {

/// True for each part that is read. Of any HTML: not scripts, captions, forms, navigation and what
/// else an article is not made of. Of a whole page besides: only the element that holds nearly all
/// of its running text, with the headline before it, without the boxes that their names call
/// related links, sharing, comments or advertising. Something that holds most of the text is never
/// left out. After Kohlschütter, Fankhauser and Nejdl, "Boilerplate detection using shallow text
/// features" (WSDM 2010): running text is long and has few links. O(n).
std::vector<bool> article_parts(std::string_view html, const std::vector<HtmlPart>& parts);

/// True if the parts are those of a whole page, not of a fragment.
bool is_whole_page(std::string_view html, const std::vector<HtmlPart>& parts);

}  // namespace palimpsest
