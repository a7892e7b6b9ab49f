// What may stand for a candidate: pronouns by its kind, gender and number, and mentions of it.
#include "restore/evidence.h"

namespace palimpsest {
namespace {

bool plural(const PlaceReading& r, const Candidate& c) {
  for (std::uint32_t i = c.begin + 1; i + 1 < c.end; ++i)
    if (r.cells.word(i).lower == "and") return true;
  const CellWord& last = r.cells.word(c.end - 1);
  return last.lower.size() > 3 && last.lower.back() == 's' && !last.lower.ends_with("ss");
}

}  // namespace

Gender gender_of(const PlaceReading& r, const Candidate& c) {
  if (c.mention == no_index) return Gender::unknown;
  const std::uint32_t entity = r.text.mentions[c.mention].entity;
  return entity < r.text.entities.size() ? r.text.entities[entity].gender : Gender::unknown;
}

std::uint8_t pronoun_fit(const PlaceReading& r, const Candidate& c, ContextLook look,
                         PronounFor pronoun) {
  const bool person = look == ContextLook::person || look == ContextLook::surname;
  const bool thing = look == ContextLook::place || look == ContextLook::organisation;
  const Gender gender = gender_of(r, c);
  switch (pronoun) {
    case PronounFor::male:
      if (person) return gender == Gender::female ? 0 : 3;
      return thing ? 0 : 2;
    case PronounFor::female:
      if (person) return gender == Gender::male ? 0 : gender == Gender::female ? 3 : 2;
      return thing ? 0 : 2;
    case PronounFor::thing:
      return person ? 0 : plural(r, c) && !thing ? 2 : 3;
    case PronounFor::several:
      return plural(r, c) ? 3 : person ? 0 : 2;
    case PronounFor::speaker:
    case PronounFor::reader:
      return 1;
    case PronounFor::none:
      break;
  }
  return 0;
}

InfillReferent referent_of(const PlaceReading& r, std::size_t i) {
  const auto fits = [&](PronounFor pronoun) {
    return pronoun_fit(r, r.candidates.list[i], r.looks[i], pronoun) == 3;
  };
  return {fits(PronounFor::male), fits(PronounFor::female), fits(PronounFor::thing),
          fits(PronounFor::several)};
}

std::uint32_t mention_end(const PlaceReading& r, const Candidate& c, std::uint32_t cell) {
  if (r.cells.word(cell).pronoun != PronounFor::none) return cell + 1;
  bool same = true;
  for (std::uint32_t j = 0; same && j < c.end - c.begin; ++j)
    same = cell + j < c.begin && r.cells[cell + j].word == r.cells[c.begin + j].word;
  if (same) return cell + c.end - c.begin;
  std::uint32_t end = cell + 1;
  for (std::uint32_t from = cell; from < cell + 4 && from < c.begin; ++from) {
    const std::uint32_t m = r.candidates.mention_at[from];
    if (m != no_index && r.candidates.mentions[m].end <= c.begin) {
      end = std::max(end, r.candidates.mentions[m].end);
      from = r.candidates.mentions[m].end - 1;
    } else if (r.cells.word(from).role != WordClass::determiner && from > cell) {
      break;
    }
  }
  return std::min(end, c.begin);
}

std::uint8_t echo_at(const PlaceReading& r, const Candidate& c, std::uint32_t cell) {
  const Cells& cells = r.cells;
  if (cells[cell].blank) return 0;
  const CellWord& w = cells.word(cell);
  if (w.pronoun != PronounFor::none)
    return pronoun_fit(r, c, r.looks[static_cast<std::size_t>(&c - r.candidates.list.data())],
                       w.pronoun);
  if (!w.word) return 0;
  bool same = true;
  for (std::uint32_t j = 0; same && j < c.end - c.begin; ++j)
    same = cell + j < c.begin && cells[cell + j].word == cells[c.begin + j].word;
  if (same) return 4;
  const bool mention = r.candidates.mention_at[cell] != no_index;
  const bool article = w.role == WordClass::determiner || w.role == WordClass::possessive;
  if (!mention && !article && !w.capital) {
    // A noun alone stands for a candidate that ends with it.
    return cells[cell].word == cells[c.end - 1].word ? 3 : 0;
  }
  for (std::uint32_t j = cell; j < cell + 5 && j < c.begin; ++j) {
    const CellWord& here = cells.word(j);
    if (cells[j].blank || (!here.word && j > cell)) break;
    if (j > cell && !here.capital &&
        (here.role != WordClass::none || here.pronoun != PronounFor::none))
      break;
    if (here.role == WordClass::determiner || here.role == WordClass::preposition) continue;
    for (std::uint32_t own = c.begin; own < c.end; ++own)
      if (cells[own].word == cells[j].word && (here.capital || own + 1 == c.end)) return 3;
  }
  return mention || article || w.capital ? 1 : 0;
}

}  // namespace palimpsest
