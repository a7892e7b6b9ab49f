// Tested by tests/cases/entity/organisation.json.
#include "entity/company_words.h"

#include "entity/words_beside.h"

namespace palimpsest {
namespace {

// What stands behind a company's name and is left out when it is named again.
constexpr auto forms = word_set(
    "ag", "airlines", "airways", "bancorp", "bros", "brothers", "capital", "co", "communications",
    "companies", "company", "corp", "corporation", "electronics", "enterprises", "entertainment",
    "financial", "group", "holding", "holdings", "inc", "industries", "international",
    "laboratories", "limited", "llc", "lp", "ltd", "motor", "motors", "partners", "pharmaceuticals",
    "plc", "sa", "securities", "software", "stores", "systems", "technologies", "technology");

}  // namespace

CompanyWords::CompanyWords(const NamedText& text, const PersonWords& persons) {
  const Tokens& tokens = text.tokens;
  for (const NameSpan& name : text.names) {
    if (name.label != NameLabel::organisation) continue;
    const SpanTokens in(tokens, name.span);
    std::size_t last = last_word(tokens, name.span);
    bool cut = false;
    while (last != no_token && last > in.first && forms.contains(LowerWord(text.of(last)))) {
      std::size_t before = last;
      while (before > in.first && !tokens[before - 1].is_word() && !tokens[before - 1].is_number())
        --before;
      if (before == in.first) break;
      last = before - 1;
      cut = true;
    }
    if (!cut || !has_capital(tokens[last])) continue;
    const std::string_view words = CleanSpan{name.span.begin, tokens.end_of(last)}.of(text.text);
    if (!persons.is_surname(words)) names_.insert(words);
  }
}

}  // namespace palimpsest
