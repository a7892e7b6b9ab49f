// "I" and "we" inside a quotation are its speaker.
//
//     “I assume they will discuss our interests,” Conway told CBS News.
//      ^ Conway                      ^^^ left alone: "we" and "our" are for a body that speaks
#include <algorithm>

#include "entity/pronoun.h"
#include "quote/quote.h"

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

/// Puts the new mentions among the old ones and sets every index anew.
void merge(std::vector<Mention>& mentions, std::vector<Entity>& entities,
           std::vector<Mention> added) {
  std::vector<std::uint32_t> moved(mentions.size());
  std::vector<Mention> merged;
  merged.reserve(mentions.size() + added.size());
  std::size_t next = 0;
  const auto take_added = [&](std::uint32_t until) {
    while (next < added.size() && added[next].span.begin < until)
      merged.push_back(std::move(added[next++]));
  };
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    take_added(mentions[i].span.begin);
    moved[i] = static_cast<std::uint32_t>(merged.size());
    merged.push_back(std::move(mentions[i]));
  }
  take_added(no_index);
  std::vector<bool> is_new(merged.size(), true);
  for (const std::uint32_t i : moved) is_new[i] = false;
  for (std::size_t i = 0; i < merged.size(); ++i) {
    if (is_new[i]) continue;
    for (std::uint32_t* index : {&merged[i].inside, &merged[i].holder})
      if (*index < moved.size()) *index = moved[*index];
  }
  // A new mention inside an old one: the smallest that holds it.
  std::vector<std::uint32_t> around;
  for (std::uint32_t i = 0; i < merged.size(); ++i) {
    while (!around.empty() && merged[around.back()].span.end < merged[i].span.end)
      around.pop_back();
    if (is_new[i] && !around.empty()) merged[i].inside = around.back();
    if (!is_new[i]) around.push_back(i);
  }
  for (Entity& entity : entities) {
    for (std::uint32_t& index : entity.mentions)
      if (index < moved.size()) index = moved[index];
  }
  std::vector<std::vector<std::uint32_t>> gained(entities.size());
  for (std::uint32_t i = 0; i < merged.size(); ++i)
    if (is_new[i]) gained[merged[i].entity].push_back(i);
  for (std::size_t e = 0; e < entities.size(); ++e) {
    if (gained[e].empty()) continue;
    auto& list = entities[e].mentions;
    const auto middle = static_cast<std::ptrdiff_t>(list.size());
    list.insert(list.end(), gained[e].begin(), gained[e].end());
    std::inplace_merge(list.begin(), list.begin() + middle, list.end());
  }
  mentions = std::move(merged);
}

}  // namespace

void link_first_person(std::string_view text, const Tokens& tokens, std::span<const Quote> quotes,
                       std::vector<Mention>& mentions, std::vector<Entity>& entities) {
  Around around(quotes);
  std::vector<Mention> added;
  std::size_t next = 0;        // the first mention that does not end before the word
  std::uint32_t unlinked = 0;  // a pronoun that is a mention already, and nobody's
  std::vector<std::pair<std::uint32_t, std::uint32_t>> joined;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!tokens[i].is_word()) continue;
    const CleanSpan span = tokens.span(i);
    // "I", "me", "my", "our", "us", "we", "mine" …: a look at one letter spares most words.
    if (span.size() > 9 ||
        std::string_view("imouwIMOUW").find(text[span.begin]) == std::string_view::npos)
      continue;
    const Pronoun* word = pronoun(span.of(text));
    if (word == nullptr || word->person != 1) continue;
    const Quote* quote = around.at(span);
    if (quote == nullptr || quote->speaker >= entities.size() ||
        !stands_for(*word, entities[quote->speaker].kind))
      continue;
    // "U. S.", "World War I", "Charles I": no pronoun.
    if (tokens[i].shape() == WordShape::upper && span.size() > 1) continue;
    if (span.size() == 1 &&
        (text[span.begin] == 'i' || (i + 1 < tokens.size() && tokens[i + 1].is('.'))))
      continue;
    while (next < mentions.size() && mentions[next].span.begin < span.begin) ++next;
    bool taken = false;
    for (std::size_t k = next; k < mentions.size() && mentions[k].span.begin == span.begin; ++k) {
      if (mentions[k].span != span) continue;
      taken = true;
      if (mentions[k].form == Form::pronoun && mentions[k].entity == no_index) {
        mentions[k].entity = quote->speaker;
        joined.emplace_back(quote->speaker, static_cast<std::uint32_t>(k));
        ++unlinked;
      }
    }
    bool in_name = false;  // "Napoleon I"
    if (next > 0) {
      const Mention& before = mentions[next - 1];
      in_name = before.form == Form::name && before.span.end >= span.end && is_named(before.kind);
    }
    if (taken || in_name) continue;
    added.push_back({.span = span,
                     .kind = entities[quote->speaker].kind,
                     .form = Form::pronoun,
                     .confidence = static_cast<std::uint8_t>(quote->confidence *
                                                             (word->number == 's' ? 98 : 80) / 100),
                     .entity = quote->speaker,
                     .why = "said by the speaker of the quotation"});
  }
  for (const auto& [entity, mention] : joined) {
    auto& list = entities[entity].mentions;
    list.insert(std::upper_bound(list.begin(), list.end(), mention), mention);
  }
  if (!added.empty()) merge(mentions, entities, std::move(added));
}

}  // namespace palimpsest
