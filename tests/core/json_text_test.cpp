// JSON written piece by piece is what a library reads, and what it writes.
#include "export/json_text.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

namespace palimpsest::tests {

TEST_CASE("values are parted by commas") {
  JsonText out;
  out.open('{');
  out.string_field("a", "x");
  out.field("b");
  out.open('[');
  out.number(1);
  out.open('{');
  out.close('}');
  out.word("null");
  out.close(']');
  out.number_field("c", 18446744073709551615u);
  out.close('}');
  CHECK(out.text == R"({"a":"x","b":[1,{},null],"c":18446744073709551615})");
}

TEST_CASE("shares have three digits at most") {
  const auto share = [](double value) {
    JsonText out;
    out.share(value);
    return out.text;
  };
  CHECK(share(0) == "0");
  CHECK(share(1) == "1");
  CHECK(share(0.5) == "0.5");
  CHECK(share(0.0416) == "0.042");
  CHECK(share(0.8333) == "0.833");
  CHECK(share(0.9999) == "1");
}

TEST_CASE("strings are escaped as the library does") {
  std::string all;
  for (int c = 0; c < 128; ++c) all += static_cast<char>(c);
  all += "é “x” 😀";
  JsonText out;
  out.string(all);
  CHECK(out.text == nlohmann::json(all).dump());
}

}  // namespace palimpsest::tests
