// The lines of a version, to be found again in another text: a line that both texts have is read
// once. Inside compare/, for the reader of units.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "compare/version.h"

namespace palimpsest {

class LineIndex {
 public:
  /// Units [first, last), and the bytes from the first one's begin to the last one's end; a line
  /// end, or an end of the text, is on both sides.
  struct Line {
    std::uint32_t first, last;
  };

  explicit LineIndex(const Version& version);

  /// The line that is at `at`, which is behind a line end, up to the next; null if there is none.
  /// One comparison or two, whatever the lines are.
  const Line* find(std::string_view text, std::size_t at);
  const Version& version() const { return version_; }

 private:
  bool is_at(const Line& line, std::string_view text, std::size_t at) const;
  static std::uint64_t head_of(std::string_view text, std::size_t at);

  const Version& version_;
  std::vector<Line> lines_;
  std::vector<std::uint32_t> places_;  // by the first bytes of the line; later lines win
  std::uint32_t next_ = 0;             // the line behind the last one found
};

}  // namespace palimpsest
