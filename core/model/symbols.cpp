// Tested by tests/core/model_test.cpp.
#include "model/symbols.h"

#include <algorithm>
#include <array>
#include <bit>
#include <numeric>

namespace palimpsest {

SymbolTable SymbolTable::of_counts(const std::vector<std::uint64_t>& counts) {
  const std::uint64_t sum = std::accumulate(counts.begin(), counts.end(), std::uint64_t{0});
  std::vector<std::uint32_t> frequencies(counts.size(), 0);
  std::uint32_t used = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] == 0) continue;
    frequencies[i] =
        std::max<std::uint32_t>(1, static_cast<std::uint32_t>(counts[i] * total / sum));
    used += frequencies[i];
  }
  // What rounding left over or took too much goes to or from the most frequent symbols.
  while (used != total) {
    const auto most = std::max_element(frequencies.begin(), frequencies.end());
    const std::uint32_t step = used < total ? total - used : std::min(used - total, *most / 2);
    *most = used < total ? *most + step : *most - step;
    used = used < total ? used + step : used - step;
  }
  return *of_frequencies(std::move(frequencies));
}

std::optional<SymbolTable> SymbolTable::of_frequencies(std::vector<std::uint32_t> frequencies) {
  SymbolTable table;
  std::uint64_t sum = 0;
  for (const std::uint32_t f : frequencies) {
    table.starts_.push_back(static_cast<std::uint32_t>(sum));
    sum += f;
    if (sum > total) return std::nullopt;
  }
  if (sum != total) return std::nullopt;
  table.symbols_.reserve(total);
  for (std::size_t s = 0; s < frequencies.size(); ++s)
    table.symbols_.insert(table.symbols_.end(), frequencies[s], static_cast<std::uint16_t>(s));
  table.frequencies_ = std::move(frequencies);
  return table;
}

void BitWriter::put(std::uint64_t value, unsigned count) {
  held_ |= (value & ((std::uint64_t{1} << count) - 1)) << count_;
  count_ += count;
  while (count_ >= 8) {
    bytes_.push_back(static_cast<char>(held_ & 0xFF));
    held_ >>= 8;
    count_ -= 8;
  }
}

void BitWriter::put_rice(std::uint32_t value, unsigned low_bits) {
  for (std::uint32_t q = value >> low_bits; q > 0; --q) put(1, 1);
  put(0, 1);
  put(value, low_bits);
}

std::string BitWriter::take() {
  if (count_ > 0) bytes_.push_back(static_cast<char>(held_ & 0xFF));
  held_ = count_ = 0;
  return std::move(bytes_);
}

void BitReader::fill() {
  while (count_ <= 56 && at_ < bytes_.size()) {
    held_ |= std::uint64_t{static_cast<unsigned char>(bytes_[at_++])} << count_;
    count_ += 8;
  }
}

std::uint32_t BitReader::get(unsigned count) {
  if (count_ < count) fill();
  if (count_ < count) {
    overrun_ = true;
    return 0;
  }
  const auto value = static_cast<std::uint32_t>(held_ & ((std::uint64_t{1} << count) - 1));
  held_ >>= count;
  count_ -= count;
  return value;
}

std::uint32_t BitReader::get_rice(unsigned low_bits) {
  std::uint32_t q = 0;
  while (true) {
    if (count_ < 32) fill();
    // All ones that are held, at once; bits above `count_` are 0.
    const auto ones = static_cast<unsigned>(std::countr_one(held_));
    q += ones;
    if (ones < count_) {
      held_ = ones == 63 ? 0 : held_ >> (ones + 1);
      count_ -= ones + 1;
      return q << low_bits | get(low_bits);
    }
    held_ = 0;
    count_ = 0;
    if (at_ >= bytes_.size()) {
      overrun_ = true;
      return 0;
    }
  }
}

std::string SymbolWriter::take() const {
  // The coder is a stack: what is written last is read first.
  std::string reversed;
  std::uint32_t state = SymbolReader::low;
  for (auto item = queue_.rbegin(); item != queue_.rend(); ++item) {
    const std::uint32_t f = item->table->frequency(item->symbol);
    const std::uint64_t limit = (std::uint64_t{SymbolReader::low >> SymbolTable::bits} << 8) * f;
    while (state >= limit) {
      reversed.push_back(static_cast<char>(state & 0xFF));
      state >>= 8;
    }
    state = (state / f << SymbolTable::bits) + state % f + item->table->start(item->symbol);
  }
  for (int i = 0; i < 4; ++i) {
    reversed.push_back(static_cast<char>(state & 0xFF));
    state >>= 8;
  }
  return {reversed.rbegin(), reversed.rend()};
}

SymbolReader::SymbolReader(std::string_view bytes) : bytes_(bytes) {
  state_ = 0;
  for (int i = 0; i < 4; ++i) {
    if (at_ >= bytes_.size()) overrun_ = true;
    state_ = state_ << 8 | (at_ < bytes_.size() ? static_cast<unsigned char>(bytes_[at_++]) : 0u);
  }
}

std::uint32_t checksum(std::string_view bytes) {
  static constexpr std::array<std::uint32_t, 256> table = [] {
    std::array<std::uint32_t, 256> t{};
    for (std::uint32_t i = 0; i < 256; ++i) {
      std::uint32_t c = i;
      for (int k = 0; k < 8; ++k) c = (c & 1) != 0 ? 0xEDB88320u ^ (c >> 1) : c >> 1;
      t[i] = c;
    }
    return t;
  }();
  std::uint32_t c = 0xFFFFFFFFu;
  for (const char b : bytes) c = table[(c ^ static_cast<unsigned char>(b)) & 0xFF] ^ (c >> 8);
  return ~c;
}

void put_frequencies(BitWriter& out, const SymbolTable& table, std::size_t size) {
  for (std::size_t i = 0; i < size; ++i) {
    const std::uint32_t f = i < table.frequencies().size() ? table.frequency(i) : 0;
    out.put(f == 0 ? 0 : 1, 1);
    if (f == 0) continue;
    const auto width = static_cast<unsigned>(std::bit_width(f));
    out.put(width, 4);
    out.put(f, width - 1);  // its highest bit is known
  }
}

std::optional<SymbolTable> get_frequencies(BitReader& in, std::size_t size) {
  std::vector<std::uint32_t> frequencies(size, 0);
  bool any = false;
  for (std::uint32_t& f : frequencies) {
    if (in.get(1) == 0) continue;
    const std::uint32_t width = in.get(4);
    if (width == 0) return std::nullopt;
    f = 1u << (width - 1) | in.get(width - 1);
    any = true;
  }
  if (!any) frequencies[0] = SymbolTable::total;
  return SymbolTable::of_frequencies(std::move(frequencies));
}

std::string four_bytes(std::uint32_t value) {
  std::string bytes;
  for (int i = 0; i < 4; ++i) bytes.push_back(static_cast<char>(value >> 8 * i & 0xFF));
  return bytes;
}

std::uint32_t number_at(std::string_view bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i)
    value |= std::uint32_t{static_cast<unsigned char>(bytes[at + i])} << 8 * i;
  return value;
}

}  // namespace palimpsest
