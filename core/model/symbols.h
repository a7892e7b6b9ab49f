// The coding of a model file: whole symbols with the number of bits that their frequency asks for
// (range variant of asymmetric numeral systems: Duda 2013), and numbers with a fixed number of low
// bits (Rice 1979) for ascending keys. Decoding a symbol is one table look-up and a multiplication,
// so that a model of half a megabyte is read in a few milliseconds.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palimpsest {

/// Frequencies of the symbols 0 to n-1 in 16384 parts; a symbol that never occurs has none.
class SymbolTable {
 public:
  static constexpr std::uint32_t bits = 14, total = 1u << bits;
  SymbolTable() = default;
  /// From counts; any counts that are not all 0.
  static SymbolTable of_counts(const std::vector<std::uint64_t>& counts);
  /// From frequencies as read; none if they do not sum to `total`.
  static std::optional<SymbolTable> of_frequencies(std::vector<std::uint32_t> frequencies);

  const std::vector<std::uint32_t>& frequencies() const { return frequencies_; }
  std::uint32_t frequency(std::size_t s) const { return frequencies_[s]; }
  std::uint32_t start(std::size_t s) const { return starts_[s]; }
  std::uint16_t symbol_at(std::uint32_t slot) const { return symbols_[slot]; }

 private:
  std::vector<std::uint32_t> frequencies_, starts_;
  std::vector<std::uint16_t> symbols_;  // one for each of the parts
};

class BitWriter {
 public:
  void put(std::uint64_t value, unsigned count);  // low `count` bits, up to 32
  void put_rice(std::uint32_t value, unsigned low_bits);
  std::string take();

 private:
  std::string bytes_;
  std::uint64_t held_ = 0;
  unsigned count_ = 0;
};

/// Reads what BitWriter wrote; behind the end there are zeros and `overrun()`.
class BitReader {
 public:
  explicit BitReader(std::string_view bytes) : bytes_(bytes) {}
  std::uint32_t get(unsigned count);
  std::uint32_t get_rice(unsigned low_bits);
  bool overrun() const { return overrun_; }

 private:
  void fill();
  std::string_view bytes_;
  std::size_t at_ = 0;
  std::uint64_t held_ = 0;
  unsigned count_ = 0;
  bool overrun_ = false;
};

/// The frequencies of a table for `size` symbols, as they stand in a file; a table that is never
/// used may have none.
void put_frequencies(BitWriter& out, const SymbolTable& table, std::size_t size);
std::optional<SymbolTable> get_frequencies(BitReader& in, std::size_t size);

/// Collects symbols in the order in which they will be read.
class SymbolWriter {
 public:
  void put(const SymbolTable& table, std::size_t symbol) { queue_.push_back({&table, symbol}); }
  std::string take() const;  // the tables must still be there

 private:
  struct Item {
    const SymbolTable* table;
    std::size_t symbol;
  };
  std::vector<Item> queue_;
};

class SymbolReader {
 public:
  explicit SymbolReader(std::string_view bytes);
  /// The next symbol; behind the end some symbol, and `overrun()`.
  std::uint16_t get(const SymbolTable& table) {
    const std::uint32_t slot = state_ & (SymbolTable::total - 1);
    const std::uint16_t symbol = table.symbol_at(slot);
    state_ = table.frequency(symbol) * (state_ >> SymbolTable::bits) + slot - table.start(symbol);
    while (state_ < low) {
      if (at_ >= bytes_.size()) {
        overrun_ = true;
        state_ |= low;
        break;
      }
      state_ = state_ << 8 | static_cast<unsigned char>(bytes_[at_++]);
    }
    return symbol;
  }
  bool overrun() const { return overrun_; }
  static constexpr std::uint32_t low = 1u << 23;

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
  std::uint32_t state_ = low;
  bool overrun_ = false;
};

/// CRC-32 (ISO 3309) of the bytes.
std::uint32_t checksum(std::string_view bytes);

/// A number as four bytes of a file, the lowest first; `at` + 4 must lie inside.
std::string four_bytes(std::uint32_t value);
std::uint32_t number_at(std::string_view bytes, std::size_t at);

}  // namespace palimpsest
