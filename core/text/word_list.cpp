// Open addressing over slots that are at most half full. Tested by tests/core/word_list_test.cpp.
#include "text/word_list.h"

#include <bit>

namespace palimpsest {

WordList::WordList(std::string_view words) : words_(words), begins_{0} {
  for (std::size_t at = 0; (at = words.find('|', at)) != std::string_view::npos;)
    begins_.push_back(static_cast<std::uint32_t>(++at));
  slots_.assign(std::bit_ceil(2 * begins_.size()), 0);
  for (std::size_t row = 0; row < size(); ++row) {
    std::uint16_t& slot = slots_[slot_of((*this)[row])];
    if (slot == 0) slot = static_cast<std::uint16_t>(row + 1);
  }
}

std::size_t WordList::find(std::string_view word) const {
  const std::uint16_t slot = slots_[slot_of(word)];
  return slot == 0 ? none : slot - std::size_t{1};
}

/// Of the word, or the empty one where it would stand.
std::size_t WordList::slot_of(std::string_view word) const {
  std::uint32_t hash = 0x811C9DC5;  // FNV-1a
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 0x01000193;
  std::size_t at = (hash ^ hash >> 15) & (slots_.size() - 1);
  while (slots_[at] != 0 && (*this)[slots_[at] - std::size_t{1}] != word)
    at = (at + 1) & (slots_.size() - 1);
  return at;
}

}  // namespace palimpsest
