// Mentions, entities and quotes as JSON. Tested by tests/core/document_export_test.cpp.
#include <cmath>

#include "export/json.h"

namespace palimpsest {
namespace {

Json index_json(std::uint32_t index) { return index == no_index ? Json() : Json(index); }

Json span_json(const OffsetCounter& count, CleanSpan span) {
  return Json::array({count(span.begin), count(span.end)});
}

}  // namespace

Json mentions_json(const Document& doc, const OffsetCounter& count) {
  Json json = Json::array();
  for (std::size_t i = 0; i < doc.mentions.size(); ++i) {
    const Mention& mention = doc.mentions[i];
    Json row = {{"id", i},
                {"span", span_json(count, mention.span)},
                {"text", mention.span.of(doc.cleaned.text)},
                {"kind", name_of(mention.kind)},
                {"form", name_of(mention.form)},
                {"entity", index_json(mention.entity)},
                {"inside", index_json(mention.inside)},
                {"confidence", mention.confidence / 100.0}};
    if (mention.facet != Facet::none) row["facet"] = name_of(mention.facet);
    if (mention.holder != no_index) row["holder"] = mention.holder;
    if (!mention.value.empty()) row["value"] = mention.value;
    if (!mention.why.empty()) row["why"] = mention.why;
    json.push_back(std::move(row));
  }
  return json;
}

Json entities_json(const Document& doc) {
  Json json = Json::array();
  for (std::size_t i = 0; i < doc.entities.size(); ++i) {
    const Entity& entity = doc.entities[i];
    Json row = {{"id", i},
                {"kind", name_of(entity.kind)},
                {"name", entity.name},
                {"aliases", entity.aliases},
                {"roles", entity.roles},
                {"mentions", entity.mentions}};
    if (entity.gender != Gender::unknown) row["gender"] = name_of(entity.gender);
    json.push_back(std::move(row));
  }
  return json;
}

Json quotes_json(const Document& doc, const OffsetCounter& count) {
  Json json = Json::array();
  for (const Quote& quote : doc.quotes) {
    Json row = {{"span", span_json(count, quote.span)},
                {"text", quote.span.of(doc.cleaned.text)},
                {"speaker", index_json(quote.speaker)},
                {"cue", quote.cue.empty() ? Json() : span_json(count, quote.cue)},
                {"form", name_of(quote.form)},
                {"confidence", quote.confidence / 100.0}};
    if (!quote.speaker_span.empty()) row["speaker_span"] = span_json(count, quote.speaker_span);
    if (!quote.why.empty()) row["why"] = quote.why;
    json.push_back(std::move(row));
  }
  return json;
}

Json lexicon_json(const Document& doc) {
  Json json = Json::array();
  for (const ReaderName& name : doc.lexicon) {
    Json row = {{"text", name.text}};
    if (!name.is_name) row["kind"] = nullptr;
    if (name.kind) row["kind"] = name_of(*name.kind);
    if (!name.same_as.empty()) row["same_as"] = name.same_as;
    if (!name.apart_from.empty()) row["apart_from"] = name.apart_from;
    json.push_back(std::move(row));
  }
  return json;
}

}  // namespace palimpsest
