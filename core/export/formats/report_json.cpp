// The JSON of a comparison of reports. Tested by tests/core/report_export_test.cpp; the spans are
// checked from JavaScript too.
#include "export/report.h"

namespace palimpsest {
namespace {

class Writer {
 public:
  Writer(const ComparedReports& compared, const ExportOptions& options)
      : c_(compared),
        count_a_(compared.a.cleaned.text, options.offsets),
        count_b_(compared.b.cleaned.text, options.offsets) {}

  Json sentences() const {
    Json json = Json::array();
    std::vector<bool> linked_a(c_.a.sentences.size(), false),
        linked_b(c_.b.sentences.size(), false);
    for (const SentenceLink& link : c_.comparison.links) {
      linked_a[link.a] = linked_b[link.b] = true;
      json.push_back({{"a", span_a(c_.a.sentences[link.a])},
                      {"b", span_b(c_.b.sentences[link.b])},
                      {"similarity", three_digits(link.similarity)},
                      {"why", link.why},
                      {"clauses", {{"a", span_a(link.clause_a)}, {"b", span_b(link.clause_b)}}}});
    }
    for (std::size_t i = 0; i < linked_a.size(); ++i)
      if (!linked_a[i])
        json.push_back({{"a", span_a(c_.a.sentences[i])},
                        {"b", nullptr},
                        {"similarity", 0},
                        {"why", "only in the first text"}});
    for (std::size_t i = 0; i < linked_b.size(); ++i)
      if (!linked_b[i])
        json.push_back({{"a", nullptr},
                        {"b", span_b(c_.b.sentences[i])},
                        {"similarity", 0},
                        {"why", "only in the second text"}});
    return json;
  }

  Json facts() const {
    const auto list = [&](const std::vector<Fact>& facts) {
      Json json = Json::array();
      for (const Fact& fact : facts)
        json.push_back(item(fact_rows()[static_cast<std::size_t>(fact.about)].name, nullptr, fact.a,
                            fact.b, fact.why));
      return json;
    };
    Json conflicts = Json::array();
    for (const Conflict& conflict : c_.comparison.conflicts) {
      const SlotRow& row = slot_rows()[static_cast<std::size_t>(conflict.slot)];
      Json json = item(fact_rows()[static_cast<std::size_t>(row.about)].name, row.name, conflict.a,
                       conflict.b, conflict.why);
      json["sentences"] = {{"a", span_a(c_.a.sentences[conflict.sentence_a])},
                           {"b", span_b(c_.b.sentences[conflict.sentence_b])}};
      conflicts.push_back(std::move(json));
    }
    return {{"both", list(c_.comparison.both)},
            {"onlyA", list(c_.comparison.only_a)},
            {"onlyB", list(c_.comparison.only_b)},
            {"conflicts", std::move(conflicts)}};
  }

  Json entities() const {
    Json json = Json::array();
    for (const SharedEntity& e : c_.comparison.entities) {
      const Entity& any = e.a != no_index ? c_.a.entities[e.a] : c_.b.entities[e.b];
      json.push_back({{"kind", name_of(any.kind)},
                      {"name", any.name},
                      {"a", entity(c_.a, e.a, count_a_)},
                      {"b", entity(c_.b, e.b, count_b_)}});
    }
    return json;
  }

  Json voices() const {
    Json json = Json::array();
    for (const Voice& voice : c_.comparison.voices)
      json.push_back({{"speaker", voice.name.empty() ? Json(nullptr) : Json(voice.name)},
                      {"a", side(c_.a, voice.a, count_a_)},
                      {"b", side(c_.b, voice.b, count_b_)}});
    return json;
  }

  Json borrowed() const {
    Json json = Json::array();
    for (const Borrowed& b : c_.comparison.borrowed)
      json.push_back({{"a", place(b.a, c_.a, count_a_)},
                      {"b", place(b.b, c_.b, count_b_)},
                      {"words", b.words},
                      {"exact", b.exact},
                      {"why", std::to_string(b.words) + (b.exact ? " words in a row are the same"
                                                                 : " words are the same, with few "
                                                                   "changed between them")}});
    return json;
  }

  Json framing() const {
    const Framing& f = c_.comparison.framing;
    Json verbs = Json::array();
    for (const Framing::Verbs& v : f.verbs)
      verbs.push_back({{"speaker", v.speaker}, {"onlyA", v.a}, {"onlyB", v.b}, {"why", v.why}});
    const auto lead = [&](std::uint32_t link, bool first) -> Json {
      if (link == no_index) return nullptr;
      const SentenceLink& l = c_.comparison.links[link];
      return first ? span_b(c_.b.sentences[l.b]) : span_a(c_.a.sentences[l.a]);
    };
    // Where the first sentence of each text stands in the other.
    return {{"verbs", std::move(verbs)},
            {"order", {{"ofB", f.order}, {"same", three_digits(f.same_order)}}},
            {"first", {{"aInB", lead(f.lead_a, true)}, {"bInA", lead(f.lead_b, false)}}}};
  }

 private:
  template <class S>
  static Json pair(const OffsetCounter& count, S span) {
    return Json::array({count(span.begin), count(span.end)});
  }
  Json span_a(CleanSpan span) const { return pair(count_a_, span); }
  Json span_b(CleanSpan span) const { return pair(count_b_, span); }

  static Json place(CleanSpan span, const Document& doc, const OffsetCounter& count) {
    return {{"span", pair(count, span)}, {"text", span.of(doc.cleaned.text)}};
  }

  Json item(std::string_view about, const Json& slot, CleanSpan a, CleanSpan b,
            const std::string& why) const {
    Json json = {{"about", about}};
    if (!slot.is_null()) json["slot"] = slot;
    if (!a.empty()) json["a"] = place(a, c_.a, count_a_);
    if (!b.empty()) json["b"] = place(b, c_.b, count_b_);
    json["why"] = why;
    return json;
  }

  static Json entity(const Document& doc, std::uint32_t index, const OffsetCounter& count) {
    if (index == no_index) return nullptr;
    const Entity& e = doc.entities[index];
    return {{"id", index},
            {"name", e.name},
            {"mentions", e.mentions.size()},
            {"first",
             e.mentions.empty() ? Json(nullptr) : pair(count, doc.mentions[e.mentions[0]].span)}};
  }

  static Json side(const Document& doc, const VoiceSide& s, const OffsetCounter& count) {
    Json quotes = Json::array();
    for (const std::uint32_t i : s.places) quotes.push_back(pair(count, doc.quotes[i].span));
    return {{"quotes", std::move(quotes)},
            {"direct", s.direct},
            {"share", three_digits(s.share)},
            {"verbs", s.verbs}};
  }

  const ComparedReports& c_;
  OffsetCounter count_a_, count_b_;
};

}  // namespace

std::string formats::report_json(const ComparedReports& compared, const ExportOptions& options) {
  const Writer writer(compared, options);
  return print({{"schema", "palimpsest/comparison@1"},
                {"offsets", name_of(options.offsets)},
                {"mode", name_of(CompareMode::reports)},
                {"similarity", three_digits(compared.comparison.similarity)},
                {"precision", "full"},
                {"texts", {{"a", compared.a.cleaned.text}, {"b", compared.b.cleaned.text}}},
                {"sentences", writer.sentences()},
                {"facts", writer.facts()},
                {"entities", writer.entities()},
                {"voices", writer.voices()},
                {"borrowed", writer.borrowed()},
                {"framing", writer.framing()}});
}

}  // namespace palimpsest
