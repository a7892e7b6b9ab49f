// Reads cases of quotations. A case draws who says what:
//
//     ⟦“We won,”|Ann Lee|said⟧ said ⟨Ann Lee⟩.        quotation, speaker, cue; |mixed, |indirect
//     ⟨she=Ann Lee⟩   ⟨TASS:organisation⟩              a mention of an entity; its kind, or person
#pragma once

#include <string>
#include <vector>

#include "cluster/entity.h"
#include "entity/mention.h"
#include "quote/quote.h"

namespace palimpsest::tests {

struct DrawnQuote {
  std::string text, speaker, cue, form;
  CleanSpan span;
  bool operator==(const DrawnQuote&) const = default;
};

struct QuoteCase {
  std::string label, text;
  std::vector<DrawnQuote> quotes;  // in the order of the text
  std::vector<Mention> mentions;
  std::vector<Entity> entities;
};

/// Fails the test if the file is not there or has no cases.
std::vector<QuoteCase> read_quote_cases(const std::string& name);

/// What the program finds in a case, as it would be drawn.
std::vector<Quote> quotes_of(const QuoteCase& one);
std::vector<DrawnQuote> drawn(const std::string& text, const std::vector<Quote>& quotes);
std::string print(const std::vector<DrawnQuote>& quotes);

}  // namespace palimpsest::tests
