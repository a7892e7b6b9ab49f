// "I" and "we" inside a quotation are its speaker.
//
//     “I assume they will discuss our interests,” Conway told CBS News.
//      ^ Conway                      ^^^ Conway's side
//
// The pronoun that names the speaker ("he continued") is linked where the quotation knows better.
#include <algorithm>

#include "entity/pronoun.h"
#include "quote/quote.h"
#include "text/order.h"

namespace palimpsest {
namespace {

/// Whether `word` stands for a speaker of this kind: "I" for a person, "we" for anybody.
bool stands_for(const Pronoun& word, EntityKind kind) {
  if (word.person != 1) return false;
  if (kind == EntityKind::person) return true;
  const bool body = kind == EntityKind::organisation || kind == EntityKind::place ||
                    kind == EntityKind::norp || kind == EntityKind::facility;
  return body && word.number == 'p';
}

/// The quotation around a byte that lies deepest; those before it in the text have ended or hold
/// it.
class Around {
 public:
  explicit Around(std::span<const Quote> quotes) : quotes_(quotes) {}
  const Quote* at(CleanSpan word) {
    while (next_ < quotes_.size() && quotes_[next_].span.begin <= word.begin) {
      if (quotes_[next_].form != SpeechForm::indirect) open_.push_back(&quotes_[next_]);
      ++next_;
    }
    while (!open_.empty() && open_.back()->span.end < word.end) open_.pop_back();
    return open_.empty() ? nullptr : open_.back();
  }

 private:
  std::span<const Quote> quotes_;
  std::size_t next_ = 0;
  std::vector<const Quote*> open_;
};

struct Link {
  CleanSpan span;
  std::uint32_t entity;
  std::uint8_t confidence;
  bool first_person;
};

/// Puts the new mentions among the old ones and sets every index anew.
void merge(std::vector<Mention>& mentions, std::vector<Mention> added) {
  std::vector<std::uint32_t> moved(mentions.size());
  std::vector<Mention> merged;
  std::vector<bool> is_new;
  merged.reserve(mentions.size() + added.size());
  std::size_t next = 0;
  const auto take_added = [&](std::uint32_t until) {
    while (next < added.size() && added[next].span.begin < until) {
      merged.push_back(std::move(added[next++]));
      is_new.push_back(true);
    }
  };
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    take_added(mentions[i].span.begin);
    moved[i] = static_cast<std::uint32_t>(merged.size());
    merged.push_back(std::move(mentions[i]));
    is_new.push_back(false);
  }
  take_added(no_index);
  // A new mention inside an old one: the smallest that holds it.
  std::vector<std::uint32_t> around;
  for (std::uint32_t i = 0; i < merged.size(); ++i) {
    while (!around.empty() && merged[around.back()].span.end < merged[i].span.end)
      around.pop_back();
    if (is_new[i]) {
      if (!around.empty()) merged[i].inside = around.back();
      continue;
    }
    for (std::uint32_t* index : {&merged[i].inside, &merged[i].holder})
      if (*index < moved.size()) *index = moved[*index];
    around.push_back(i);
  }
  mentions = std::move(merged);
}

std::vector<Link> first_person(std::string_view text, const Tokens& tokens,
                               std::span<const Quote> quotes, const std::vector<Entity>& entities) {
  std::vector<Link> links;
  Around around(quotes);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!tokens[i].is_word()) continue;
    const CleanSpan span = tokens.span(i);
    // A look at one letter spares most words.
    if (span.size() > 9 ||
        std::string_view("imouwIMOUW").find(text[span.begin]) == std::string_view::npos)
      continue;
    const Pronoun* word = pronoun(span.of(text));
    if (word == nullptr || word->person != 1) continue;
    // "WE", "US": a headline or a country. "i", "I.": a mark in a list, an initial.
    if (tokens[i].shape() == WordShape::upper && span.size() > 1) continue;
    if (span.size() == 1 &&
        (text[span.begin] == 'i' || (i + 1 < tokens.size() && tokens[i + 1].is('.'))))
      continue;
    const Quote* quote = around.at(span);
    if (quote == nullptr || quote->speaker >= entities.size() ||
        !stands_for(*word, entities[quote->speaker].kind))
      continue;
    const int sure = word->number == 's' ? 98 : 80;
    links.push_back(
        {span, quote->speaker, static_cast<std::uint8_t>(quote->confidence * sure / 100), true});
  }
  return links;
}

std::vector<Link> speakers(std::string_view text, std::span<const Quote> quotes,
                           const std::vector<Entity>& entities) {
  std::vector<Link> links;
  for (const Quote& quote : quotes) {
    if (quote.speaker >= entities.size() || quote.speaker_span.size() > 4) continue;
    const Pronoun* word = pronoun(quote.speaker_span.of(text));
    if (word != nullptr && word->person == 3)
      links.push_back({quote.speaker_span, quote.speaker, quote.confidence, false});
  }
  return links;
}

}  // namespace

// Not inlined: a page loads it later than what calls it (the doors in wasm/CMakeLists.txt).
[[gnu::noinline]] void link_first_person(std::string_view text, const Tokens& tokens,
                                         std::span<const Quote> quotes,
                                         std::vector<Mention>& mentions,
                                         std::vector<Entity>& entities) {
  std::vector<Link> links = speakers(text, quotes, entities);
  const std::vector<Link> inside = first_person(text, tokens, quotes, entities);
  links.insert(links.end(), inside.begin(), inside.end());
  sort_by(links, [](const Link& link) { return key_of_span(link.span); });
  links.erase(std::unique(links.begin(), links.end(),
                          [](const Link& a, const Link& b) { return a.span == b.span; }),
              links.end());
  std::vector<Mention> added;
  std::size_t next = 0;  // the first mention that does not begin before the link
  for (const Link& link : links) {
    while (next < mentions.size() && mentions[next].span.begin < link.span.begin) ++next;
    // "Napoleon I": a part of a name.
    bool taken = next > 0 && mentions[next - 1].form == Form::name &&
                 is_named(mentions[next - 1].kind) && mentions[next - 1].span.end >= link.span.end;
    for (std::size_t k = next; k < mentions.size() && mentions[k].span.begin == link.span.begin;
         ++k) {
      if (mentions[k].span != link.span) continue;
      taken = true;
      if (mentions[k].form != Form::pronoun) continue;
      if (mentions[k].entity == no_index || !link.first_person) mentions[k].entity = link.entity;
    }
    if (taken) continue;
    Mention mention;
    mention.span = link.span;
    mention.kind = entities[link.entity].kind;
    mention.form = Form::pronoun;
    mention.confidence = link.confidence;
    mention.entity = link.entity;
    mention.why = link.first_person ? "said by the speaker of the quotation"
                                    : "the speaker goes on behind the quotation before";
    added.push_back(std::move(mention));
  }
  if (!added.empty()) merge(mentions, std::move(added));
  for (Entity& entity : entities) entity.mentions.clear();
  for (std::uint32_t i = 0; i < mentions.size(); ++i)
    if (mentions[i].entity < entities.size()) entities[mentions[i].entity].mentions.push_back(i);
}

}  // namespace palimpsest
