// The flow. Tested by tests/core/laws_test.cpp.
#include <optional>
#include <utility>

#include "document/document.h"
#include "entity/find.h"

namespace palimpsest {
namespace {

/// What is read out of the clean text before anything is named in it.
void cut_up(Document& doc) {
  doc.tokens = tokenize(doc.cleaned.text);
  doc.paragraphs = find_paragraphs(doc.cleaned.text, doc.tokens);
  doc.sentences = find_sentences(doc.cleaned.text, doc.tokens, doc.paragraphs);
}

void find_names(Document& doc, const Options& options) {
  doc.mentions = find_mentions(doc.cleaned.text, doc.tokens, doc.paragraphs, doc.sentences,
                               doc.cleaned.map(), options.entity, options.model);
  doc.entities = find_entities(
      {doc.cleaned.text, doc.tokens, doc.paragraphs, doc.sentences, options.model, options.entity},
      doc.mentions);
}

/// A text that is at hand beside the article; none if there is none.
std::optional<Companion> read_companion(std::string_view bytes, const Options& options,
                                        bool named) {
  if (bytes.empty()) return std::nullopt;
  Options alone;
  alone.repair = options.repair;
  alone.entity.lexicon = options.entity.lexicon;
  alone.model = options.model;
  alone.restored = alone.quotes = false;
  alone.entities = named;
  Document doc = analyze(bytes, alone);
  return Companion{std::move(doc.cleaned.text), std::move(doc.tokens),   std::move(doc.paragraphs),
                   std::move(doc.sentences),    std::move(doc.mentions), std::move(doc.entities)};
}

/// A suggestion about a text that was restored further since.
struct Carried {
  SourceSpan source;
  std::string before;  // what stood there
  Proposed proposed;
};

/// Those of the suggestions whose place still stands as it did.
std::vector<Proposed> still_standing(std::vector<Carried> carried, const Document& doc) {
  const OffsetMap map = doc.cleaned.map();
  std::vector<Proposed> standing;
  for (Carried& c : carried) {
    const CleanSpan clean = map.to_clean(c.source);
    if (clean.of(doc.cleaned.text) != c.before) continue;
    c.proposed.suggestion.change.source = c.source;
    c.proposed.suggestion.change.clean = clean;
    standing.push_back(std::move(c.proposed));
  }
  return standing;
}

/// Restores `doc`, whose mentions and entities are found, until there is nothing more to restore;
/// what was found is then that of the restored text.
void restore_all(Document& doc, const Options& options) {
  const std::optional<Companion> version = read_companion(options.restore.version, options, false),
                                 report = read_companion(options.restore.report, options, true);
  std::vector<Carried> carried;
  for (int round = 0; round < max_restore_rounds; ++round) {
    // Whoever restores the restored text has no other source than that, so neither has a second
    // round.
    const OffsetMap map = round == 0 ? doc.cleaned.map() : OffsetMap();
    const std::string_view source = round == 0 ? doc.source.text : doc.cleaned.text;
    Cleaned restored = restore({.text = doc.cleaned.text,
                                .tokens = doc.tokens,
                                .paragraphs = doc.paragraphs,
                                .sentences = doc.sentences,
                                .mentions = doc.mentions,
                                .entities = doc.entities,
                                .source = source,
                                .map = map,
                                .changes = round == 0 ? std::span<const Change>(doc.cleaned.changes)
                                                      : std::span<const Change>(),
                                .model = options.model,
                                .restore_model = options.restore.model,
                                .version = version ? &*version : nullptr,
                                .report = report ? &*report : nullptr},
                               options.restore);
    std::vector<Proposed> suggestions = take_suggestions(restored);
    if (restored.changes.empty()) {
      // Nothing was applied, so the suggestions are about the clean text.
      for (Proposed& p : suggestions)
        p.suggestion.change.source = doc.cleaned.map().to_source(p.suggestion.change.clean);
      for (Proposed& p : still_standing(std::move(carried), doc))
        suggestions.push_back(std::move(p));
      for (Proposed& p : take_suggestions(doc.cleaned)) suggestions.push_back(std::move(p));
      add_suggestions(std::move(suggestions), doc.cleaned);
      return;
    }
    // What is only suggested was seen beside what is restored now, which showed that it is odd.
    const OffsetMap to_source = doc.cleaned.map(), to_damaged = restored.map();
    for (Proposed& p : suggestions) {
      const SourceSpan damaged = to_damaged.to_source(p.suggestion.change.clean);
      const CleanSpan span{damaged.begin, damaged.end};
      carried.push_back(
          {to_source.to_source(span), std::string(span.of(doc.cleaned.text)), std::move(p)});
    }
    Source between;
    between.text = restored.text;
    doc.cleaned =
        then(then(std::move(doc.cleaned), std::move(restored)), repair(between, options.repair));
    drop_equal(doc.source.text, doc.cleaned);
    cut_up(doc);
    find_names(doc, options);
  }
  add_suggestions(still_standing(std::move(carried), doc), doc.cleaned);
}

/// Carries out what the reader decided about what was repaired and restored.
void decide_all(Document& doc, const Options& options) {
  if (options.decisions.empty()) return;
  doc.cleaned = decide(doc.source, std::move(doc.cleaned), options.decisions);
  cut_up(doc);
  find_names(doc, options);
}

}  // namespace

Document analyze(std::string_view bytes, const Options& options) {
  Document doc;
  doc.source = decode(bytes, options.decode);  // valid UTF-8 from here on
  doc.cleaned = repair(doc.source, options.repair);
  doc.decisions = options.decisions;
  doc.lexicon = options.entity.lexicon;
  const bool restores = options.restored && options.restore.any();
  if (!restores) doc.cleaned = decide(doc.source, std::move(doc.cleaned), options.decisions);
  cut_up(doc);
  if (!options.entities && !restores) return doc;
  find_names(doc, options);
  if (restores) {
    restore_all(doc, options);
    decide_all(doc, options);
  }
  if (!options.entities) {
    doc.mentions.clear();
    doc.entities.clear();
    return doc;
  }
  doc.has_entities = true;
  if (!options.quotes) return doc;
  doc.has_quotes = true;
  doc.quotes = find_quotes(
      {doc.cleaned.text, doc.tokens, doc.paragraphs, doc.sentences, doc.mentions, doc.entities});
  link_first_person(doc.cleaned.text, doc.tokens, doc.quotes, doc.mentions, doc.entities);
  return doc;
}

}  // namespace palimpsest
