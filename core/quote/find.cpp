#include <array>

#include "quote/quote.h"

namespace palimpsest {

std::string_view name_of(SpeechForm form) {
  constexpr std::array<std::string_view, 3> names = {"direct", "indirect", "mixed"};
  return names[static_cast<std::size_t>(form)];
}
std::vector<Quote> find_quotes(const QuoteText&) { return {}; }
void link_first_person(std::string_view, const Tokens&, std::span<const Quote>,
                       std::vector<Mention>&, std::vector<Entity>&) {}
}  // namespace palimpsest
