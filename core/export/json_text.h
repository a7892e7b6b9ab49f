// JSON written piece by piece, in order: for the answers that are long. A tree of values takes
// longer than a comparison does, and its braces in the source several times the code.
//
//     JsonText out;
//     out.open('{');
//     out.field("a");
//     out.number(1);
//     out.close('}');       {"a":1}
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace palimpsest {

class JsonText {
 public:
  std::string text;

  /// '{' or '['; a comma stands before it where one is due, and before each value.
  void open(char bracket) {
    separate();
    text += bracket;
    is_first_ = true;
  }
  void close(char bracket) {
    text += bracket;
    is_first_ = false;
  }
  /// Of an object; its value is written next.
  void field(std::string_view name) {
    separate();
    text += '"';
    text += name;
    text += "\":";
    is_first_ = true;
  }
  void number(std::uint64_t value);
  /// 0 to 1 in three digits at most: 1, 0.5, 0.833.
  void share(double value);
  /// Escapes what must be.
  void string(std::string_view value);
  /// true, false, null.
  void word(std::string_view value) {
    separate();
    text += value;
  }
  void string_field(std::string_view name, std::string_view value) {
    field(name);
    string(value);
  }
  void number_field(std::string_view name, std::uint64_t value) {
    field(name);
    number(value);
  }

 private:
  void separate() {
    if (!is_first_) text += ',';
    is_first_ = false;
  }

  bool is_first_ = true;  // nothing stands before the next value that it must be parted from
};

}  // namespace palimpsest
