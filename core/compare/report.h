// Two reports of one event: which sentences speak of the same, what both say, what only one says,
// where they disagree, who is quoted, what was copied and in what order it is told. Nothing here
// judges: every item has its places in the texts and a reason in a reader's words.
//
//     A  Some 4,000 US soldiers have been deployed to Poland, the Pentagon said.
//     B  The Pentagon said 400 soldiers were sent to Poland on Monday.
//        both: Pentagon, soldiers, Poland     conflict: 4,000 against 400     only in B: Monday
//
// Two versions of one text are compare.h's.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace palimpsest {

/// The two faces of `compare`; `automatic` is settled by the text that both share.
enum class CompareMode : std::uint8_t { automatic, versions, reports };
std::string_view name_of(CompareMode mode);

enum class FactKind : std::uint8_t {
#define FACT(name, ...) name,
#include "compare/report_facts.def"
};
enum class Slot : std::uint8_t {
#define CONFLICT(name, ...) name,
#include "compare/report_conflicts.def"
};
struct FactRow {
  FactKind kind;
  std::string_view name, title, explanation;
};
struct SlotRow {
  Slot slot;
  FactKind about;
  std::string_view name, title, explanation;
};
std::span<const FactRow> fact_rows();
std::span<const SlotRow> slot_rows();

/// Sentences that speak of the same; a sentence may be in several links. The clauses are the parts
/// that do.
struct SentenceLink {
  std::uint32_t a = 0, b = 0;  // indices of sentences
  CleanSpan clause_a, clause_b;
  double similarity = 0;  // 0 to 1
  std::string why;        // "both: Trump, Putin, phone, Saturday"
};

/// In both texts, or only in one: then the other span is empty.
struct Fact {
  FactKind about{};
  CleanSpan a, b;
  std::string why;
};

struct Conflict {
  Slot slot{};
  CleanSpan a, b;                        // what differs; empty where one text has no such word
  std::uint32_t sentence_a, sentence_b;  // indices
  std::string why;
};

/// Somebody or something named, in one text or in both.
struct SharedEntity {
  std::uint32_t a = no_index, b = no_index;  // indices of entities
};

/// How one text quotes one speaker.
struct VoiceSide {
  std::uint32_t quotes = 0;           // passages
  std::uint32_t direct = 0;           // of them between quotation marks
  double share = 0;                   // of the text, 0 to 1
  std::vector<std::uint32_t> places;  // indices of quotes
  std::vector<std::string> verbs;  // reporting verbs in their base form, in the order of the text
};
struct Voice {
  std::string name;
  std::uint32_t entity_a = no_index, entity_b = no_index;
  VoiceSide a, b;
};

/// A passage that both texts have word for word, or with few words changed.
struct Borrowed {
  CleanSpan a, b;
  std::uint32_t words = 0;  // equal ones
  bool exact = false;
};

/// What can be shown of how the story is told, without a judgement.
struct Framing {
  struct Verbs {
    std::string speaker;
    std::vector<std::string> a, b;  // verbs that only this text uses for the speaker
    std::string why;
  };
  std::vector<Verbs> verbs;
  /// For the shared statements in the order of the first text: their places in the second's order.
  std::vector<std::uint32_t> order;
  double same_order = 1;  // share of the pairs of shared statements that come in the same order
  std::uint32_t lead_a = no_index, lead_b = no_index;  // the links of the first sentences
};

struct ReportComparison {
  std::vector<SentenceLink> links;  // in the order of the first text
  std::vector<Fact> both, only_a, only_b;
  std::vector<Conflict> conflicts;
  std::vector<SharedEntity> entities;  // shared ones first
  std::vector<Voice> voices;           // those in both texts first, then by share
  std::vector<Borrowed> borrowed;
  Framing framing;
  double similarity = 0;  // share of the weight of both texts that stands in linked sentences
};

/// Share of the words of the shorter text that stand in runs of words that the longer one has too.
/// O(n).
double shared_text(std::string_view a, std::string_view b);
/// versions or reports.
CompareMode recognise_mode(std::string_view a, std::string_view b);

/// The same documents give the same answer on every machine. O(n).
ReportComparison compare_reports(const Document& a, const Document& b);

}  // namespace palimpsest
