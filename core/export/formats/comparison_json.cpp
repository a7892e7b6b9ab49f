// The JSON of a comparison, written piece by piece: with a tree of values it took longer than the
// comparison itself. Tested by tests/core/comparison_export_test.cpp.
#include "export/comparison.h"
#include "export/json_text.h"

namespace palimpsest {
namespace {

struct Counters {
  OffsetCounter a, b;
};

template <class S>
void span_field(JsonText& out, std::string_view name, const OffsetCounter& count, S span) {
  out.field(name);
  out.open('[');
  out.number(count(span.begin));
  out.number(count(span.end));
  out.close(']');
}

void write_causes(JsonText& out, const Hunk& hunk) {
  out.open('[');
  // Damage first: it brought the others about.
  for (const bool damage : {true, false})
    for (const CauseRule& rule : cause_rules())
      if ((hunk.causes >> static_cast<int>(rule.cause) & 1) != 0 &&
          (rule.group == CauseGroup::damage) == damage)
        out.string(rule.name);
  out.close(']');
}

void write_hunk(JsonText& out, const Version& a, const Version& b, const Comparison& comparison,
                const Counters& count, std::size_t id) {
  const Hunk& hunk = comparison.hunks[id];
  const CauseRule& rule = rule_of(hunk.cause);
  out.open('{');
  out.number_field("id", id);
  out.string_field("op", name_of(hunk.operation));
  span_field(out, "a", count.a, hunk.a);
  span_field(out, "b", count.b, hunk.b);
  out.string_field("before", hunk.a.of(a.text));
  out.string_field("after", hunk.b.of(b.text));
  out.string_field("cause", rule.name);
  out.field("causes");
  write_causes(out, hunk);
  out.string_field("group", name_of(rule.group));
  const std::string why = rule.why({a, b, hunk, comparison.evidence});
  out.string_field("why", why.empty() ? rule.explanation : why);
  if (hunk.move != Hunk::none) out.number_field(hunk.moved ? "move" : "inside", hunk.move);
  if (const std::vector<Letters> letters = changed_letters(a, b, hunk); !letters.empty()) {
    out.field("letters");
    out.open('[');
    for (const Letters& l : letters) {
      out.open('{');
      span_field(out, "a", count.a, l.a);
      span_field(out, "b", count.b, l.b);
      out.close('}');
    }
    out.close(']');
  }
  out.close('}');
}

void write_moves(JsonText& out, const Comparison& comparison, const Counters& count) {
  out.open('[');
  for (std::size_t i = 0; i < comparison.hunks.size(); ++i) {
    const Hunk& hunk = comparison.hunks[i];
    if (hunk.operation != Operation::move) continue;
    out.open('{');
    out.number_field("hunk", i);
    span_field(out, "a", count.a, hunk.a);
    span_field(out, "b", count.b, hunk.b);
    out.close('}');
  }
  out.close(']');
}

void write_summary(JsonText& out, const Summary& summary) {
  out.open('{');
  out.field("groups");
  out.open('{');
  for (std::size_t g = 0; g < std::size(summary.groups); ++g)
    out.number_field(name_of(static_cast<CauseGroup>(g)), summary.groups[g]);
  out.close('}');
  out.field("causes");
  out.open('{');
  for (const CauseRule& rule : cause_rules())
    if (const std::uint32_t count = summary.causes[static_cast<std::size_t>(rule.cause)]; count > 0)
      out.number_field(rule.name, count);
  out.close('}');
  out.field("verdict");
  summary.verdict.empty() ? out.word("null") : out.string(summary.verdict);
  out.close('}');
}

}  // namespace

std::string formats::comparison_json(const Compared& compared, const ExportOptions& options) {
  const auto& [a, b, comparison] = compared;
  const Counters count{{a.text, options.offsets}, {b.text, options.offsets}};
  JsonText out;
  out.text.reserve(1024 + comparison.hunks.size() * 256);
  out.open('{');
  out.string_field("schema", "palimpsest/comparison@1");
  out.string_field("offsets", name_of(options.offsets));
  out.string_field("mode", "versions");
  out.field("similarity");
  out.share(comparison.similarity);
  out.string_field("precision", comparison.reduced ? "reduced" : "full");
  out.field("summary");
  write_summary(out, summarize(comparison));
  out.field("hunks");
  out.open('[');
  for (std::size_t i = 0; i < comparison.hunks.size(); ++i)
    write_hunk(out, a, b, comparison, count, i);
  out.close(']');
  out.field("moves");
  write_moves(out, comparison, count);
  out.close('}');
  return std::move(out.text);
}

}  // namespace palimpsest
