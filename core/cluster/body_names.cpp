// Tested by tests/core/cluster_cases_test.cpp.
#include "cluster/body_names.h"

#include <algorithm>

#include "cluster/name.h"

namespace palimpsest {
namespace {

constexpr std::size_t most_bodies = 8;  // that share a word of their names

}  // namespace

BodyNames::BodyNames(const TextReading& reading, const std::vector<Mention>& mentions)
    : reading_(reading) {
  const auto note = [&](std::string word, std::uint32_t cluster) {
    std::vector<std::uint32_t>& list = bodies_[std::move(word)];
    if (list.size() < most_bodies && std::find(list.begin(), list.end(), cluster) == list.end())
      list.push_back(cluster);
  };
  for (const Mention& mention : mentions) {
    if (mention.kind != EntityKind::organisation || mention.form != Form::name ||
        mention.entity == no_index)
      continue;
    const std::size_t first = reading_.tokens().at(mention.span.begin);
    for (std::size_t i = first; i < std::min(reading_.tokens().size(), first + 24) &&
                                reading_.tokens().begin_of(i) < mention.span.end;
         ++i) {
      if (!reading_.tokens()[i].is_word()) continue;
      std::string word = folded_word(reading_.word(i));
      for (const std::string_view company : {"inc", "corp", "co", "ltd", "plc", "llc"})
        if (word == company) note("company", mention.entity);
      note(std::move(word), mention.entity);
    }
  }
}

std::uint32_t BodyNames::only_body(const Nominal& nominal) const {
  if (nominal.kind != EntityKind::organisation || !nominal.definite || nominal.possessed ||
      nominal.number == 'p')
    return no_index;
  const auto heads = bodies_.find(nominal.head);
  if (heads == bodies_.end() || heads->second.size() == most_bodies) return no_index;
  std::vector<std::uint32_t> fitting = heads->second;
  for (std::size_t i = nominal.first; i < nominal.last && i < nominal.first + 16; ++i) {
    if (!reading_.tokens()[i].is_word() || reading_.word_class(i) == WordClass::determiner)
      continue;
    const auto named = bodies_.find(folded_word(reading_.word(i)));
    if (named == bodies_.end()) return no_index;
    std::erase_if(fitting, [&](std::uint32_t cluster) {
      return std::find(named->second.begin(), named->second.end(), cluster) == named->second.end();
    });
  }
  return fitting.size() == 1 ? fitting[0] : no_index;
}

}  // namespace palimpsest
