// Tested by tests/core/infill_test.cpp.
#include "restore/restore_file.h"

#include "model/symbols.h"

namespace palimpsest {
namespace {

constexpr std::size_t head_size = restore_magic.size() + 3 * 4;

/// Takes the first `size` bytes; none if there are fewer.
std::optional<std::string_view> take(std::string_view& bytes, std::size_t size) {
  if (bytes.size() < size) return std::nullopt;
  const std::string_view taken = bytes.substr(0, size);
  bytes.remove_prefix(size);
  return taken;
}

std::optional<std::string_view> take_sized(std::string_view& bytes) {
  const auto size = take(bytes, 4);
  return size ? take(bytes, number_at(*size, 0)) : std::nullopt;
}

bool read_sections(std::string_view body, RestoreSections& sections) {
  const auto count = take(body, 4);
  if (!count) return false;
  for (std::uint32_t left = number_at(*count, 0); left > 0; --left) {
    const auto name = take_sized(body), bytes = name ? take_sized(body) : std::nullopt;
    if (!bytes) return false;
    sections[std::string(*name)] = std::string(*bytes);
  }
  return body.empty();
}

std::string sized(std::string_view bytes) {
  return four_bytes(static_cast<std::uint32_t>(bytes.size())) + std::string(bytes);
}

}  // namespace

std::string write_restore_file(const RestoreSections& sections) {
  std::string body = four_bytes(static_cast<std::uint32_t>(sections.size()));
  for (const auto& [name, bytes] : sections) body += sized(name) + sized(bytes);
  return std::string(restore_magic) + four_bytes(restore_version) +
         four_bytes(static_cast<std::uint32_t>(body.size())) + four_bytes(checksum(body)) + body;
}

std::optional<RestoreSections> read_restore_file(std::string_view bytes, std::string& error) {
  if (bytes.size() < head_size || !bytes.starts_with(restore_magic)) {
    error = "this is no model of restoration";
    return std::nullopt;
  }
  const std::uint32_t version = number_at(bytes, restore_magic.size());
  if (version != restore_version) {
    error = "the model of restoration has version " + std::to_string(version) +
            ", this program reads version " + std::to_string(restore_version);
    return std::nullopt;
  }
  const std::string_view body = bytes.substr(head_size);
  const std::uint32_t size = number_at(bytes, restore_magic.size() + 4);
  if (size != body.size()) {
    error = "the model of restoration is cut off or too long: " + std::to_string(body.size()) +
            " bytes where " + std::to_string(size) + " belong";
    return std::nullopt;
  }
  RestoreSections sections;
  if (number_at(bytes, restore_magic.size() + 8) != checksum(body) ||
      !read_sections(body, sections)) {
    error = "the model of restoration is damaged";
    return std::nullopt;
  }
  return sections;
}

std::string write_weights(std::span<const std::int16_t> weights) {
  std::string bytes;
  for (const std::int16_t w : weights) {
    bytes.push_back(static_cast<char>(w & 0xFF));
    bytes.push_back(static_cast<char>(w >> 8 & 0xFF));
  }
  return bytes;
}

std::vector<std::int16_t> read_weights(std::string_view section) {
  std::vector<std::int16_t> weights(section.size() / 2);
  for (std::size_t i = 0; i < weights.size(); ++i)
    weights[i] = static_cast<std::int16_t>(static_cast<unsigned char>(section[2 * i]) |
                                           static_cast<unsigned char>(section[2 * i + 1]) << 8);
  return weights;
}

}  // namespace palimpsest
