// Peoples, faiths and parties: what the tagger calls so, and where it is silent the demonyms of the
// word list and the members of faiths and parties, with a capital ("Democrat Hillary Clinton",
// "many Republicans"). Leaves such words alone inside other names ("Turkish Airlines", "the
// Democratic Party") and in small letters.
#include "entity/peoples.h"
#include "entity/words_beside.h"

namespace palimpsest {
namespace {

// Demonyms that are other words as often.
constexpr auto other_words = word_set("dane", "lao", "polish", "thai", "hindi", "chad");
constexpr std::uint8_t by_list = 80;

}  // namespace

void finders::norp::find(const NamedText& text, Mentions& mentions) {
  const Tokens& tokens = text.tokens;
  for (const NameSpan& name : text.names)
    if (name.label == NameLabel::norp) mentions.add(name.span, name.percent(), name.why);
  auto name = text.names.begin();
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!has_capital(tokens[i])) continue;
    while (name != text.names.end() && name->span.end <= tokens.begin_of(i)) ++name;
    if (name != text.names.end() && name->span.begin < tokens.end_of(i)) continue;
    const std::string_view word = text.of(i);
    if (other_words.contains(LowerWord(word))) continue;
    if (is_faith_or_party(word))
      mentions.add(tokens.span(i), by_list, "a people, a faith or a party of the word list");
    else if (is_demonym(text.model, word))
      mentions.add(tokens.span(i), by_list, "a people of the word list");
  }
}

}  // namespace palimpsest
