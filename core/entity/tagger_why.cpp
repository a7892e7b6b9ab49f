// Tested by tests/core/tagger_test.cpp.
#include "entity/tagger_why.h"

#include <algorithm>
#include <array>

#include "entity/label_chain.h"
#include "text/order.h"
#include "text/unicode.h"

namespace palimpsest {
namespace {

constexpr std::string_view kind_words[label_kinds] = {
    "people", "organisations", "places", "nations, faiths and parties", "events, laws and works"};
constexpr std::string_view list_words[8] = {"given names",   "surnames", "countries",
                                            "nationalities", "cities",   "regions",
                                            "organisations", "titles"};

/// Reasons in words with the weight that speaks for each.
class Reasons {
 public:
  Reasons(std::string_view text, const NameText& read, std::size_t begin, std::size_t end,
          std::size_t kind, const Weights& weights)
      : text_(text), read_(read), begin_(begin), end_(end), kind_(kind), weights_(weights) {}

  void look_at(std::size_t i, std::size_t label) {
    std::vector<Feature> features;
    for (int offset = -2; offset <= 2; ++offset) {
      const auto at = static_cast<std::ptrdiff_t>(i) + offset;
      if (at < static_cast<std::ptrdiff_t>(begin_) || at >= static_cast<std::ptrdiff_t>(end_))
        continue;
      features.clear();
      const auto unit = static_cast<std::size_t>(at);
      word_features(read_.word(unit), offset, features);
      for (const Feature f : features) weigh(f, label, i, unit);
    }
    features.clear();
    context_features(read_, begin_, end_, i, features);
    for (const Feature f : features) weigh(f, label, i, i);
  }

  /// The two strongest, in order.
  std::string told() {
    sort_by(found_, [](const Reason& r) { return ~static_cast<std::uint64_t>(r.weight); });
    std::string out;
    for (std::size_t k = 0; k < std::min<std::size_t>(found_.size(), 2); ++k) {
      // A second reason that is much weaker would only be noise.
      if (k > 0 && found_[k].weight * 3 < found_[0].weight) break;
      out += (k > 0 ? "; " : "") + found_[k].words;
    }
    return out;
  }

 private:
  struct Reason {
    std::string words;
    int weight = 0;
  };

  void weigh(Feature f, std::size_t label, std::size_t i, std::size_t unit) {
    const WeightRow* row = weights_.find(f & ((1u << feature_bits) - 1));
    if (row == nullptr) return;
    const int weight = (*row)[label] - (*row)[0];
    if (weight <= 0) return;
    if (read_.units.units[unit].span.size() > 60) return;
    const std::string words = in_words(f >> feature_bits, i, unit);
    if (words.empty()) return;
    for (Reason& r : found_)
      if (r.words == words) {
        r.weight += weight;
        return;
      }
    found_.push_back({words, weight});
  }

  std::string quoted(std::size_t first, std::size_t last) const {
    const CleanSpan span{read_.units.units[first].span.begin, read_.units.units[last].span.end};
    // What is longer than any name would only make the reason unreadable.
    return span.size() > 60 ? std::string() : "‘" + std::string(span.of(text_)) + "’";
  }

  /// "" for what no reader would understand: shapes, pairs, parts of words.
  std::string in_words(std::uint32_t number, std::size_t i, std::size_t unit) const {
    const auto group = static_cast<Template>(number < 25 ? number / 5 * 5 : number);
    const bool own = unit == i;
    switch (group) {
      case Template::lower:
      case Template::surface:
        if (!read_.word(unit).letters) return {};
        if (own) return quoted(i, i) + " is known from names of " + std::string(kind_words[kind_]);
        return unit < i ? "behind " + quoted(unit, unit) : "before " + quoted(unit, unit);
      case Template::roles:
        if (own || !read_.word(unit).letters) return {};
        if (unit < i && read_.word(unit).is(Role::title))
          return "follows the title " + quoted(unit, unit);
        return unit < i ? "behind " + quoted(unit, unit) : "before " + quoted(unit, unit);
      case Template::word_class:
        return own ? quoted(i, i) + " is used like names of " + std::string(kind_words[kind_])
                   : std::string();
      case Template::facts:
        return own ? lists(i) : std::string();
      case Template::phrase:
        return quoted(i, i) + " is part of a name in the lists";
      case Template::run_word: {
        const std::size_t last = read_.run_end[i] - 1;
        const std::string found = quoted(last, last);
        return last == i || found.empty() ? std::string() : "before " + found;
      }
      case Template::document_use:
      case Template::document_beside:
        return elsewhere(i);
      default:
        return {};
    }
  }

  std::string lists(std::size_t i) const {
    const std::uint8_t facts = read_.word(i).facts;
    std::string out;
    for (std::size_t k = 0; k < 8; ++k)
      if ((facts >> k & 1) != 0) out += (out.empty() ? "" : ", ") + std::string(list_words[k]);
    return out.empty() ? out : quoted(i, i) + " is in the list of " + out;
  }

  std::string elsewhere(std::size_t i) const {
    const DocumentWords& d = read_.document;
    const DocumentWords::Counts& c = d.counts[d.type_of[read_.word_of[i]]];
    const std::uint32_t other = c.first_unit != i ? c.first_unit : c.second_unit;
    if (other == DocumentWords::none) return {};
    const std::size_t rb = read_.run_begin[other], re = read_.run_end[other];
    if (re <= rb || re - rb > 8) return {};
    const std::string found = quoted(rb, re - 1);
    return found.empty() ? found : "elsewhere in this text: " + found;
  }

  std::string_view text_;
  const NameText& read_;
  std::size_t begin_, end_, kind_;
  const Weights& weights_;
  std::vector<Reason> found_;
};

}  // namespace

std::string why_name(std::string_view text, const NameText& read, std::size_t begin,
                     std::size_t end, std::size_t first, std::size_t last, std::size_t kind,
                     const Weights& weights) {
  Reasons reasons(text, read, begin, end, kind, weights);
  const auto label = [&](std::size_t i) {
    return label_of(kind, first == last ? Place::unit
                          : i == first  ? Place::begin
                          : i == last   ? Place::last
                                        : Place::inside);
  };
  // The ends of a name say enough; a long title of a law need not be read whole.
  reasons.look_at(first, label(first));
  if (last != first) reasons.look_at(last, label(last));
  return reasons.told();
}

}  // namespace palimpsest
