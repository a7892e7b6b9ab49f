// The JSON of a document. Tested by tests/core/document_export_test.cpp; the spans are checked from
// TypeScript too.
#include <algorithm>

#include "export/formats.h"
#include "export/json.h"
#include "text/order.h"
#include "text/utf8.h"

namespace palimpsest {
namespace {

struct Counters {
  OffsetCounter source, clean;
};

template <class S>
Json pair(const OffsetCounter& count, S span) {
  return Json::array({count(span.begin), count(span.end)});
}

Json change_json(const Document& doc, const Counters& count, std::size_t id, const Change& change,
                 std::string_view after) {
  const ChangeRow row = row_of(change.kind);
  // A restoration without a good guess is a gap.
  const Group group = row.group == Group::restore && after == gap_mark ? Group::gaps : row.group;
  Json json = {{"id", id},
               {"kind", row.name},
               {"group", name_of(group)},
               {"source", pair(count.source, change.source)},
               {"clean", pair(count.clean, change.clean)},
               {"before", change.source.of(doc.source.text)},
               {"after", after},
               {"safety", name_of(change.safety)},
               {"confidence", change.confidence / 100.0},
               {"why", reason_of(doc, id)}};
  for (const ChangeRow& other : change_rows())
    if (other.kind != change.kind && change.kinds[other.kind.index()])
      json["also"].push_back(other.name);
  return json;
}

/// As read_decisions reads them.
Json decisions_json(const Document& doc, const OffsetCounter& count) {
  Json json = Json::array();
  for (const Decision& d : doc.decisions) {
    Json row = {{"source", pair(count, d.place)},
                {"kind", d.kind},
                {"verdict", d.kept ? "kept" : "back"},
                {"before", d.before}};
    if (d.chosen) row["chosen"] = *d.chosen;
    json.push_back(std::move(row));
  }
  return json;
}

Json encoding_json(const Source& source) {
  for (const EncodingRow& row : encoding_rows())
    if (row.encoding == source.encoding) return {{"name", row.name}, {"reason", source.reason}};
  return nullptr;
}

}  // namespace

std::string reason_of(const Document& doc, std::size_t id) {
  const Cleaned& cleaned = doc.cleaned;
  const bool applied = id < cleaned.changes.size();
  const Change& change =
      applied ? cleaned.changes[id] : cleaned.suggestions[id - cleaned.changes.size()].change;
  std::string why;
  if (!change.kind.is_repair()) {
    if (const ChangeNote* const note = cleaned.note_of(id)) why = note->why;
  } else {
    const std::string_view before =
        applied ? change.source.of(doc.source.text) : change.clean.of(cleaned.text);
    const std::string_view after =
        applied ? change.clean.of(cleaned.text)
                : std::string_view(cleaned.suggestions[id - cleaned.changes.size()].text);
    why = rule_of(change.kind.repair()).why({before, after, change.detail});
  }
  return why.empty() ? std::string(row_of(change.kind).explanation) : why;
}

Json changes_json(const Document& doc, const ExportOptions& options) {
  const Counters count{{doc.source.text, options.offsets}, {doc.cleaned.text, options.offsets}};
  Json changes = Json::array();
  const Cleaned& cleaned = doc.cleaned;
  auto reading = cleaned.readings.begin();
  const auto add = [&](std::size_t id, const Change& change, std::string_view after) {
    Json json = change_json(doc, count, id, change, after);
    if (const ChangeNote* const note = change.kind.is_repair() ? nullptr : cleaned.note_of(id))
      json["lost"] = {{"what", name_of(note->lost.what)}, {"count", note->lost.count}};
    for (; reading != cleaned.readings.end() && reading->change == id; ++reading)
      json["suggestions"].push_back(
          {{"text", reading->text}, {"confidence", reading->confidence / 100.0}});
    changes.push_back(std::move(json));
  };
  for (std::size_t i = 0; i < cleaned.changes.size(); ++i)
    add(i, cleaned.changes[i], cleaned.changes[i].clean.of(cleaned.text));
  for (std::size_t i = 0; i < cleaned.suggestions.size(); ++i)
    add(cleaned.changes.size() + i, cleaned.suggestions[i].change, cleaned.suggestions[i].text);
  // Applied and suggested ones in the order of the text; ids then follow the order.
  sort_by(changes.get_ref<Json::array_t&>(),
          [](const Json& change) { return change["source"][0].get<std::uint64_t>(); });
  for (std::size_t i = 0; i < changes.size(); ++i) changes[i]["id"] = i;
  return changes;
}

Json document_json(const Document& doc, const ExportOptions& options) {
  const OffsetCounter source(doc.source.text, options.offsets),
      clean(doc.cleaned.text, options.offsets);
  Json json = {{"schema", "palimpsest/document@1"},
               {"offsets", name_of(options.offsets)},
               {"encoding", encoding_json(doc.source)},
               {"format", name_of(doc.source.format)},
               {"findings", Json::array()},
               {"source", doc.source.text},
               {"clean", doc.cleaned.text},
               {"changes", changes_json(doc, options)},
               {"paragraphs", Json::array()},
               {"sentences", Json::array()}};
  for (const Finding& f : doc.source.findings)
    json["findings"].push_back({{"kind", name_of(f.kind)},
                                {"byte", f.byte},
                                {"source", pair(source, f.span)},
                                {"why", f.why}});
  for (const CleanSpan span : doc.paragraphs) json["paragraphs"].push_back(pair(clean, span));
  for (const CleanSpan span : doc.sentences) json["sentences"].push_back(pair(clean, span));
  if (doc.has_entities) {
    json["mentions"] = mentions_json(doc, clean);
    json["entities"] = entities_json(doc);
  }
  if (doc.has_quotes) json["quotes"] = quotes_json(doc, clean);
  if (!doc.decisions.empty()) json["decisions"] = decisions_json(doc, source);
  if (!doc.lexicon.empty()) json["lexicon"] = lexicon_json(doc);
  return json;
}

std::string print(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace palimpsest
