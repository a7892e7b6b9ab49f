// The model of restoration: what its file must refuse, and which words it puts where.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>

#include "cli/builtin_model.h"
#include "restore/infill_echo.h"
#include "restore/infill_forms.h"
#include "restore/infill_grams.h"
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
  InfillLook look() const { return infill().look(text, first, last); }
};

std::string best(const std::string& marked, unsigned count = 1) {
  const Slot slot(marked);
  const std::vector<InfillGuess> guesses = infill().words(slot.text, slot.look(), count, 3);
  return guesses.empty() ? "" : guesses[0].text;
}

std::string pronoun(const std::string& marked, InfillReferent referent) {
  const Slot slot(marked);
  const std::vector<InfillGuess> guesses = infill().pronouns(slot.text, slot.look(), referent, 3);
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

TEST_CASE("corrections come back as they were, and count where all their words stand") {
  const InfillNeighbours beside{.left = {20, 30}, .right = {40, 50}};
  const std::uint8_t both = 0b0101;
  const std::vector<GramEntry> entries{{gram_key(both, gram_context(both, beside), 99), 7},
                                       {gram_key(0b0001, gram_context(0b0001, beside), 99), -2}};
  std::int32_t step = 0;
  const auto read = read_grams(write_grams(entries, 100), step);
  REQUIRE(read);
  CHECK(step == 100);
  const InfillGrams grams(*read, step);
  CHECK(grams.correction(grams.place(beside), 99) == 500);
  CHECK(grams.correction(grams.place(beside), 98) == 0);
  CHECK(grams.correction(grams.place({.left = {20, 31}, .right = {41, 50}}), 99) == -200);
  CHECK(grams.correction(grams.place({.left = {InfillVocabulary::lost, 30}, .right = {40, 50}}),
                         99) == 0);
}

TEST_CASE("a text echoes the words that it has between the same neighbours") {
  const auto word = [](std::uint16_t id) { return InfillWord{.id = id}; };
  const std::vector<InfillWord> words{word(500), word(900), word(600), word(13),  word(500),
                                      word(777), word(600), word(500), word(901), word(602)};
  const std::vector<InfillEcho> echoes = find_echoes(words, 5, 6);
  const auto weight = [&](std::uint16_t id) {
    for (const InfillEcho& e : echoes)
      if (e.word == id) return e.weight;
    return 0u;
  };
  CHECK(weight(900) > 5 * weight(901));  // both neighbours, one of them
  CHECK(weight(901) > 50);
  CHECK(weight(13) == 0);   // a function word
  CHECK(weight(777) == 0);  // what stands there now
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

TEST_CASE("a text's own names come back") {
  const std::string marked =
      "Police in North Korea said the talks failed. The North Korea team left. He said that North "
      "[Japan] officials had agreed to meet.";
  const Slot slot(marked);
  bool found = false;
  for (const InfillGuess& g : infill().words(slot.text, slot.look(), 1, 5))
    found = found || g.text == "Korea";
  CHECK(found);
}

TEST_CASE("whose pronoun it is shows in what the text uses elsewhere") {
  const std::string interview =
      "I was born there and I have my house there. We left when I was ten. I like it. ";
  const std::string report = "He left when he was ten. His mother stayed. ";
  const InfillReferent man{.male = true};
  CHECK(pronoun(report + "And then [Lavrov] left the house.", man) == "he");
  CHECK(pronoun(interview + "And then [Lavrov] left the house.", man) == "I");
}

TEST_CASE("what one place says of somebody's pronoun holds at the others") {
  // A place that is clear, one that leaves it open whether "he" or "she" stood there.
  const auto logs_of = [](std::string_view clear, std::int32_t he, std::int32_t she) {
    std::vector<std::int32_t> logs;
    for (const PronounForm& form : pronoun_forms())
      logs.push_back(form.text == clear   ? -50
                     : form.text == "he"  ? he
                     : form.text == "she" ? she
                                          : -9000);
    return logs;
  };
  const InfillReferent person{.male = true, .female = true};
  const PronounSlot clear{logs_of("she", -9000, -50), person, false, 1, 1000},
      open{logs_of("", -700, -700), person, false, 1, 1000};
  PronounSlot other = clear, quoted = clear;
  other.whose = 2;
  quoted.quoted = true;
  const auto best = [&](const std::vector<PronounSlot>& slots) {
    const PronounUses uses = agree_on_pronouns(slots, {})[0];
    const std::vector<std::int32_t> scores = weigh_pronouns(slots[0].logs, person, {}, false, uses);
    return pronoun_forms()[static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) -
                                                    scores.begin())]
        .text;
  };
  CHECK(best({open}) == "he");  // the commoner
  CHECK(best({open, clear, clear, clear}) == "she");
  CHECK(best({open, other, other, other}) == "he");     // somebody else's
  CHECK(best({open, quoted, quoted, quoted}) == "he");  // in what somebody says
}

TEST_CASE("a name fits where a name stands") {
  const auto name_fit = [](const std::string& marked) {
    const Slot slot(marked);
    return infill().fit(slot.text, slot.look()).name;
  };
  CHECK(name_fit("The president met with [Putin] in Moscow on Friday.") >
        name_fit("The president has [Putin] elected to the Senate.") + 1024);
}
