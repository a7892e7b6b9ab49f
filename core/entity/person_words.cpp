// Tested by tests/cases/entity/person.json.
#include "entity/person_words.h"

#include "entity/words_beside.h"

namespace palimpsest {

PersonWords::PersonWords(const NamedText& text) {
  for (const NameSpan& name : text.names) {
    if (name.label != NameLabel::person) continue;
    names_.insert(text.of(name.span));
    const std::size_t last = last_word(text.tokens, name.span);
    if (last == no_token || last == first_word(text.tokens, name.span)) continue;
    surnames_.insert(text.of(last));
    full_names_.insert(text.of(name.span));
  }
}

}  // namespace palimpsest
