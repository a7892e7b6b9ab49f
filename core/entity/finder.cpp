// Tested by tests/core/names_test.cpp.
#include "entity/finder.h"

#include <algorithm>
#include <numeric>

#include "text/order.h"

namespace palimpsest {

namespace {

/// Dated, counted or measured.
bool is_amount(EntityKind kind) { return !is_named(kind) && kind != EntityKind::role; }
/// What is always a part of the amount or date around it: the number of "[500] Canadian dollars".
bool is_part_of_amount(EntityKind kind) {
  return is_amount(kind) && kind != EntityKind::date && kind != EntityKind::time &&
         kind != EntityKind::money;
}

}  // namespace

void Mentions::add(CleanSpan span, std::uint8_t confidence, std::string why, bool nests) {
  if (span.empty()) return;
  found_.push_back({.span = span, .kind = kind_, .confidence = confidence, .why = std::move(why)});
  nests_.push_back(nests);
  holders_.emplace_back();
}

void Mentions::add_other(EntityKind kind, CleanSpan span, std::uint8_t confidence,
                         std::string why) {
  if (span.empty()) return;
  found_.push_back({.span = span, .kind = kind, .confidence = confidence, .why = std::move(why)});
  nests_.push_back(true);
  holders_.emplace_back();
}

void Mentions::add_role(CleanSpan span, CleanSpan holder, std::uint8_t confidence,
                        std::string why) {
  if (span.empty()) return;
  found_.push_back(
      {.span = span, .kind = EntityKind::role, .confidence = confidence, .why = std::move(why)});
  nests_.push_back(false);
  holders_.push_back(holder);
}

void Mentions::set_facet(Facet facet) {
  if (!found_.empty()) found_.back().facet = facet;
}

void Mentions::set_value(std::string value) {
  if (!found_.empty()) found_.back().value = std::move(value);
}

std::vector<Mention> Mentions::settle() && {
  // In the order of the text, longer ones first, then by row: of equal spans the first one stays.
  std::vector<std::uint32_t> order(found_.size());
  std::iota(order.begin(), order.end(), 0U);
  sort_by(order, [&](std::uint32_t i) { return static_cast<std::uint64_t>(found_[i].kind); });
  sort_by(order, [&](std::uint32_t i) { return outer_first(found_[i].span); });
  // `open` holds the kept ones around the present place, the innermost last. One that loses to a
  // later row's neighbour has to be taken out again, so they are marked and gathered at the end.
  std::vector<bool> dropped(found_.size(), false);
  std::vector<std::uint32_t> open;
  for (const std::uint32_t i : order) {
    const Mention& one = found_[i];
    while (!open.empty() &&
           (dropped[open.back()] || found_[open.back()].span.end <= one.span.begin))
      open.pop_back();
    for (std::size_t at = open.size(); at-- > 0 && !dropped[i];) {
      const std::uint32_t j = open[at];
      const Mention& other = found_[j];
      if (dropped[j] || other.span.end <= one.span.begin) continue;
      const bool same = other.span == one.span;
      if (!same && other.span.contains(one.span) && (nests_[i] || nests_[j]) &&
          !(is_part_of_amount(one.kind) && is_amount(other.kind)))
        continue;
      if (other.kind <= one.kind)
        dropped[i] = true;
      else
        dropped[j] = true;
    }
    if (!dropped[i]) open.push_back(i);
  }
  // `order` without the dropped ones, and where each of them went. A role without its holder goes.
  std::vector<std::uint32_t> staying, place(found_.size(), no_index),
      holder(found_.size(), no_index);
  for (const std::uint32_t i : order)
    if (!dropped[i] && found_[i].kind != EntityKind::role) staying.push_back(i);
  const auto holder_of = [&](std::uint32_t role) {
    const CleanSpan span = holders_[role];
    for (auto at = std::partition_point(
             staying.begin(), staying.end(),
             [&](std::uint32_t i) { return found_[i].span.begin < span.begin; });
         at != staying.end() && found_[*at].span.begin == span.begin; ++at)
      if (found_[*at].span == span && found_[*at].kind == EntityKind::person) return *at;
    return no_index;
  };
  std::uint32_t count = 0;
  for (const std::uint32_t i : order) {
    if (found_[i].kind == EntityKind::role && !holders_[i].empty() && !dropped[i]) {
      holder[i] = holder_of(i);
      dropped[i] = holder[i] == no_index;
    }
    if (!dropped[i]) place[i] = count++;
  }
  std::vector<Mention> kept;
  kept.reserve(count);
  std::vector<std::uint32_t> around;
  for (const std::uint32_t i : order) {
    if (dropped[i]) continue;
    if (holder[i] != no_index) found_[i].holder = place[holder[i]];
    Mention& one = kept.emplace_back(std::move(found_[i]));
    while (!around.empty() && kept[around.back()].span.end <= one.span.begin) around.pop_back();
    if (!around.empty()) one.inside = around.back();
    around.push_back(static_cast<std::uint32_t>(kept.size() - 1));
  }
  return kept;
}

std::span<const EntityFinder> entity_finders() {
  static constexpr EntityFinder rows[] = {
#define ENTITY(name, ...) {EntityKind::name, &finders::name::find},
#include "entity/entities.def"
  };
  return rows;
}

}  // namespace palimpsest
