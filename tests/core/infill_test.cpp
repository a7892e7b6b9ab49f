// The model of restoration: what its file must refuse, and which words it puts where.
#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>

#include "cli/builtin_model.h"
#include "restore/infill_forms.h"
#include "restore/restore_model.h"

using namespace palimpsest;

namespace {

std::string model_bytes() {
  std::ifstream in(PROJECT_DIR "/core/restore/restore.model", std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

const Infill& infill() { return builtin_restore_model()->infill(); }

/// A text whose slot stands in brackets: "Lavrov [Trump] it went well."
struct Slot {
  InfillText text;
  std::size_t first = 0, last = 0;

  explicit Slot(std::string marked) {
    const auto begin = static_cast<std::uint32_t>(marked.find('['));
    marked.erase(begin, 1);
    const auto end = static_cast<std::uint32_t>(marked.find(']'));
    marked.erase(end, 1);
    text = infill().read_text(marked, tokenize(marked), builtin_model()->lexicon());
    std::tie(first, last) = text.words_at({begin, end});
  }
};

std::string best(const std::string& marked, unsigned count = 1) {
  const Slot slot(marked);
  const std::vector<InfillGuess> guesses =
      infill().words(slot.text, slot.first, slot.last, count, 3);
  return guesses.empty() ? "" : guesses[0].text;
}

std::string pronoun(const std::string& marked, InfillReferent referent) {
  const Slot slot(marked);
  const std::vector<InfillGuess> guesses =
      infill().pronouns(slot.text, slot.first, slot.last, referent, 3);
  return guesses.empty() ? "" : guesses[0].text;
}

std::string refusal(const std::string& bytes) {
  std::string error;
  CHECK_FALSE(RestoreModel::read(bytes, &error));
  return error;
}

}  // namespace

TEST_CASE("a bad file of restoration is refused in words") {
  const std::string good = model_bytes();
  REQUIRE(RestoreModel::read(good, nullptr));
  CHECK(refusal("") == "this is no model of restoration");
  CHECK(refusal("PLMPSST\n" + good.substr(8)) == "this is no model of restoration");
  CHECK(
      refusal(good.substr(0, good.size() - 1)).starts_with("the model of restoration is cut off"));
  std::string other = good;
  other[8] = 77;
  CHECK(refusal(other) == "the model of restoration has version 77, this program reads version 1");
  for (std::size_t at = 20; at < good.size(); at += good.size() / 40) {
    other = good;
    other[at] = static_cast<char>(other[at] ^ 0x10);
    CHECK(refusal(other) == "the model of restoration is damaged");
  }
  CHECK(refusal(write_restore_file({{"places", "ab"}})) == "the model of restoration has no words");
}

TEST_CASE("sections of a file come back as they were, whatever they hold") {
  const RestoreSections sections{{"empty", ""}, {"infill", std::string("\0\xFF", 2)}};
  std::string error;
  CHECK(read_restore_file(write_restore_file(sections), error) == sections);
  const std::vector<std::int16_t> weights{0, 1, -1, 32767, -32768};
  CHECK(read_weights(write_weights(weights)) == weights);
}

TEST_CASE("damage behind the checksum is refused or read, never more") {
  std::string error;
  const std::string section = (*read_restore_file(model_bytes(), error)).at("infill");
  for (std::size_t at = 0; at < section.size(); at += section.size() / 60 + 1) {
    std::string other = section;
    other[at] = static_cast<char>(other[at] ^ 0xFF);
    (void)Infill::read(other);
    (void)Infill::read(std::string_view(section).substr(0, at));
  }
}

TEST_CASE("forms come back as they were, the frequent ones first") {
  std::vector<std::string> words{"the", "of", "zebra", "Zebra", "apple", "Apples"};
  sort_forms(words, 2);
  CHECK(words == std::vector<std::string>{"the", "of", "apple", "Apples", "zebra", "Zebra"});
  CHECK(read_forms(write_forms(words)) == words);
}

TEST_CASE("a text is read as the tokens that a coreference tool counts") {
  const std::string text =
      "\"The senators don't,\" U.S. Sen. Akaka said on Jan. 4, 2006.\n\nPutin's  plan";
  std::string units;
  for (const InfillUnit& u : infill_units(text, tokenize(text)))
    units += (u.kind == InfillUnit::paragraph ? "¶" : u.form.empty() ? "#" : u.form) + "|";
  CHECK(units ==
        "\"|The|senators|do|n't|,|\"|U.S.|Sen.|Akaka|said|on|Jan.|4|,|2006|.|¶|Putin|'s|plan|");
}

TEST_CASE("the words of a slot, and what is marked as lost") {
  Slot slot("He met [Vladimir Putin] and Xi Jinping in Moscow.");
  CHECK(slot.first == 2);
  CHECK(slot.last == 4);
  slot.text.mark_lost(std::vector<CleanSpan>{{7, 21}, {26, 36}});
  CHECK(slot.text.words.size() == 8);
  CHECK(slot.text.words_at({7, 21}) == std::pair<std::size_t, std::size_t>{2, 3});
  CHECK(slot.text.words[2].id == InfillVocabulary::lost);
}

TEST_CASE("words that the grammar leaves no doubt about") {
  CHECK(best("They want to increase the number [Russia] troops in Iraq.") == "of");
  CHECK(best("according [Russia] the report, prices rose") == "to");
}

TEST_CASE("a pronoun's form comes from its place and from whom it stands for") {
  const InfillReferent man{.male = true};
  const std::string before = "The minister spoke to reporters. ";
  CHECK(pronoun(before + "[Lavrov] said that the talks failed.", man) == "He");
}

TEST_CASE("a name fits where a name stands") {
  const auto name_fit = [](const std::string& marked) {
    const Slot slot(marked);
    return infill().fit(slot.text, slot.first, slot.last).name;
  };
  CHECK(name_fit("The president met with [Putin] in Moscow on Friday.") >
        name_fit("The president has [Putin] elected to the Senate.") + 1024);
}
