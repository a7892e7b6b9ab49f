// Tested by tests/cases/entity/role.json.
#include "entity/role_phrase.h"

#include <algorithm>

#include "entity/words_beside.h"
#include "repair/word_set.h"

namespace palimpsest {
namespace {

constexpr std::size_t longest_title = 8;  // words; "Deputy Assistant Secretary of State" has five

constexpr auto articles = word_set("a", "an", "the");
constexpr auto possessives = word_set("his", "her", "its", "their", "our", "my", "your", "whose");
constexpr auto two_posts = word_set(
    "ceo", "chair", "chairman", "chairwoman", "cofounder", "creator", "director", "editor",
    "executive", "founder", "manager", "owner", "president", "producer", "publisher", "writer");
// Where a title behind a comma ends.
constexpr auto ends_of_title = word_set("about", "and", "as", "at", "but", "by", "during", "for",
                                        "from", "in", "of", "on", "or", "that", "to", "under",
                                        "when", "where", "which", "while", "who", "whose", "with");
constexpr auto finite_verbs = word_set(
    "accused", "added", "agreed", "announced", "are", "asked", "became", "began", "called", "came",
    "can", "could", "did", "does", "had", "has", "have", "is", "made", "may", "must", "said",
    "says", "should", "took", "told", "tweeted", "was", "went", "were", "will", "would", "wrote");

/// The word that a hyphen joins to token `i`: "vice" of "vice-president"; no_token if none does.
std::size_t hyphened_before(const Tokens& tokens, std::size_t i) {
  return i >= 2 && tokens[i - 1].is('-') && tokens[i - 2].is_word() ? i - 2 : no_token;
}

bool is_capitalised(const Tokens& tokens, std::size_t i) { return has_capital(tokens[i]); }

bool is_head(RoleUse use, bool capital) {
  return use != RoleUse::none && (capital || use != RoleUse::rank);
}

class Reader {
 public:
  Reader(const NamedText& text, const NameCover& cover)
      : text_(text), tokens_(text.tokens), cover_(cover) {}

  std::optional<RolePhrase> ending_at(std::size_t last) const {
    std::optional<RolePhrase> phrase = head_at(last);
    if (phrase) widen(*phrase);
    return phrase;
  }

 private:
  RoleUse use_of(std::size_t i) const {
    if (cover_.at(i) != nullptr || !tokens_[i].is_word()) return RoleUse::none;
    const RoleUse use = role_use(text_.of(i));
    return is_head(use, is_capitalised(tokens_, i)) ? use : RoleUse::none;
  }

  RolePhrase phrase_of(std::size_t head, std::size_t last) const {
    return {head, last, head, use_of(head), is_plural_role(text_.of(head))};
  }

  std::optional<RolePhrase> head_at(std::size_t last) const {
    if (cover_.at(last) != nullptr || !tokens_[last].is_word()) return std::nullopt;
    const LowerWord word(text_.of(last));
    if (word == "chief")
      if (const std::optional<RolePhrase> phrase = in_chief(last)) return phrase;
    if (use_of(last) != RoleUse::none) return phrase_of(last, last);
    // "President-elect", "president elect", "chairman emeritus"
    if (word == "elect" || word == "designate" || word == "emeritus") {
      std::size_t head = hyphened_before(tokens_, last);
      if (head == no_token) head = word_before(tokens_, last);
      if (head != no_token && use_of(head) != RoleUse::none) return phrase_of(head, last);
      return std::nullopt;
    }
    return head_of(last);
  }

  /// "commander-in-chief", "editor in chief"
  std::optional<RolePhrase> in_chief(std::size_t last) const {
    std::size_t link = hyphened_before(tokens_, last);
    if (link == no_token) link = word_before(tokens_, last);
    if (link == no_token || LowerWord(text_.of(link)) != "in") return std::nullopt;
    std::size_t head = hyphened_before(tokens_, link);
    if (head == no_token) head = word_before(tokens_, link);
    if (head == no_token || use_of(head) == RoleUse::none) return std::nullopt;
    return phrase_of(head, last);
  }

  /// "Secretary of State", "Minister for Foreign Affairs", "chief of staff": what follows "of" are
  /// offices, and words that stand before them. Another name there is a mention of its own.
  std::optional<RolePhrase> head_of(std::size_t last) const {
    std::size_t at = last;
    if (!is_office(text_.of(last))) return std::nullopt;
    for (std::size_t steps = 0; steps < 5 && at != no_token; ++steps) {
      const LowerWord word(text_.of(at));
      if (word == "of" || word == "for") {
        if (at == last) return std::nullopt;
        const std::size_t head = word_before(tokens_, at);
        if (head == no_token || use_of(head) == RoleUse::none) return std::nullopt;
        return phrase_of(head, last);
      }
      if (cover_.at(at) != nullptr) return std::nullopt;
      if (word != "and" && word != "the" && !is_role_modifier(word) && !is_office(word))
        return std::nullopt;
      at = word_before(tokens_, at);
    }
    return std::nullopt;
  }

  void widen(RolePhrase& phrase) const {
    for (std::size_t words = 1; words < longest_title; ++words) {
      std::size_t before = hyphened_before(tokens_, phrase.first);
      if (before == no_token) before = title_before(text_, phrase.first);
      if (before == no_token || cover_.at(before) != nullptr) return;
      const std::string_view word = text_.of(before);
      const LowerWord lower(word);
      if (lower == "and" && two_posts.contains(LowerWord(text_.of(phrase.first)))) {
        const std::size_t other = word_before(tokens_, before);
        if (other == no_token || !two_posts.contains(LowerWord(text_.of(other))) ||
            is_capitalised(tokens_, other) != is_capitalised(tokens_, phrase.first))
          return;
        phrase.first = other;
        continue;
      }
      const bool more =
          is_role_modifier(word) || (use_of(before) != RoleUse::none && !is_plural_role(word));
      if (!more) return;
      phrase.first = before;
    }
  }

  const NamedText& text_;
  const Tokens& tokens_;
  const NameCover& cover_;
};

/// The first token that is no blank behind `i` on the line.
std::size_t next_on_line(const Tokens& tokens, std::size_t i) {
  if (i + 1 >= tokens.size() || tokens[i + 1].is_line_break()) return no_token;
  return tokens[i + 1].is_blank() ? token_after(tokens, i) : i + 1;
}

/// "the Russian foreign minister, Sergey Lavrov, said": the title before the comma.
std::optional<RolePhrase> role_before_comma(const NamedText& text, const NameCover& cover,
                                            std::size_t name) {
  const Tokens& tokens = text.tokens;
  const std::size_t comma = token_before(tokens, name);
  if (comma == no_token || comma == 0 || !tokens[comma].is(',')) return std::nullopt;
  // "After meeting the president, Trump said": only a name between commas explains the title.
  const NameSpan* person = cover.at(name);
  if (person == nullptr) return std::nullopt;
  const std::size_t behind = next_on_line(tokens, tokens.at(person->span.end - 1));
  if (behind == no_token || !tokens[behind].is(',')) return std::nullopt;
  const std::optional<RolePhrase> phrase = role_phrase_ending_at(text, cover, comma - 1);
  if (!phrase || phrase->plural || phrase->use == RoleUse::rank) return std::nullopt;
  std::size_t before = word_before(tokens, phrase->first);
  if (before == no_token) return std::nullopt;
  if (cover.at(before) != nullptr) return phrase;  // "Russian foreign minister"
  const LowerWord word(text.of(before));
  return word == "the" || possessives.contains(word) || word == "s" ? phrase : std::nullopt;
}

bool closes_apposition(const Token& t) {
  return t.is(',') || t.is('.') || t.is(';') || t.is(':') || t.is(')') || t.is('-') || t.is(U'–') ||
         t.is(U'—') || t.is('"') || t.is(U'”') || t.is('?') || t.is('!');
}

}  // namespace

std::optional<RolePhrase> role_phrase_ending_at(const NamedText& text, const NameCover& cover,
                                                std::size_t last) {
  return Reader(text, cover).ending_at(last);
}

std::optional<RolePhrase> role_before_name(const NamedText& text, const NameCover& cover,
                                           std::size_t name) {
  const Tokens& tokens = text.tokens;
  std::size_t last = title_before(text, name);
  if (last != no_token && is_honorific(text.of(last))) last = title_before(text, last);
  if (last == no_token) return role_before_comma(text, cover, name);
  // "the president of Russia Vladimir Putin", "the speaker of the House Paul Ryan"
  if (const NameSpan* of = cover.at(last); of != nullptr && of->label != NameLabel::person) {
    std::size_t link = word_before(tokens, tokens.at(of->span.begin));
    if (link != no_token && LowerWord(text.of(link)) == "the") link = word_before(tokens, link);
    if (link == no_token || LowerWord(text.of(link)) != "of") return std::nullopt;
    last = word_before(tokens, link);
    if (last == no_token) return std::nullopt;
  }
  const std::optional<RolePhrase> phrase = role_phrase_ending_at(text, cover, last);
  if (!phrase) return std::nullopt;

  const bool capital = is_capitalised(tokens, phrase->head);
  if (capital) return phrase;
  if (phrase->use == RoleUse::office && phrase->first == phrase->head) return std::nullopt;
  std::size_t before = token_before(tokens, phrase->first);
  const bool after_name = before != no_token && cover.at(before) != nullptr;
  if (before != no_token && !tokens[before].is_word()) before = no_token;
  const LowerWord word(before == no_token ? std::string_view() : text.of(before));
  const bool article = articles.contains(word);
  // "the lawyer Trump hired", "a judge Trump attacked": a clause without "whom"
  const NameSpan* person = cover.at(name);
  const bool one_word = person == nullptr || count_words(tokens, person->span) == 1;
  if (article && one_word && !phrase->plural) return std::nullopt;
  if (phrase->use == RoleUse::job && phrase->first == phrase->head && !article && !after_name &&
      !possessives.contains(word) && LowerWord(text.of(before == no_token ? name : before)) != "s")
    return std::nullopt;
  return phrase;
}

std::optional<RolePhrase> role_after_name(const NamedText& text, const NameCover& cover,
                                          std::size_t last) {
  const Tokens& tokens = text.tokens;
  std::size_t at = next_on_line(tokens, last);
  if (at == no_token || !tokens[at].is(',')) return std::nullopt;
  at = next_on_line(tokens, at);
  if (at != no_token && tokens[at].is_number()) {  // ", 45, a teacher"
    at = next_on_line(tokens, at);
    if (at == no_token || !tokens[at].is(',')) return std::nullopt;
    at = next_on_line(tokens, at);
  }
  if (at == no_token || !tokens[at].is_word()) return std::nullopt;

  // The words up to the end of the title; the last name among them has to lie before it.
  const LowerWord opening(text.of(at));
  const NameSpan* first_name = cover.at(at);
  if (!articles.contains(opening) && !possessives.contains(opening) && first_name == nullptr &&
      !is_role_modifier(opening) && role_use(text.of(at)) == RoleUse::none)
    return std::nullopt;
  std::size_t begin = at, end = no_token, words = 0;
  for (std::size_t i = at; i != no_token && words < 14; i = next_on_line(tokens, i)) {
    if (const NameSpan* name = cover.at(i)) {
      i = tokens.at(name->span.end - 1);
      begin = no_token;  // behind the name
      end = no_token;
      ++words;
      continue;
    }
    const LowerWord word(text.of(i));
    const bool possessive = word == "s" || tokens[i].is('\'') || tokens[i].is(U'’');
    const bool starts_anew = articles.contains(word) || possessives.contains(word) || possessive;
    if (tokens[i].is('-') && end != no_token && tokens.end_of(end) == tokens.begin_of(i)) continue;
    if (starts_anew) {
      if (end != no_token && !possessive) break;
      begin = end = no_token;
      continue;
    }
    if (!tokens[i].is_word()) {
      if (!tokens[i].is_number()) break;
      begin = end = no_token;
      continue;
    }
    if (ends_of_title.contains(word) || finite_verbs.contains(word)) break;
    if (begin == no_token) begin = i;
    end = i;
    ++words;
  }
  if (begin == no_token || end == no_token) return std::nullopt;
  std::optional<RolePhrase> phrase = role_phrase_ending_at(text, cover, end);
  std::size_t behind = next_on_line(tokens, end);
  if (!phrase) return std::nullopt;
  // "King Philip, his wife, Elisabeth Farnese, and": hers
  if (possessives.contains(opening) && behind != no_token && tokens[behind].is(',')) {
    const std::size_t other = next_on_line(tokens, behind);
    const NameSpan* name = other == no_token ? nullptr : cover.at(other);
    if (name != nullptr && name->label == NameLabel::person) return std::nullopt;
  }
  phrase->first = begin;
  if (phrase->plural || phrase->use == RoleUse::rank) return std::nullopt;
  // "secretary of state", "chief of staff", "commander in chief"
  for (std::size_t steps = 0, i = behind; steps < 6 && i != no_token && tokens[i].is_word();
       ++steps) {
    const std::optional<RolePhrase> longer = role_phrase_ending_at(text, cover, i);
    if (longer && longer->head == phrase->head && longer->last > phrase->last) {
      phrase->last = i;
      behind = next_on_line(tokens, i);
    }
    i = next_on_line(tokens, i);
  }
  // "Putin, the president said": the sentence goes on with its own subject. An apposition is closed
  // by a comma or a stop, before which no verb of the sentence stands.
  for (std::size_t steps = 0, i = behind; steps < 24 && i != no_token; ++steps) {
    if (closes_apposition(tokens[i])) return phrase;
    const LowerWord word(text.of(i));
    if (word == "who" || word == "which" || word == "that" || word == "whose") return phrase;
    if (finite_verbs.contains(word)) return std::nullopt;
    if (i == behind && tokens[i].is_word() && !ends_of_title.contains(word)) return std::nullopt;
    i = next_on_line(tokens, i);
  }
  return behind == no_token ? phrase : std::nullopt;
}

}  // namespace palimpsest
