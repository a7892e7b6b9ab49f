#include "model/model.h"

namespace palimpsest {
NameFacts Lexicon::word(std::string_view) const { return {}; }
NameFacts Lexicon::phrase(std::string_view) const { return {}; }
std::string_view Lexicon::country_of(std::string_view) const { return {}; }
std::uint16_t Lexicon::word_class(std::string_view) const { return 0; }
std::optional<Model> Model::read(std::string_view, std::string*) { return std::nullopt; }
}  // namespace palimpsest
