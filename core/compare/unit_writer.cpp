// Tested by tests/core/causes_test.cpp and the laws.
#include "compare/unit_writer.h"

namespace palimpsest {

void UnitWriter::make_room(std::size_t room) {
  version_.units.resize(room);
  version_.keys.resize(room);
  version_.weight.resize(room + 1);
  units_ = version_.units.data();
  keys_ = version_.keys.data();
  weight_ = version_.weight.data();
  room_ = room;
}

void UnitWriter::add(std::size_t begin, std::size_t end, std::uint64_t key, std::uint8_t weight,
                     std::uint32_t flags) {
  flags |= next_flags_;
  const bool after_blank = !touches(begin);
  const bool paragraph = (flags & Unit::paragraph) != 0;
  if (paragraph) quote_is_open_ = ended_ = false;
  bool stays_ended = false;
  if (key == '"') {
    stays_ended = ended_ && quote_is_open_;
  } else if (key == ')' || key == ']' || (key == '\'' && !after_blank)) {
    stays_ended = ended_;
  }
  const bool can_begin = (flags & (Unit::capital | Unit::number)) != 0 || key == '"' ||
                         key == '(' || key == '\'' || key == '[';
  if (paragraph || (ended_ && !stays_ended && after_blank && can_begin)) flags |= Unit::sentence;
  const bool stop = key == '.' || key == '!' || key == '?' || key == "…"_key;
  const bool ended = stays_ended || (stop && !(key == '.' && stop_is_of_the_word(begin)));
  Place next = place();
  next.add(begin, end, key, weight, flags);
  give_back(next);
  if (key == '"') quote_is_open_ = !quote_is_open_;
  ended_ = ended;
  next_flags_ = 0;
}

void UnitWriter::copy(const Version& other, std::uint32_t first, std::uint32_t last,
                      std::size_t begin) {
  const std::uint32_t size = last - first;
  if (room_ - count_ < size) make_room(room_ * 2 + size);
  // Wrap on purpose: sums come out right.
  const std::uint32_t by = static_cast<std::uint32_t>(begin) - other.units[first].begin,
                      heavier = weight_[count_] - other.weight[first];
  for (std::uint32_t k = 0; k < size; ++k) {
    Unit unit = other.units[first + k];
    unit.begin += by;
    unit.end += by;
    units_[count_ + k] = unit;
    keys_[count_ + k] = other.keys[first + k];
    weight_[count_ + k + 1] = other.weight[first + k + 1] + heavier;
  }
  count_ += size;
  next_flags_ = 0;
  ended_ = quote_is_open_ = false;  // a line begins anew, and behind a copied one a line begins
}

/// "J. Morgan", "U.S. troops", "Gov. Brown".
bool UnitWriter::stop_is_of_the_word(std::size_t stop) const {
  if (!touches(stop)) return false;
  const Unit& last = units_[count_ - 1];
  if (!last.is(Unit::capital)) return false;
  const std::uint64_t key = last_key();
  if (last.end - last.begin == 1) return key != 'I';
  return is_abbreviated_title(key | 0x20) ||
         version_.of(count_ - 1).find('.') != std::string_view::npos;
}

}  // namespace palimpsest
