// Which pronoun stood at a place: its form from the words beside it, whose pronoun from what it
// stands for and from which pronouns the text uses, inside quotations and outside.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace palimpsest {

/// Which pronouns can stand for somebody or something. None set: any.
struct InfillReferent {
  bool male = false, female = false, thing = false, several = false;

  bool any() const { return male || female || thing || several; }
};

enum class PronounFamily : std::uint8_t { he, she, it, they, i, we, you, who };
inline constexpr std::size_t pronoun_family_count = 8;

struct PronounForm {
  std::string_view text;
  PronounFamily family;
  bool subject, object, owner, reflexive;
};
std::span<const PronounForm> pronoun_forms();

/// Whether such a pronoun can stand for the referent; those of speakers can for anybody.
bool may_stand_for(PronounFamily family, InfillReferent referent);

/// How often each family stands in a text: outside of quotations, and inside.
using PronounCounts = std::array<std::array<std::uint32_t, pronoun_family_count>, 2>;

/// How often each family stands for the same somebody at other places, in thousandths.
using PronounUses = std::array<std::uint32_t, pronoun_family_count>;

/// Scores of the forms, in 1/1024 of the natural logarithm, from the scores that the words beside
/// the place give them.
std::vector<std::int32_t> weigh_pronouns(std::span<const std::int32_t> logs,
                                         InfillReferent referent, const PronounCounts& counts,
                                         bool quoted, const PronounUses& uses = {});

/// A place that lost a pronoun, so far as is known.
struct PronounSlot {
  std::vector<std::int32_t> logs;  // of the forms
  InfillReferent referent;
  bool quoted = false;
  std::uint32_t whose = 0;   // the same number: the same somebody
  std::uint32_t weight = 0;  // permille of belief in the pronoun
};

/// What the slots of the same somebody say of each: who is "he" at one place is hardly "it" at the
/// next. Apart inside and outside of quotations.
std::vector<PronounUses> agree_on_pronouns(std::span<const PronounSlot> slots,
                                           const PronounCounts& counts);

}  // namespace palimpsest
