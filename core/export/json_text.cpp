// Tested by tests/core/json_text_test.cpp.
#include "export/json_text.h"

#include <charconv>

namespace palimpsest {

void JsonText::number(std::uint64_t value) {
  separate();
  char digits[20];
  const auto result = std::to_chars(digits, digits + sizeof digits, value);
  text.append(digits, result.ptr);
}

void JsonText::share(double value) {
  const auto thousandths = static_cast<std::uint64_t>(value * 1000 + 0.5);
  number(thousandths / 1000);
  std::uint64_t rest = thousandths % 1000;
  if (rest == 0) return;
  text += '.';
  for (std::uint64_t unit = 100; rest != 0; unit /= 10) {
    text += static_cast<char>('0' + rest / unit);
    rest %= unit;
  }
}

void JsonText::string(std::string_view value) {
  constexpr std::string_view hex = "0123456789abcdef";
  constexpr std::string_view short_for = "\b\f\n\r\t\"\\", shorts = "bfnrt\"\\";
  separate();
  text += '"';
  std::size_t plain = 0;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const auto c = static_cast<unsigned char>(value[i]);
    if (c >= 0x20 && c != '"' && c != '\\') continue;
    text.append(value, plain, i - plain);
    plain = i + 1;
    text += '\\';
    const std::size_t found = short_for.find(value[i]);
    if (found != std::string_view::npos) {
      text += shorts[found];
      continue;
    }
    text += "u00";
    text += hex[c >> 4];
    text += hex[c & 15];
  }
  text.append(value, plain);
  text += '"';
}

}  // namespace palimpsest
