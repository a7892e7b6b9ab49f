// What the infill model says of the places that were found, each name's places together.
#include <map>

#include "restore/places.h"
#include "restore/restore_model.h"

namespace palimpsest {
namespace {

InfillReferent referent_of(const DamagedText& damaged, const OverwrittenPlace& place) {
  if (place.plural) return {.several = true};
  if (place.mention == no_index) return {.thing = true};
  const Mention& mention = damaged.mentions[place.mention];
  if (mention.kind == EntityKind::person) {
    const Gender gender = mention.entity < damaged.entities.size()
                              ? damaged.entities[mention.entity].gender
                              : Gender::unknown;
    return {.male = gender != Gender::female, .female = gender != Gender::male};
  }
  if (mention.kind == EntityKind::norp) return {.several = true};
  if (mention.kind == EntityKind::organisation) return {.thing = true, .several = true};
  return {.thing = true};
}

}  // namespace

std::vector<PlaceLook> look_at_places(const DamagedText& damaged, const SolvedPlaces& places) {
  const Infill& infill = damaged.restore_model->infill();
  std::map<std::string_view, std::uint32_t> names;
  std::vector<PlaceLook> looks;
  std::vector<PronounSlot> slots;
  for (const OverwrittenPlace& place : places.found) {
    const auto [first, last] = places.words.words_at(place.span);
    const auto name =
        names.try_emplace(damaged.of(place.span), static_cast<std::uint32_t>(names.size()));
    PlaceLook& at = looks.emplace_back();
    at.look = infill.look(places.words, first, last);
    at.referent = referent_of(damaged, place);
    slots.push_back({infill.pronoun_logs(at.look), at.referent, at.look.quoted, name.first->second,
                     at.any() ? 1000u - place.drift : 0u});
  }
  const std::vector<PronounUses> uses = agree_on_pronouns(slots, places.words.pronouns);
  for (std::size_t i = 0; i < looks.size(); ++i) looks[i].uses = uses[i];
  return looks;
}

}  // namespace palimpsest
