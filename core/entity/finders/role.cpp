// Titles and jobs with who holds them: "UK [Prime Minister] Theresa May", "Kremlin [spokesman]
// Dmitry Peskov", "Sergei Ivanov, [head] of the Kremlin administration,". The nationality, place or
// organisation before the title is no part of it, nor is an article. Leaves forms of address alone
// (Mr, Dr), and titles that nobody is named with.
#include "entity/role_phrase.h"
#include "entity/words_beside.h"

namespace palimpsest {
namespace {

// About nine in ten roles of a sample of the training files were right, looked at by eye; most of
// the others had a name that was none.
constexpr std::uint8_t confidence = 95;

void add(const NamedText& text, const NameSpan& person, const RolePhrase& phrase,
         std::string_view where, Mentions& mentions) {
  CleanSpan span = text.tokens.span(phrase.first, phrase.last);
  // "Sen." with its stop
  if (phrase.use == RoleUse::rank && phrase.last + 1 < text.tokens.size() &&
      text.tokens[phrase.last + 1].is('.'))
    ++span.end;
  mentions.add_role(span, person.span, confidence,
                    std::string(where) + std::string(text.of(person.span)));
}

}  // namespace

void finders::role::find(const NamedText& text, Mentions& mentions) {
  const NameCover cover(text);
  for (const NameSpan& name : text.names) {
    if (name.label != NameLabel::person) continue;
    const SpanTokens in(text.tokens, name.span);
    if (const auto phrase = role_before_name(text, cover, in.first))
      add(text, name, *phrase, "stands before ", mentions);
    if (const auto phrase = role_after_name(text, cover, in.last))
      add(text, name, *phrase, "stands behind ", mentions);
  }
}

}  // namespace palimpsest
