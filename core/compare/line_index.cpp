// Tested by tests/core/compare_laws_test.cpp: a text read beside another is the text read alone.
#include "compare/line_index.h"

#include <bit>

#include "text/bytes.h"

namespace palimpsest {
namespace {

constexpr std::uint32_t none = 0xFFFFFFFF;
constexpr std::size_t head = 16;  // bytes; shorter lines are read as quickly as found

bool ends_at(std::string_view text, std::size_t at) {
  return at >= text.size() || text[at] == '\n';
}

}  // namespace

LineIndex::LineIndex(const Version& version) : version_(version) {
  const std::string_view text = version.text;
  for (std::uint32_t i = 0; i < version.size();) {
    const std::uint32_t first = i++;
    while (i < version.size() && !version.units[i].is(Unit::paragraph)) ++i;
    const std::uint32_t begin = version.units[first].begin, end = version.units[i - 1].end;
    if (end - begin >= head && (begin == 0 || text[begin - 1] == '\n') && ends_at(text, end))
      lines_.push_back({first, i});
  }
  places_.assign(std::bit_ceil(lines_.size() * 2 + 1), none);
  for (std::uint32_t i = 0; i < lines_.size(); ++i)
    places_[head_of(text, version.units[lines_[i].first].begin) & (places_.size() - 1)] = i;
}

const LineIndex::Line* LineIndex::find(std::string_view text, std::size_t at) {
  if (at + head > text.size()) return nullptr;
  if (next_ >= lines_.size() || !is_at(lines_[next_], text, at)) {
    next_ = places_[head_of(text, at) & (places_.size() - 1)];
    if (next_ == none || !is_at(lines_[next_], text, at)) return nullptr;
  }
  return &lines_[next_++];
}

bool LineIndex::is_at(const Line& line, std::string_view text, std::size_t at) const {
  const std::uint32_t begin = version_.units[line.first].begin;
  const std::size_t size = version_.units[line.last - 1].end - begin;
  return at + size <= text.size() && ends_at(text, at + size) &&
         same_bytes(version_.text.data() + begin, text.data() + at, size);
}

std::uint64_t LineIndex::head_of(std::string_view text, std::size_t at) {
  const std::uint64_t hash = key_of(text.substr(at, head));
  return hash ^ (hash >> 29);
}

}  // namespace palimpsest
