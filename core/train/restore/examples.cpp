#include "train/restore/examples.h"

#include <algorithm>
#include <map>

#include "entity/find.h"
#include "text/unicode.h"

namespace palimpsest::train {
namespace {

/// Widens a name as tools do that read whole phrases: "the", roles and places before a name.
CleanSpan widened(const Document& d, std::string_view text, const Mention& m, std::size_t token,
                  const std::map<std::uint32_t, const Mention*>& ends, bool roles) {
  CleanSpan span = m.span;
  (void)token;
  for (int i = 0; i < 3 && roles; ++i) {
    if (span.begin == 0 || text[span.begin - 1] != ' ') break;
    const auto before = ends.find(span.begin - 1);
    if (before == ends.end()) break;
    const EntityKind kind = before->second->kind;
    if (kind != EntityKind::role && kind != EntityKind::norp && kind != EntityKind::place) break;
    span.begin = before->second->span.begin;
  }
  if (span.begin >= 4) {
    const std::string_view the = text.substr(span.begin - 4, 4);
    if ((the == "the " || the == "The ") &&
        (span.begin == 4 || text[span.begin - 5] == ' ' || text[span.begin - 5] == '\n'))
      span.begin -= 4;
  }
  (void)d;
  return span;
}

}  // namespace

std::vector<Chain> find_chains(std::string_view text, const Model& model, Random& random) {
  Document d;
  d.tokens = tokenize(text);
  d.paragraphs = find_paragraphs(text, d.tokens);
  d.sentences = find_sentences(text, d.tokens, d.paragraphs);
  const EntityOptions options;
  d.mentions =
      find_mentions(text, d.tokens, d.paragraphs, d.sentences, OffsetMap(), options, &model);
  d.entities =
      find_entities({text, d.tokens, d.paragraphs, d.sentences, &model, options}, d.mentions);
  std::map<std::uint32_t, const Mention*> ends;
  for (const Mention& m : d.mentions) ends[m.span.end] = &m;
  std::vector<Chain> chains;
  const bool nested = random.chance(0.3);
  for (const Entity& e : d.entities) {
    if (!is_named(e.kind)) continue;
    const bool roles = random.chance(0.6);
    Chain chain;
    for (const std::uint32_t i : e.mentions) {
      const Mention& m = d.mentions[i];
      if (m.inside != no_index && !nested) continue;
      CleanSpan span = m.form == Form::name ? widened(d, text, m, 0, ends, roles) : m.span;
      chain.push_back({span.begin, span.end,
                       m.form == Form::pronoun                            ? MentionForm::pronoun
                       : m.form == Form::nominal || m.form == Form::title ? MentionForm::nominal
                                                                          : MentionForm::name});
    }
    if (chain.size() > 1) chains.push_back(std::move(chain));
  }
  // Phrases with an article that come again, and the pronouns that nothing was found for.
  std::map<std::string, Chain> phrases;
  std::vector<std::uint32_t> covered;
  for (const Mention& m : d.mentions) covered.push_back(m.span.begin);
  std::sort(covered.begin(), covered.end());
  Chain* last = nullptr;
  std::uint32_t last_at = 0;
  for (std::size_t i = 0; i + 2 < d.tokens.size(); ++i) {
    if (!d.tokens[i].is_word()) continue;
    const std::string lower = lower_case(d.tokens.of(text, i));
    if ((lower == "the" || lower == "this") && d.tokens[i + 1].is_blank() &&
        d.tokens[i + 2].is_word() && d.tokens[i + 2].shape() == WordShape::lower &&
        sentence_word(d.tokens.of(text, i + 2)) == WordClass::none) {
      std::size_t end = i + 3;
      if (end + 1 < d.tokens.size() && d.tokens[end].is_blank() && d.tokens[end + 1].is_word() &&
          d.tokens[end + 1].shape() == WordShape::lower &&
          sentence_word(d.tokens.of(text, end + 1)) == WordClass::none &&
          !d.tokens.of(text, end + 1).ends_with("ed") && hash_text(d.tokens.of(text, i + 2)) % 2)
        end += 2;
      const std::string head(d.tokens.of(text, end - 1));
      Chain& chain = phrases[head];
      chain.push_back({d.tokens.begin_of(i), d.tokens.begin_of(end), MentionForm::nominal});
      last = &chain, last_at = d.tokens.begin_of(i);
    } else if ((lower == "it" || lower == "its" || lower == "they" || lower == "their" ||
                lower == "them") &&
               last && d.tokens.begin_of(i) < last_at + 200 &&
               !std::binary_search(covered.begin(), covered.end(), d.tokens.begin_of(i))) {
      last->push_back({d.tokens.begin_of(i), d.tokens.end_of(i), MentionForm::pronoun});
    } else if (lower == "i" || lower == "my" || lower == "me") {
      phrases["\n"].push_back({d.tokens.begin_of(i), d.tokens.end_of(i), MentionForm::pronoun});
    }
  }
  const double kept = random.chance(0.5) ? 0.15 : 0.5;
  for (auto& [head, chain] : phrases) {
    if (head == "\n") {
      // Some tools join "I" with whoever speaks.
      if (!chains.empty() && random.chance(0.3)) {
        Chain& speaker = chains[random.below(chains.size())];
        for (const ChainMention& m : chain)
          if (random.chance(0.3)) speaker.push_back(m);
      }
    } else if (chain.size() > 1 && random.chance(kept)) {
      chains.push_back(chain);
    }
  }
  for (Chain& chain : chains)
    std::sort(chain.begin(), chain.end(), [](const ChainMention& a, const ChainMention& b) {
      return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
    });
  return chains;
}

std::unique_ptr<Example> read_example(std::string id, const Damaged& damaged, const Model& model,
                                      const PlaceWeights& weights) {
  auto example = std::make_unique<Example>();
  Example& e = *example;
  e.id = std::move(id);
  Options options;
  options.model = &model;
  options.quotes = false;
  e.document = analyze(damaged.text, options);
  e.map = e.document.cleaned.map();
  const Document& d = e.document;
  e.text.emplace(DamagedText{.text = d.cleaned.text,
                             .tokens = d.tokens,
                             .paragraphs = d.paragraphs,
                             .sentences = d.sentences,
                             .mentions = d.mentions,
                             .entities = d.entities,
                             .source = d.source.text,
                             .map = e.map,
                             .changes = d.cleaned.changes,
                             .model = &model,
                             .restore_model = nullptr,
                             .version = nullptr,
                             .report = nullptr});
  e.reading.emplace(read_evidence(*e.text, weights));
  const PlaceReading& r = *e.reading;
  const auto& list = r.candidates.list;
  e.labels.assign(list.size(), Label::no);
  std::size_t cell = 0;
  for (const WrittenOver& made : damaged.places) {
    Place place;
    place.made = made;
    const CleanSpan span = e.map.to_clean(SourceSpan{made.begin, made.end});
    const auto begin_of = [&](std::size_t c) { return d.tokens.begin_of(r.cells[c].first); };
    const auto end_of = [&](std::size_t c) {
      return std::max(begin_of(c), d.tokens.begin_of(r.cells[c].last));
    };
    while (cell > 0 && cell < r.cells.size() && begin_of(cell) > span.begin) --cell;
    if (cell == r.cells.size() && cell > 0) --cell;
    while (cell > 0 && begin_of(cell) > span.begin) --cell;
    while (cell < r.cells.size() && (end_of(cell) <= span.begin || r.cells[cell].blank)) ++cell;
    std::size_t end = cell;
    while (end < r.cells.size() && begin_of(end) < span.end) ++end;
    while (end > cell && r.cells[end - 1].blank) --end;
    place.begin = static_cast<std::uint32_t>(cell);
    place.end = static_cast<std::uint32_t>(end);
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (list[i].end <= place.begin || list[i].begin >= place.end) continue;
      // A possessive 's that some tools write is left to whoever restores the place.
      const bool clitic = list[i].end + 1 == place.end && r.cells.word(list[i].end).clitic;
      if (list[i].begin == place.begin && (list[i].end == place.end || clitic)) {
        place.candidate = static_cast<std::uint32_t>(i);
        e.labels[i] = made.harmless ? Label::unknown : Label::yes;
      } else if (made.harmless && e.labels[i] == Label::no) {
        e.labels[i] = Label::unknown;
      }
    }
    e.places.push_back(place);
  }
  return example;
}

}  // namespace palimpsest::train
