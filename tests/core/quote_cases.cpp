#include "quote_cases.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>

#include "cases.h"
#include "document/passages.h"
#include "entity/pronoun.h"

namespace palimpsest::tests {
namespace {

constexpr std::string_view open_quote = "⟦", close_quote = "⟧", open_name = "⟨", close_name = "⟩";

EntityKind kind_named(const std::string& name) {
  for (const EntityRow& row : entity_rows())
    if (row.name == name) return row.kind;
  FAIL("no such kind: " << name);
  return {};
}

class Drawing {
 public:
  Drawing(std::string label, std::string_view drawing) : drawing_(drawing) {
    result_.label = std::move(label);
  }

  QuoteCase read() && {
    while (at_ < drawing_.size()) {
      if (takes(open_quote)) {
        open_.push_back(result_.quotes.size());
        result_.quotes.emplace_back().span.begin = here();
      } else if (!open_.empty() && drawing_[at_] == '|') {
        fields();
      } else if (takes(open_name)) {
        name();
      } else {
        result_.text += drawing_[at_++];
      }
    }
    REQUIRE_MESSAGE(open_.empty(), "⟦ without ⟧: " << result_.label);
    for (DrawnQuote& quote : result_.quotes) quote.text = quote.span.of(result_.text);
    return std::move(result_);
  }

 private:
  bool takes(std::string_view mark) {
    if (drawing_.substr(at_, mark.size()) != mark) return false;
    at_ += mark.size();
    return true;
  }
  std::uint32_t here() const { return static_cast<std::uint32_t>(result_.text.size()); }
  std::string until(std::string_view mark) {
    const std::size_t end = drawing_.find(mark, at_);
    REQUIRE_MESSAGE(end != std::string_view::npos, "no " << mark << ": " << result_.label);
    std::string part(drawing_.substr(at_, end - at_));
    at_ = end + mark.size();
    return part;
  }
  void fields() {
    DrawnQuote& quote = result_.quotes[open_.back()];
    quote.span.end = here();
    std::stringstream parts(until(close_quote).substr(1));
    std::getline(parts, quote.speaker, '|');
    std::getline(parts, quote.cue, '|');
    std::getline(parts, quote.form, '|');
    if (quote.form.empty()) quote.form = "direct";
    open_.pop_back();
  }
  void name() {
    std::string shown = until(close_name), entity, kind = "person";
    if (const std::size_t colon = shown.find(':'); colon != std::string::npos) {
      kind = shown.substr(colon + 1);
      shown.resize(colon);
    }
    entity = shown;
    if (const std::size_t same = shown.find('='); same != std::string::npos) {
      entity = shown.substr(same + 1);
      shown.resize(same);
    }
    Mention mention;
    mention.span = {here(), here() + static_cast<std::uint32_t>(shown.size())};
    mention.kind = kind_named(kind);
    if (pronoun(shown) != nullptr) mention.form = Form::pronoun;
    auto found = std::ranges::find(result_.entities, entity, &Entity::name);
    if (found == result_.entities.end()) {
      Entity one;
      one.kind = mention.kind;
      one.name = entity;
      found = result_.entities.insert(result_.entities.end(), one);
    }
    found->mentions.push_back(static_cast<std::uint32_t>(result_.mentions.size()));
    mention.entity = static_cast<std::uint32_t>(found - result_.entities.begin());
    result_.mentions.push_back(mention);
    result_.text += shown;
  }

  std::string_view drawing_;
  std::size_t at_ = 0;
  QuoteCase result_;
  std::vector<std::size_t> open_;
};

}  // namespace

std::vector<QuoteCase> read_quote_cases(const std::string& name) {
  const auto path = std::filesystem::path(TESTS_DIR) / "cases" / "quote" / (name + ".json");
  const nlohmann::json file = nlohmann::json::parse(read_file(path), nullptr, false);
  REQUIRE_MESSAGE((file.is_object() && file.contains("cases") && !file["cases"].empty()),
                  path.string() << " is not a JSON object with cases");
  std::vector<QuoteCase> cases;
  for (const auto& row : file["cases"])
    cases.push_back(Drawing(row.at("label"), row.at("text").get<std::string>()).read());
  return cases;
}

std::vector<Quote> quotes_of(const QuoteCase& one) {
  const Tokens tokens = tokenize(one.text);
  const std::vector<CleanSpan> paragraphs = find_paragraphs(one.text, tokens);
  const std::vector<CleanSpan> sentences = find_sentences(one.text, tokens, paragraphs);
  return find_quotes({one.text, tokens, paragraphs, sentences, one.mentions, one.entities});
}

std::vector<DrawnQuote> drawn(const std::string& text, const std::vector<Quote>& quotes) {
  std::vector<DrawnQuote> result;
  for (const Quote& quote : quotes)
    result.push_back({std::string(quote.span.of(text)), std::string(quote.speaker_span.of(text)),
                      std::string(quote.cue.of(text)), std::string(name_of(quote.form)),
                      quote.span});
  return result;
}

std::string print(const std::vector<DrawnQuote>& quotes) {
  std::string text;
  for (const DrawnQuote& quote : quotes)
    text += "\n    " + quote.text + " | " + quote.speaker + " | " + quote.cue + " | " + quote.form;
  return text;
}

}  // namespace palimpsest::tests
