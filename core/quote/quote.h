// What is said, and by whom.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cluster/entity.h"
#include "entity/mention.h"
#include "token/token.h"

namespace palimpsest {

/// direct: between marks. indirect: "she said that …". mixed: reported with a part between marks.
enum class SpeechForm : std::uint8_t { direct, indirect, mixed };

struct Quote {
  CleanSpan span;                    // with its marks
  std::uint32_t speaker = no_index;  // index of the entity
  CleanSpan speaker_span;  // where the speaker stands: "she", "a spokesman"; empty: nowhere
  CleanSpan cue;           // "said", "according to"; empty: none
  SpeechForm form{};
  std::uint8_t confidence = 0;  // per cent
  std::string why = {};         // one sentence for the reader
};
std::string_view name_of(SpeechForm form);

struct QuoteText {
  std::string_view text;
  const Tokens& tokens;
  std::span<const CleanSpan> paragraphs, sentences;
  std::span<const Mention> mentions;
  std::span<const Entity> entities;
};

/// In the order of the text. O(n).
std::vector<Quote> find_quotes(const QuoteText& text);

/// Links "I", "me", "my" and "we" inside a quote to its speaker, and the pronoun beside it that
/// stands for the speaker ("he continued"): adds mentions, in the order of the text, and lists them
/// with their entities. O(n).
void link_first_person(std::string_view text, const Tokens& tokens, std::span<const Quote> quotes,
                       std::vector<Mention>& mentions, std::vector<Entity>& entities);

}  // namespace palimpsest
