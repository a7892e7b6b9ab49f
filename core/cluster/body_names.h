// Organisations of a text by the words of their names, for "the committee" and "the company".
#pragma once

#include <map>
#include <string>
#include <vector>

#include "cluster/nominal.h"
#include "cluster/reading.h"

namespace palimpsest {

class BodyNames {
 public:
  /// Of the mentions that have a cluster. `reading` must outlive it.
  BodyNames(const TextReading& reading, const std::vector<Mention>& mentions);

  /// "the ethics committee": the only cluster of an organisation whose name has all these words, or
  /// no_index. "the company" is one with Inc or Corp in its name.
  std::uint32_t only_body(const Nominal& nominal) const;

 private:
  const TextReading& reading_;
  std::map<std::string, std::vector<std::uint32_t>, std::less<>> bodies_;
};

}  // namespace palimpsest
