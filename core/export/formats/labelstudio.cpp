// One task of Label Studio with its predictions, for a labelling set-up with <Labels name="label">
// on <Text name="text" value="$text"/>. Its offsets are those of JavaScript strings: UTF-16 units.
// Quotations are regions too; a relation leads from each to its speaker. Tested by
// tests/core/document_export_test.cpp.
#include "export/formats.h"

namespace palimpsest {

std::string formats::labelstudio(const Document& doc, const ExportOptions&) {
  const OffsetCounter count(doc.cleaned.text, OffsetUnit::utf16);
  Json results = Json::array();
  const auto add = [&](const std::string& id, CleanSpan span, std::string_view label, int score) {
    results.push_back({{"id", id},
                       {"from_name", "label"},
                       {"to_name", "text"},
                       {"type", "labels"},
                       {"score", score / 100.0},
                       {"value",
                        {{"start", count(span.begin)},
                         {"end", count(span.end)},
                         {"text", span.of(doc.cleaned.text)},
                         {"labels", Json::array({label})}}}});
  };
  const auto relate = [&](const std::string& from, const std::string& to, std::string_view label) {
    results.push_back({{"type", "relation"},
                       {"from_id", from},
                       {"to_id", to},
                       {"direction", "right"},
                       {"labels", Json::array({label})}});
  };
  const auto mention_id = [](std::uint32_t i) { return "mention" + std::to_string(i); };
  for (std::uint32_t i = 0; i < doc.mentions.size(); ++i)
    add(mention_id(i), doc.mentions[i].span, name_of(doc.mentions[i].kind),
        doc.mentions[i].confidence);
  for (const Entity& entity : doc.entities)
    for (std::size_t i = 1; i < entity.mentions.size(); ++i)
      relate(mention_id(entity.mentions[i]), mention_id(entity.mentions[0]), "same");
  for (std::size_t i = 0; i < doc.quotes.size(); ++i) {
    const Quote& quote = doc.quotes[i];
    const std::string id = "quote" + std::to_string(i);
    add(id, quote.span, "quote", quote.confidence);
    if (quote.speaker != no_index && !doc.entities[quote.speaker].mentions.empty())
      relate(id, mention_id(doc.entities[quote.speaker].mentions[0]), "speaker");
  }
  return print({{"data", {{"text", doc.cleaned.text}}},
                {"predictions", Json::array({{{"model_version", "palimpsest"},
                                              {"result", std::move(results)}}})}}) +
         "\n";
}

}  // namespace palimpsest
