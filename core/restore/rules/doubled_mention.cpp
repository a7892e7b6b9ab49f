// A name written twice in a row with no blank between: "the old Issueold Issue" was "the old
// Issue". Tools do so that replace a mention again in what they have just written.
// Leaves a name alone that is made so ("BeriBeri") unless its half stands elsewhere in the text.
#include <algorithm>
#include <unordered_set>

#include "restore/rule.h"

namespace palimpsest {
namespace {

constexpr std::size_t most_tokens = 12;  // of the doubled text, blanks too

/// Begin of the second copy, where the token holds the end of the first and the begin of the
/// second; 0 for none.
std::uint32_t second_copy(const DamagedText& damaged, std::size_t token, std::uint32_t& end) {
  const std::uint32_t begin = damaged.tokens.begin_of(token), last = damaged.tokens.end_of(token);
  const std::string_view text = damaged.text;
  for (std::size_t back = 0; back <= most_tokens && back <= token; back += 1) {
    const std::uint32_t from = damaged.tokens.begin_of(token - back);
    if (!damaged.tokens[token - back].is_word()) continue;
    for (std::uint32_t middle = begin + 1; middle < last; ++middle) {
      const std::uint32_t size = middle - from;
      if (size < 3 || middle + size > text.size() || (back == 0 && middle + size != last)) continue;
      if ((static_cast<unsigned char>(text[middle]) & 0xC0) == 0x80) continue;
      if (text.substr(from, size) != text.substr(middle, size)) continue;
      end = middle + size;
      // Where the second copy ends, a word ends.
      const std::size_t at = damaged.tokens.at(end);
      if (at < damaged.tokens.size() && damaged.tokens.begin_of(at) != end) continue;
      return middle;
    }
  }
  return 0;
}

}  // namespace

std::vector<Restoration> rules::doubled_mention::find(const DamagedText& damaged) {
  std::vector<Restoration> found;
  std::unordered_set<std::string_view> words;
  for (std::size_t i = 0; i < damaged.tokens.size(); ++i)
    if (damaged.tokens[i].is_word()) words.insert(damaged.of(i));
  for (std::size_t i = 0; i < damaged.tokens.size(); ++i) {
    const Token& t = damaged.tokens[i];
    if (!t.is_word() || t.shape() == WordShape::lower || damaged.of(i).size() < 6) continue;
    std::uint32_t end = 0;
    const std::uint32_t middle = second_copy(damaged, i, end);
    if (middle == 0) continue;
    const std::string_view first_half = damaged.text.substr(t.begin, middle - t.begin);
    if (!words.contains(first_half)) continue;
    Restoration one;
    one.span = {middle, end};
    one.confidence = 95;
    one.lost = {Lost::What::words, 0};
    one.why = "“" + std::string(damaged.text.substr(middle, end - middle)) +
              "” stands here twice in a row, with no blank between.";
    found.push_back(std::move(one));
  }
  return found;
}

}  // namespace palimpsest
