// The JSON of a comparison, written piece by piece: with a tree of values it took longer than the
// comparison itself. Tested by tests/core/comparison_export_test.cpp.
#include <charconv>

#include "export/comparison.h"
#include "text/utf8.h"

namespace palimpsest {
namespace {

class Writer {
 public:
  std::string text;

  void raw(std::string_view piece) { text += piece; }
  void number(std::uint64_t value) {
    char digits[20];
    const auto result = std::to_chars(digits, digits + sizeof digits, value);
    text.append(digits, result.ptr);
  }
  void string(std::string_view value) {
    text += '"';
    std::size_t plain = 0;
    for (std::size_t i = 0; i < value.size(); ++i) {
      const auto c = static_cast<unsigned char>(value[i]);
      if (c >= 0x20 && c != '"' && c != '\\') continue;
      text.append(value, plain, i - plain);
      plain = i + 1;
      escape(c);
    }
    text.append(value, plain);
    text += '"';
  }
  void field(std::string_view name) {
    text += ",\"";
    text += name;
    text += "\":";
  }

 private:
  void escape(unsigned char c) {
    constexpr std::string_view hex = "0123456789abcdef";
    switch (c) {
      case '"':
        text += "\\\"";
        break;
      case '\\':
        text += "\\\\";
        break;
      case '\n':
        text += "\\n";
        break;
      case '\r':
        text += "\\r";
        break;
      case '\t':
        text += "\\t";
        break;
      default:
        text += "\\u00";
        text += hex[c >> 4];
        text += hex[c & 15];
    }
  }
};

struct Counters {
  OffsetCounter a, b;
};

template <class S>
void write_span(Writer& out, const OffsetCounter& count, S span) {
  out.raw("[");
  out.number(count(span.begin));
  out.raw(",");
  out.number(count(span.end));
  out.raw("]");
}

void write_causes(Writer& out, const Hunk& hunk) {
  out.raw("[");
  bool first = true;
  const auto write = [&](const CauseRule& rule) {
    if (!first) out.raw(",");
    first = false;
    out.string(rule.name);
  };
  // Damage first: it brought the others about.
  for (const bool damage : {true, false})
    for (const CauseRule& rule : cause_rules())
      if ((hunk.causes >> static_cast<int>(rule.cause) & 1) != 0 &&
          (rule.group == CauseGroup::damage) == damage)
        write(rule);
  out.raw("]");
}

void write_hunk(Writer& out, const Version& a, const Version& b, const Comparison& comparison,
                const Counters& count, std::size_t id) {
  const Hunk& hunk = comparison.hunks[id];
  const CauseRule& rule = rule_of(hunk.cause);
  out.raw("{\"id\":");
  out.number(id);
  out.field("op");
  out.string(name_of(hunk.operation));
  out.field("a");
  write_span(out, count.a, hunk.a);
  out.field("b");
  write_span(out, count.b, hunk.b);
  out.field("before");
  out.string(hunk.a.of(a.text));
  out.field("after");
  out.string(hunk.b.of(b.text));
  out.field("cause");
  out.string(rule.name);
  out.field("causes");
  write_causes(out, hunk);
  out.field("group");
  out.string(name_of(rule.group));
  out.field("why");
  const std::string why = rule.why({a, b, hunk, comparison.evidence});
  out.string(why.empty() ? rule.explanation : why);
  if (hunk.move != Hunk::none) {
    out.field(hunk.moved ? "move" : "inside");
    out.number(hunk.move);
  }
  if (const std::vector<Letters> letters = changed_letters(a, b, hunk); !letters.empty()) {
    out.field("letters");
    char separator = '[';
    for (const Letters& l : letters) {
      out.text += separator;
      separator = ',';
      out.raw("{\"a\":");
      write_span(out, count.a, l.a);
      out.field("b");
      write_span(out, count.b, l.b);
      out.raw("}");
    }
    out.raw("]");
  }
  out.raw("}");
}

void write_moves(Writer& out, const Comparison& comparison, const Counters& count) {
  out.raw("[");
  bool first = true;
  for (std::size_t i = 0; i < comparison.hunks.size(); ++i) {
    const Hunk& hunk = comparison.hunks[i];
    if (hunk.operation != Operation::move) continue;
    if (!first) out.raw(",");
    first = false;
    out.raw("{\"hunk\":");
    out.number(i);
    out.field("a");
    write_span(out, count.a, hunk.a);
    out.field("b");
    write_span(out, count.b, hunk.b);
    out.raw("}");
  }
  out.raw("]");
}

void write_summary(Writer& out, const Summary& summary) {
  out.raw("{\"groups\":{");
  for (std::size_t g = 0; g < std::size(summary.groups); ++g) {
    if (g > 0) out.raw(",");
    out.string(name_of(static_cast<CauseGroup>(g)));
    out.raw(":");
    out.number(summary.groups[g]);
  }
  out.raw("},\"causes\":{");
  bool first = true;
  for (const CauseRule& rule : cause_rules()) {
    const std::uint32_t count = summary.causes[static_cast<std::size_t>(rule.cause)];
    if (count == 0) continue;
    if (!first) out.raw(",");
    first = false;
    out.string(rule.name);
    out.raw(":");
    out.number(count);
  }
  out.raw("},\"verdict\":");
  if (summary.verdict.empty())
    out.raw("null");
  else
    out.string(summary.verdict);
  out.raw("}");
}

}  // namespace

std::string formats::comparison_json(const Compared& compared, const ExportOptions& options) {
  const auto& [a, b, comparison] = compared;
  const Counters count{{a.text, options.offsets}, {b.text, options.offsets}};
  Writer out;
  out.text.reserve(1024 + comparison.hunks.size() * 256);
  out.raw("{\"schema\":\"palimpsest/comparison@1\"");
  out.field("offsets");
  out.string(name_of(options.offsets));
  out.field("mode");
  out.string("versions");
  out.field("similarity");
  const auto thousandths = static_cast<std::uint64_t>(comparison.similarity * 1000 + 0.5);
  out.raw(thousandths >= 1000 ? "1" : "0");
  if (thousandths < 1000 && thousandths > 0) {
    std::string digits = std::to_string(1000 + thousandths);
    while (digits.back() == '0') digits.pop_back();
    out.raw("." + digits.substr(1));
  }
  out.field("precision");
  out.string(comparison.reduced ? "reduced" : "full");
  out.field("summary");
  write_summary(out, summarize(comparison));
  out.field("hunks");
  out.raw("[");
  for (std::size_t i = 0; i < comparison.hunks.size(); ++i) {
    if (i > 0) out.raw(",");
    write_hunk(out, a, b, comparison, count, i);
  }
  out.raw("]");
  out.field("moves");
  write_moves(out, comparison, count);
  out.raw("}");
  return std::move(out.text);
}

}  // namespace palimpsest
