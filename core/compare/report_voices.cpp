// Who is quoted where, and with which words. Tested by tests/core/report_test.cpp.
#include <algorithm>

#include "compare/report_parts.h"
#include "quote/cue.h"
#include "text/order.h"
#include "text/unicode.h"

namespace palimpsest {
namespace {

constexpr std::uint32_t someone = no_index;  // a quotation whose speaker is not known

VoiceSide read_side(const ReportText& r, const std::vector<std::uint32_t>& quotes) {
  VoiceSide side;
  std::uint64_t bytes = 0;
  for (const std::uint32_t i : quotes) {
    const Quote& quote = r.doc.quotes[i];
    ++side.quotes;
    side.direct += quote.form == SpeechForm::direct;
    side.places.push_back(i);
    bytes += quote.span.size();
    const std::string word = lower_case(quote.cue.of(r.text));
    if (word.empty()) continue;
    const CueWord cue = find_cue(word);
    side.verbs.push_back(cue ? std::string(cue.cue->base) : word);
  }
  if (!r.text.empty()) side.share = static_cast<double>(bytes) / static_cast<double>(r.text.size());
  return side;
}

/// The quotes of each speaker, and behind them those of nobody who is known.
std::vector<std::vector<std::uint32_t>> quotes_by_speaker(const ReportText& r) {
  std::vector<std::vector<std::uint32_t>> quotes(r.doc.entities.size() + 1);
  for (std::uint32_t i = 0; i < r.doc.quotes.size(); ++i)
    quotes[std::min<std::size_t>(r.doc.quotes[i].speaker, r.doc.entities.size())].push_back(i);
  return quotes;
}

std::vector<std::string> only_in(const std::vector<std::string>& x,
                                 const std::vector<std::string>& y) {
  std::vector<std::string> only;
  for (const std::string& verb : x)
    if (std::find(y.begin(), y.end(), verb) == y.end() &&
        std::find(only.begin(), only.end(), verb) == only.end())
      only.push_back(verb);
  return only;
}

std::string list_of(const std::vector<std::string>& words) {
  std::string list;
  for (const std::string& word : words) list += (list.empty() ? "“" : ", “") + word + "”";
  return list;
}

}  // namespace

std::vector<Voice> find_voices(const ReportText& a, const ReportText& b,
                               const std::vector<SharedEntity>& entities) {
  const auto by_a = quotes_by_speaker(a), by_b = quotes_by_speaker(b);
  const auto side = [](const ReportText& r, const auto& by, std::uint32_t speaker) {
    return read_side(r, by[std::min<std::size_t>(speaker, by.size() - 1)]);
  };
  std::vector<Voice> voices;
  const auto add = [&](std::uint32_t x, std::uint32_t y, bool unknown) {
    Voice voice{x != no_index   ? a.doc.entities[x].name
                : y != no_index ? b.doc.entities[y].name
                                : std::string(),
                x, y, x != no_index || unknown ? side(a, by_a, x) : VoiceSide{},
                y != no_index || unknown ? side(b, by_b, y) : VoiceSide{}};
    if (voice.a.quotes + voice.b.quotes > 0) voices.push_back(std::move(voice));
  };
  for (const SharedEntity& e : entities) add(e.a, e.b, false);
  add(someone, someone, true);
  sort_by(voices, [](const Voice& voice) {
    const auto share =
        static_cast<std::uint32_t>(1e8 * std::min(40.0, voice.a.share + voice.b.share));
    return two_keys(voice.a.quotes > 0 && voice.b.quotes > 0 ? 0 : 1, ~share);
  });
  return voices;
}

std::vector<std::uint32_t> mutual_links(const std::vector<SentenceLink>& links) {
  std::vector<std::uint32_t> best_a, best_b;  // links, by sentence
  for (std::uint32_t i = 0; i < links.size(); ++i) {
    const auto keep = [&](std::vector<std::uint32_t>& best, std::uint32_t sentence) {
      if (sentence >= best.size()) best.resize(sentence + 1, no_index);
      std::uint32_t& link = best[sentence];
      if (link == no_index || links[i].similarity > links[link].similarity) link = i;
    };
    keep(best_a, links[i].a);
    keep(best_b, links[i].b);
  }
  std::vector<std::uint32_t> mutual;
  for (const std::uint32_t link : best_a)
    if (link != no_index && best_b[links[link].b] == link) mutual.push_back(link);
  return mutual;
}

Framing find_framing(const std::vector<SentenceLink>& links, const std::vector<Voice>& voices) {
  Framing framing;
  for (const Voice& voice : voices) {
    if (voice.name.empty() || voice.a.verbs.empty() || voice.b.verbs.empty()) continue;
    Framing::Verbs verbs{voice.name,
                         only_in(voice.a.verbs, voice.b.verbs),
                         only_in(voice.b.verbs, voice.a.verbs),
                         {}};
    if (verbs.a.empty() && verbs.b.empty()) continue;
    verbs.why = "for " + voice.name + " only the first text has " +
                (verbs.a.empty() ? "no verb of its own" : list_of(verbs.a)) + ", only the second " +
                (verbs.b.empty() ? "no verb of its own" : list_of(verbs.b));
    framing.verbs.push_back(std::move(verbs));
  }
  // Shared statements in the order of the first text, by their rank in the second.
  const std::vector<std::uint32_t> shared = mutual_links(links);
  std::vector<std::uint32_t> places;
  for (const std::uint32_t link : shared) places.push_back(links[link].b);
  std::vector<std::uint32_t> sorted = places;
  sort_by(sorted, [](std::uint32_t place) { return std::uint64_t{place}; });
  for (const std::uint32_t place : places)
    framing.order.push_back(static_cast<std::uint32_t>(
        std::lower_bound(sorted.begin(), sorted.end(), place) - sorted.begin()));
  // Pairs in the same order, counted with a Fenwick tree: O(n log n).
  std::vector<std::uint64_t> tree(framing.order.size() + 1, 0);
  std::uint64_t same = 0;
  for (const std::uint32_t rank : framing.order) {
    for (std::size_t i = rank; i > 0; i &= i - 1) same += tree[i];
    for (std::size_t i = rank + 1; i < tree.size(); i += i & (~i + 1)) ++tree[i];
  }
  const std::uint64_t count = framing.order.size();
  if (count > 1)
    framing.same_order = static_cast<double>(2 * same) / static_cast<double>(count * (count - 1));
  for (std::uint32_t i = 0; i < links.size(); ++i) {
    const auto better = [&](std::uint32_t lead) {
      return lead == no_index || links[i].similarity > links[lead].similarity;
    };
    if (links[i].a == 0 && better(framing.lead_a)) framing.lead_a = i;
    if (links[i].b == 0 && better(framing.lead_b)) framing.lead_b = i;
  }
  return framing;
}

}  // namespace palimpsest
