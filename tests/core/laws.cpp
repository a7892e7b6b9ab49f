#include "laws.h"

#include <random>

#include "document/document.h"
#include "export/json.h"
#include "text/utf8.h"

namespace palimpsest::tests {
namespace {

template <class S>
bool inside(std::string_view text, S span) {
  return span.begin <= span.end && span.end <= text.size() && is_boundary(text, span.begin) &&
         is_boundary(text, span.end);
}

/// Law 2: spans lie inside their text and cut no code point.
std::string broken_span(const Document& doc) {
  for (const Change& c : doc.cleaned.changes)
    if (!inside(doc.source.text, c.source) || !inside(doc.cleaned.text, c.clean))
      return "law 2: a change's span";
  for (const Suggestion& s : doc.cleaned.suggestions)
    if (!inside(doc.source.text, s.change.source) || !inside(doc.cleaned.text, s.change.clean))
      return "law 2: a suggestion's span";
  for (const Finding& f : doc.source.findings)
    if (!inside(doc.source.text, f.span)) return "law 2: a finding's span";
  for (const auto* spans : {&doc.paragraphs, &doc.sentences}) {
    std::uint32_t end = 0;
    for (const CleanSpan s : *spans) {
      if (!inside(doc.cleaned.text, s) || s.begin < end)
        return "law 2: a paragraph's or sentence's span";
      end = s.end;
    }
  }
  return {};
}

/// Law 3: the texts differ where changes say so, and any subset can be undone.
std::string broken_change(const Document& doc, std::mt19937& random) {
  const std::vector<Change>& changes = doc.cleaned.changes;
  for (std::size_t i = 1; i < changes.size(); ++i)
    if (changes[i].source.begin < changes[i - 1].source.end ||
        changes[i].clean.begin < changes[i - 1].clean.end)
      return "law 3: changes overlap or are not in order";
  for (const Change& c : changes)
    if (c.source.of(doc.source.text) == c.clean.of(doc.cleaned.text))
      return "law 3: a change that changes nothing";
  if (apply_changes(doc.source.text, doc.cleaned, std::vector<bool>(changes.size(), true)) !=
      doc.cleaned.text)
    return "law 3: applying the changes does not give the clean text";
  if (apply_changes(doc.source.text, doc.cleaned, std::vector<bool>(changes.size(), false)) !=
      doc.source.text)
    return "law 3: undoing all does not give the source";
  // A subset applied in one go is the same as undoing the others one by one, from the end.
  std::vector<bool> keep(changes.size());
  for (std::size_t i = 0; i < keep.size(); ++i) keep[i] = random() % 2 == 0;
  std::string undone = doc.cleaned.text;
  for (std::size_t i = changes.size(); i-- > 0;)
    if (!keep[i])
      undone.replace(changes[i].clean.begin, changes[i].clean.size(),
                     changes[i].source.of(doc.source.text));
  if (apply_changes(doc.source.text, doc.cleaned, keep) != undone) return "law 3: undoing a subset";
  return {};
}

/// Law 4: a span between kept characters comes back unchanged.
std::string broken_map(const Document& doc, std::mt19937& random) {
  const std::string& text = doc.source.text;
  if (text.empty()) return {};
  std::vector<bool> kept(text.size(), true);
  for (const Change& c : doc.cleaned.changes)
    for (std::uint32_t i = c.source.begin; i < c.source.end; ++i) kept[i] = false;
  const OffsetMap map = doc.cleaned.map();
  for (int i = 0; i < 20; ++i) {
    auto begin = static_cast<std::uint32_t>(random() % text.size()),
         end = static_cast<std::uint32_t>(random() % text.size());
    if (begin > end) std::swap(begin, end);
    ++end;
    const SourceSpan span{begin, end};
    const CleanSpan clean = map.to_clean(span);
    const SourceSpan back = map.to_source(clean);
    if (clean.begin > clean.end || clean.end > doc.cleaned.text.size())
      return "law 4: to_clean leaves the text";
    if (back.begin > back.end || back.end > text.size()) return "law 4: to_source leaves the text";
    if (kept[begin] && kept[end - 1] && back != span)
      return "law 4: a kept span does not come back";
    if (kept[begin] && kept[end - 1] && clean.of(doc.cleaned.text).front() != text[begin])
      return "law 4: a kept character has another image";
  }
  return {};
}

}  // namespace

std::string broken_law(std::string_view bytes, std::uint32_t seed, const Options& options) {
  std::mt19937 random(seed);
  const Document doc = analyze(bytes, options);
  if (valid_utf8_prefix(doc.source.text) != doc.source.text.size())
    return "law 1: the source is no UTF-8";
  if (valid_utf8_prefix(doc.cleaned.text) != doc.cleaned.text.size())
    return "law 1: the clean text is no UTF-8";
  for (const std::string& broken :
       {broken_span(doc), broken_change(doc, random), broken_map(doc, random)})
    if (!broken.empty()) return broken;
  Options as_text = options;
  as_text.decode.automatic = as_text.decode.automatic_format = false;
  const Document again = analyze(doc.cleaned.text, as_text);
  if (!again.cleaned.changes.empty()) {
    const Change& c = again.cleaned.changes.front();
    return "law 5: repairing the clean text proposes " + std::string(row_of(c.kind).name) + " at " +
           std::to_string(c.source.begin);
  }
  const Json json = document_json(doc);
  if (print(json) != print(document_json(analyze(bytes, options))))
    return "law 6: two answers to one question";
  const std::size_t units = utf16_length(doc.source.text);
  for (const Json& change : json["changes"]) {
    const auto begin = change["source"][0].get<std::size_t>(),
               end = change["source"][1].get<std::size_t>();
    if (end > units || end - begin != utf16_length(change["before"].get_ref<const std::string&>()))
      return "law 7: a span does not fit its excerpt";
  }
  return {};
}

}  // namespace palimpsest::tests
