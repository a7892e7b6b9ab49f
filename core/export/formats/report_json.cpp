// The JSON of a comparison of reports. Tested by tests/core/report_export_test.cpp; the spans are
// checked from JavaScript too.
#include "export/json_text.h"
#include "export/report.h"

namespace palimpsest {
namespace {

/// One of the two texts.
struct ReportSide {
  const Document& doc;
  OffsetCounter count;
};

class Writer {
 public:
  Writer(const ComparedReports& compared, const ExportOptions& options)
      : c_(compared.comparison),
        a_{compared.a, {compared.a.cleaned.text, options.offsets}},
        b_{compared.b, {compared.b.cleaned.text, options.offsets}} {}

  std::string write(OffsetUnit offsets) {
    out_.text.reserve(4096 + 12 * (a_.doc.cleaned.text.size() + b_.doc.cleaned.text.size()));
    out_.open('{');
    out_.string_field("schema", "palimpsest/comparison@1");
    out_.string_field("offsets", name_of(offsets));
    out_.string_field("mode", name_of(CompareMode::reports));
    share_field("similarity", c_.similarity);
    out_.string_field("precision", "full");
    out_.field("texts");
    out_.open('{');
    out_.string_field("a", a_.doc.cleaned.text);
    out_.string_field("b", b_.doc.cleaned.text);
    out_.close('}');
    write_sentences();
    write_facts();
    write_entities();
    write_voices();
    write_borrowed();
    write_framing();
    out_.close('}');
    return std::move(out_.text);
  }

 private:
  void share_field(std::string_view name, double value) {
    out_.field(name);
    out_.share(value);
  }

  void span_field(std::string_view name, const ReportSide& side, CleanSpan span) {
    out_.field(name);
    write_span(side, span);
  }
  void write_span(const ReportSide& side, CleanSpan span) {
    out_.open('[');
    out_.number(side.count(span.begin));
    out_.number(side.count(span.end));
    out_.close(']');
  }
  void null_field(std::string_view name) {
    out_.field(name);
    out_.word("null");
  }
  void strings_field(std::string_view name, const std::vector<std::string>& strings) {
    out_.field(name);
    out_.open('[');
    for (const std::string& string : strings) out_.string(string);
    out_.close(']');
  }

  void write_sentences() {
    std::vector<bool> linked_a(a_.doc.sentences.size(), false),
        linked_b(b_.doc.sentences.size(), false);
    out_.field("sentences");
    out_.open('[');
    for (const SentenceLink& link : c_.links) {
      linked_a[link.a] = linked_b[link.b] = true;
      out_.open('{');
      span_field("a", a_, a_.doc.sentences[link.a]);
      span_field("b", b_, b_.doc.sentences[link.b]);
      share_field("similarity", link.similarity);
      out_.string_field("why", link.why);
      out_.field("clauses");
      out_.open('{');
      span_field("a", a_, link.clause_a);
      span_field("b", b_, link.clause_b);
      out_.close('}');
      out_.close('}');
    }
    for (std::size_t i = 0; i < linked_a.size(); ++i)
      if (!linked_a[i]) write_lone(&a_.doc.sentences[i], nullptr, "only in the first text");
    for (std::size_t i = 0; i < linked_b.size(); ++i)
      if (!linked_b[i]) write_lone(nullptr, &b_.doc.sentences[i], "only in the second text");
    out_.close(']');
  }

  void write_lone(const CleanSpan* a, const CleanSpan* b, std::string_view why) {
    out_.open('{');
    a != nullptr ? span_field("a", a_, *a) : null_field("a");
    b != nullptr ? span_field("b", b_, *b) : null_field("b");
    out_.number_field("similarity", 0);
    out_.string_field("why", why);
    out_.close('}');
  }

  void write_place(std::string_view name, const ReportSide& side, CleanSpan span) {
    out_.field(name);
    out_.open('{');
    span_field("span", side, span);
    out_.string_field("text", span.of(side.doc.cleaned.text));
    out_.close('}');
  }

  /// Without the closing brace: conflicts say more.
  void write_item(FactKind about, std::string_view slot, CleanSpan a, CleanSpan b,
                  std::string_view why) {
    out_.open('{');
    out_.string_field("about", fact_rows()[static_cast<std::size_t>(about)].name);
    if (!slot.empty()) out_.string_field("slot", slot);
    if (!a.empty()) write_place("a", a_, a);
    if (!b.empty()) write_place("b", b_, b);
    out_.string_field("why", why);
  }

  void write_list(std::string_view name, const std::vector<Fact>& facts) {
    out_.field(name);
    out_.open('[');
    for (const Fact& fact : facts) {
      write_item(fact.about, {}, fact.a, fact.b, fact.why);
      out_.close('}');
    }
    out_.close(']');
  }

  void write_facts() {
    out_.field("facts");
    out_.open('{');
    write_list("both", c_.both);
    write_list("onlyA", c_.only_a);
    write_list("onlyB", c_.only_b);
    out_.field("conflicts");
    out_.open('[');
    for (const Conflict& conflict : c_.conflicts) {
      const SlotRow& row = slot_rows()[static_cast<std::size_t>(conflict.slot)];
      write_item(row.about, row.name, conflict.a, conflict.b, conflict.why);
      out_.field("sentences");
      out_.open('{');
      span_field("a", a_, a_.doc.sentences[conflict.sentence_a]);
      span_field("b", b_, b_.doc.sentences[conflict.sentence_b]);
      out_.close('}');
      out_.close('}');
    }
    out_.close(']');
    out_.close('}');
  }

  void write_entities() {
    out_.field("entities");
    out_.open('[');
    for (const SharedEntity& e : c_.entities) {
      const Entity& any = e.a != no_index ? a_.doc.entities[e.a] : b_.doc.entities[e.b];
      out_.open('{');
      out_.string_field("kind", name_of(any.kind));
      out_.string_field("name", any.name);
      write_entity("a", a_, e.a);
      write_entity("b", b_, e.b);
      out_.close('}');
    }
    out_.close(']');
  }

  void write_entity(std::string_view name, const ReportSide& side, std::uint32_t index) {
    if (index == no_index) return null_field(name);
    const Entity& e = side.doc.entities[index];
    out_.field(name);
    out_.open('{');
    out_.number_field("id", index);
    out_.string_field("name", e.name);
    out_.number_field("mentions", e.mentions.size());
    if (e.mentions.empty())
      null_field("first");
    else
      span_field("first", side, side.doc.mentions[e.mentions[0]].span);
    out_.close('}');
  }

  void write_voices() {
    out_.field("voices");
    out_.open('[');
    for (const Voice& voice : c_.voices) {
      out_.open('{');
      voice.name.empty() ? null_field("speaker") : out_.string_field("speaker", voice.name);
      write_voice("a", a_, voice.a);
      write_voice("b", b_, voice.b);
      out_.close('}');
    }
    out_.close(']');
  }

  void write_voice(std::string_view name, const ReportSide& side, const VoiceSide& voice) {
    out_.field(name);
    out_.open('{');
    out_.field("quotes");
    out_.open('[');
    for (const std::uint32_t i : voice.places) write_span(side, side.doc.quotes[i].span);
    out_.close(']');
    out_.number_field("direct", voice.direct);
    share_field("share", voice.share);
    strings_field("verbs", voice.verbs);
    out_.close('}');
  }

  void write_borrowed() {
    out_.field("borrowed");
    out_.open('[');
    for (const Borrowed& passage : c_.borrowed) {
      out_.open('{');
      write_place("a", a_, passage.a);
      write_place("b", b_, passage.b);
      out_.number_field("words", passage.words);
      out_.field("exact");
      out_.word(passage.exact ? "true" : "false");
      out_.string_field("why", std::to_string(passage.words) +
                                   (passage.exact ? " words in a row are the same"
                                                  : " words are the same, with few changed "
                                                    "between them"));
      out_.close('}');
    }
    out_.close(']');
  }

  void write_framing() {
    const Framing& framing = c_.framing;
    out_.field("framing");
    out_.open('{');
    out_.field("verbs");
    out_.open('[');
    for (const Framing::Verbs& verbs : framing.verbs) {
      out_.open('{');
      out_.string_field("speaker", verbs.speaker);
      strings_field("onlyA", verbs.a);
      strings_field("onlyB", verbs.b);
      out_.string_field("why", verbs.why);
      out_.close('}');
    }
    out_.close(']');
    out_.field("order");
    out_.open('{');
    out_.field("ofB");
    out_.open('[');
    for (const std::uint32_t place : framing.order) out_.number(place);
    out_.close(']');
    share_field("same", framing.same_order);
    out_.close('}');
    // Where the first sentence of each text stands in the other.
    out_.field("first");
    out_.open('{');
    if (framing.lead_a == no_index)
      null_field("aInB");
    else
      span_field("aInB", b_, b_.doc.sentences[c_.links[framing.lead_a].b]);
    if (framing.lead_b == no_index)
      null_field("bInA");
    else
      span_field("bInA", a_, a_.doc.sentences[c_.links[framing.lead_b].a]);
    out_.close('}');
    out_.close('}');
  }

  const ReportComparison& c_;
  ReportSide a_, b_;
  JsonText out_;
};

}  // namespace

std::string formats::report_json(const ComparedReports& compared, const ExportOptions& options) {
  return Writer(compared, options).write(options.offsets);
}

}  // namespace palimpsest
