#include "repair/smiley.h"

namespace palimpsest {
namespace {

/// How far a bracket's partner is looked for: a sentence.
constexpr std::size_t reach = 60;

bool closes_one(const Near& near, std::size_t mouth) {
  int depth = 0;
  for (std::size_t i = mouth - 1; i + reach >= mouth && !near.edge(i); --i) {
    if (near[i].is(')')) ++depth;
    if (near[i].is('(') && depth-- == 0) return true;
  }
  return false;
}

bool is_closed(const Near& near, std::size_t mouth) {
  for (std::size_t i = mouth + 1; i <= mouth + reach && !near.edge(i); ++i)
    if (near[i].is(')')) return true;
  return false;
}

}  // namespace

std::size_t smiley_end(const Near& near, std::size_t i) {
  if (!(near[i].is(':') || near[i].is(';')) || !near.open(i - 1)) return 0;
  std::size_t mouth = near.next(i);
  const bool nose = near[mouth].is('-');
  if (nose) mouth = near.next(mouth);
  if (near[mouth].is(')') && !closes_one(near, mouth)) return mouth;
  if (near[mouth].is('(') && !is_closed(near, mouth) && (nose || near.edge(near.next(mouth))))
    return mouth;
  return 0;
}

}  // namespace palimpsest
