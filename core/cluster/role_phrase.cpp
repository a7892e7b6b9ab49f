// Tested by tests/core/cluster_cases_test.cpp.
#include "cluster/role_phrase.h"

#include <algorithm>
#include <map>

#include "cluster/name.h"
#include "cluster/words.h"
#include "entity/reader_lexicon.h"
#include "text/order.h"

namespace palimpsest {
namespace {

// Offices that a text goes on to call by themselves; a first word may stand before them.
constexpr std::string_view offices[] = {
    "president",  "minister",  "premier",      "chancellor", "governor",    "mayor",
    "senator",    "secretary", "king",         "queen",      "pope",        "prince",
    "princess",   "emperor",   "sultan",       "chairman",   "chairwoman",  "speaker",
    "ambassador", "judge",     "sheriff",      "archbishop", "congressman", "congresswoman",
    "general",    "admiral",   "commissioner", "director"};
constexpr std::string_view office_modifiers[] = {
    "prime",    "vice",  "foreign",  "defense", "defence", "finance", "deputy",
    "interior", "first", "attorney", "press",   "justice", "health",  "crown"};

bool among(std::string_view word, std::span<const std::string_view> list) {
  return std::find(std::begin(list), std::end(list), word) != list.end();
}

/// The word that ends right before token `at` with one blank between; size() for none.
std::size_t word_before(const Tokens& tokens, std::size_t at) {
  if (at < 2 || !tokens[at - 1].is_blank() || !tokens[at - 2].is_word()) return tokens.size();
  return at - 2;
}

struct Office {
  std::string words;      // "prime minister"
  std::size_t first = 0;  // token
};

/// The office whose last word is the token `last`; no words for none.
Office office_at(const ClusterText& text, std::size_t last) {
  std::string word = folded_word(text.tokens.of(text.text, last));
  if (!among(word, offices)) return {};
  Office office{std::move(word), last};
  for (int more = 0; more < 2; ++more) {
    const std::size_t before = word_before(text.tokens, office.first);
    if (before == text.tokens.size()) break;
    const std::string modifier = folded_word(text.tokens.of(text.text, before));
    if (!among(modifier, office_modifiers)) break;
    office.words = modifier + " " + office.words;
    office.first = before;
  }
  return office;
}

/// Who bears an office; `many` if more than one does.
struct Holder {
  std::uint32_t cluster = no_index;
  std::uint32_t mention = no_index;
  bool many = false;
};

}  // namespace

std::vector<std::uint32_t> insert_mentions(std::vector<Mention>& mentions,
                                           std::vector<Mention> added) {
  const auto old_size = static_cast<std::uint32_t>(mentions.size());
  std::vector<std::uint32_t> order(old_size + added.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::move(added.begin(), added.end(), std::back_inserter(mentions));
  sort_by(order, [&](std::uint32_t i) { return outer_first(mentions[i].span); });
  // A new one must not cross what stands already, before it or behind it.
  std::vector<bool> out(order.size(), false);
  std::vector<std::uint32_t> open;
  for (const std::uint32_t i : order) {
    while (!open.empty() && mentions[open.back()].span.end <= mentions[i].span.begin)
      open.pop_back();
    for (std::size_t k = open.size(); k-- > 0 && !out[i];) {
      const CleanSpan around = mentions[open[k]].span, inner = mentions[i].span;
      if (around.contains(inner) && around != inner) break;
      if (around.end <= inner.begin) continue;
      const bool new_one = i >= old_size;
      if (!new_one && open[k] < old_size) break;  // given so
      out[new_one ? i : open[k]] = true;
      if (!new_one) open.erase(open.begin() + static_cast<std::ptrdiff_t>(k));
    }
    if (!out[i]) open.push_back(i);
  }
  std::vector<std::uint32_t> new_index(old_size, no_index);
  std::vector<Mention> all;
  all.reserve(order.size());
  for (const std::uint32_t i : order) {
    if (out[i]) continue;
    if (i < old_size) new_index[i] = static_cast<std::uint32_t>(all.size());
    all.push_back(std::move(mentions[i]));
  }
  for (Mention& mention : all)
    if (mention.holder != no_index) mention.holder = new_index[mention.holder];
  set_inside(all);
  mentions = std::move(all);
  return new_index;
}

void add_role_phrases(const ClusterText& text, std::vector<Mention>& mentions,
                      std::vector<Cluster>& clusters) {
  const Tokens& tokens = text.tokens;
  std::map<std::string, Holder, std::less<>> holders;
  const auto bears = [&](const std::string& office, std::uint32_t mention) {
    Holder& holder = holders[office];
    const std::uint32_t cluster = mentions[mention].entity;
    holder.many = holder.many || (holder.cluster != no_index && holder.cluster != cluster);
    holder.cluster = cluster;
    if (holder.mention == no_index) holder.mention = mention;
  };
  for (std::uint32_t i = 0; i < mentions.size(); ++i) {
    const Mention& mention = mentions[i];
    if (mention.kind == EntityKind::person && mention.entity != no_index) {
      // Right before the name, or inside a span that was given with its title.
      std::size_t last = word_before(tokens, tokens.at(mention.span.begin));
      for (std::size_t k = tokens.at(mention.span.begin);
           k < tokens.size() && tokens.begin_of(k) < mention.span.end &&
           k < tokens.at(mention.span.begin) + 12;
           ++k)
        if (tokens[k].is_word() && among(folded_word(tokens.of(text.text, k)), offices)) last = k;
      if (last >= tokens.size()) continue;
      const Office office = office_at(text, last);
      if (office.words.empty()) continue;
      const std::size_t before = word_before(tokens, office.first);
      const std::string modifier =
          before < tokens.size() ? folded_word(tokens.of(text.text, before)) : std::string();
      if (modifier != "former" && modifier != "ex" && modifier != "late") bears(office.words, i);
    } else if (mention.kind == EntityKind::role && mention.holder < mentions.size() &&
               mentions[mention.holder].entity != no_index) {
      const std::size_t end = tokens.at(mention.span.end);
      if (end == 0 || folded_word(tokens.of(text.text, tokens.at(mention.span.begin))) == "former")
        continue;
      for (std::size_t k = tokens.at(mention.span.begin); k < end; ++k) {
        if (!tokens[k].is_word()) continue;
        if (const Office office = office_at(text, k); !office.words.empty())
          bears(office.words, mention.holder);
      }
    }
  }
  std::vector<Mention> added;
  std::size_t next = 0;  // the first mention that does not end before the phrase
  for (std::size_t i = 2; i < tokens.size() && !holders.empty(); ++i) {
    if (!tokens[i].is_word()) continue;
    const Office office = office_at(text, i);
    if (office.words.empty()) continue;
    const std::size_t article = word_before(tokens, office.first);
    if (article >= tokens.size()) continue;
    const std::string_view the = tokens.of(text.text, article);
    if (the != "the" && the != "The") continue;
    const auto holder = holders.find(office.words);
    if (holder == holders.end() || holder->second.many) continue;
    // "the president of France", "the President Trump", "the president-elect" are others.
    if (i + 1 < tokens.size() && !tokens[i + 1].is_blank() && !tokens[i + 1].is(',') &&
        !tokens[i + 1].is('.') && !tokens[i + 1].is('\'') && !tokens[i + 1].is(U'’') &&
        !tokens[i + 1].is_line_break() && !tokens[i + 1].is('"') && !tokens[i + 1].is(U'”'))
      continue;
    if (i + 2 < tokens.size() && tokens[i + 1].is_blank() && tokens[i + 2].is_word() &&
        (tokens.of(text.text, i + 2) == "of" || tokens[i + 2].shape() != WordShape::lower))
      continue;
    const CleanSpan span = tokens.span(article, i);
    while (next < mentions.size() && mentions[next].span.end <= span.begin) ++next;
    bool taken = false;
    for (std::size_t k = next; k < mentions.size() && k < next + 8 && !taken; ++k)
      taken = mentions[k].span.begin < span.end && mentions[k].span.end > span.begin &&
              is_named(mentions[k].kind);
    if (taken) continue;
    added.push_back({.span = span,
                     .kind = EntityKind::person,
                     .form = Form::title,
                     .confidence = 80,
                     .entity = holder->second.cluster,
                     .why = "the only one in this text who bears that title"});
  }
  if (added.empty()) return;
  const std::size_t before = mentions.size();
  insert_mentions(mentions, std::move(added));
  if (mentions.size() == before) return;
  for (Cluster& cluster : clusters) cluster.mentions.clear();
  for (std::uint32_t i = 0; i < mentions.size(); ++i)
    if (mentions[i].entity != no_index) clusters[mentions[i].entity].mentions.push_back(i);
}

}  // namespace palimpsest
