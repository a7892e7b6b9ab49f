#include <algorithm>

#include "export/report.h"
#include "report_cases.h"
#include "text/utf8.h"

namespace palimpsest::tests {
namespace {

bool is_span(std::string_view text, CleanSpan span) {
  return span.begin <= span.end && span.end <= text.size() && is_boundary(text, span.begin) &&
         is_boundary(text, span.end);
}

}  // namespace

std::string broken_report_law(const ReportPair& pair) {
  const ReportComparison& c = pair.comparison;
  const std::string_view a = pair.a.cleaned.text, b = pair.b.cleaned.text;
  for (std::size_t i = 0; i < c.links.size(); ++i) {
    const SentenceLink& link = c.links[i];
    if (link.a >= pair.a.sentences.size() || link.b >= pair.b.sentences.size())
      return "a link of a sentence that is none";
    if (!pair.a.sentences[link.a].contains(link.clause_a) ||
        !pair.b.sentences[link.b].contains(link.clause_b))
      return "a clause outside of its sentence";
    if (link.similarity <= 0 || link.similarity > 1) return "a similarity out of range";
    if (!link.why.starts_with("both: ") || link.why.size() <= 6) return "a link without a reason";
    if (i > 0 && std::pair(c.links[i - 1].a, c.links[i - 1].b) >= std::pair(link.a, link.b))
      return "links out of order, or twice";
  }
  const auto broken_facts = [&](const std::vector<Fact>& facts, bool in_a, bool in_b) {
    for (const Fact& fact : facts)
      if (fact.a.empty() == in_a || fact.b.empty() == in_b || !is_span(a, fact.a) ||
          !is_span(b, fact.b) || fact.why.empty())
        return true;
    return false;
  };
  if (broken_facts(c.both, true, true)) return "a fact of both";
  if (broken_facts(c.only_a, true, false)) return "a fact of the first";
  if (broken_facts(c.only_b, false, true)) return "a fact of the second";
  for (const Conflict& conflict : c.conflicts) {
    if (!is_span(a, conflict.a) || !is_span(b, conflict.b) || conflict.why.empty())
      return "a conflict";
    if (!pair.a.sentences[conflict.sentence_a].contains(conflict.a) ||
        !pair.b.sentences[conflict.sentence_b].contains(conflict.b))
      return "a conflict outside of its sentence";
  }
  for (const Borrowed& borrowed : c.borrowed) {
    if (!is_span(a, borrowed.a) || !is_span(b, borrowed.b)) return "a borrowed passage";
    if (borrowed.exact && borrowed.words == 0) return "nothing borrowed";
  }
  if (c.framing.same_order < 0 || c.framing.same_order > 1) return "an order out of range";
  if (c.similarity < 0 || c.similarity > 1) return "the similarity is out of range";
  for (const Voice& voice : c.voices)
    if (voice.a.quotes + voice.b.quotes == 0) return "a voice that says nothing";
  std::vector<std::uint32_t> seen_a(pair.a.entities.size(), 0), seen_b(pair.b.entities.size(), 0);
  for (const SharedEntity& e : c.entities) {
    if (e.a != no_index) ++seen_a[e.a];
    if (e.b != no_index) ++seen_b[e.b];
  }
  const auto once = [](std::uint32_t n) { return n == 1; };
  if (!std::all_of(seen_a.begin(), seen_a.end(), once) ||
      !std::all_of(seen_b.begin(), seen_b.end(), once))
    return "an entity that is in no row or in two";
  for (const ReportFormat& format : report_formats()) {
    const std::string text = format.write({pair.a, pair.b, c}, {});
    if (valid_utf8_prefix(text) != text.size())
      return std::string(format.name) + " that is no UTF-8";
    if (text != format.write({pair.a, pair.b, compare_reports(pair.a, pair.b)}, {}))
      return "other bytes for the same texts";
  }
  return {};
}

}  // namespace palimpsest::tests
