// Tested by tests/core/offset_map_test.cpp. The composition is the one of prosemirror-changeset
// (change.ts), for spans.
#include "text/offset_map.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace palimpsest {
namespace {

// The same walk for both directions: `From` and `To` pick the side of a piece.
template <class FromSpan, class ToSpan, class From, class To>
ToSpan map_span(const std::vector<Replaced>& pieces, FromSpan span, From from, To to) {
  // The first piece that is not wholly before the span's begin. An empty piece at the begin of a
  // span that is not empty lies before the span: the span's first character is kept.
  const auto begin_piece =
      std::partition_point(pieces.begin(), pieces.end(), [&](const Replaced& r) {
        const auto s = from(r);
        return s.end < span.begin || (s.end == span.begin && !(s.empty() && span.empty()));
      });
  const auto end_piece = std::partition_point(begin_piece, pieces.end(), [&](const Replaced& r) {
    const auto s = from(r);
    return s.begin < span.end || (s.begin == span.end && s.empty() && span.empty());
  });
  const auto shifted = [&](std::uint32_t at, auto next) {  // `at` is kept text before piece `next`
    if (next == pieces.begin()) return at;
    const Replaced& before = *std::prev(next);
    return at - from(before).end + to(before).end;
  };
  ToSpan result;
  const bool begin_inside = begin_piece != pieces.end() && begin_piece != end_piece &&
                            from(*begin_piece).begin <= span.begin;
  result.begin = begin_inside ? to(*begin_piece).begin : shifted(span.begin, begin_piece);
  const bool end_inside = end_piece != begin_piece && from(*std::prev(end_piece)).end >= span.end;
  result.end = end_inside ? to(*std::prev(end_piece)).end : shifted(span.end, end_piece);
  return result;
}

SourceSpan source_of(const Replaced& r) { return r.source; }
CleanSpan clean_of(const Replaced& r) { return r.clean; }

}  // namespace

OffsetMap::OffsetMap(std::vector<Replaced> pieces) : pieces_(std::move(pieces)) {
#ifndef NDEBUG
  Replaced last;
  for (const Replaced& r : pieces_) {
    assert(r.source.begin >= last.source.end && r.clean.begin >= last.clean.end);
    assert(r.source.begin - last.source.end == r.clean.begin - last.clean.end);
    assert(r.source.begin <= r.source.end && r.clean.begin <= r.clean.end);
    last = r;
  }
#endif
}

CleanSpan OffsetMap::to_clean(SourceSpan span) const {
  return map_span<SourceSpan, CleanSpan>(pieces_, span, source_of, clean_of);
}

SourceSpan OffsetMap::to_source(CleanSpan span) const {
  return map_span<CleanSpan, SourceSpan>(pieces_, span, clean_of, source_of);
}

OffsetMap compose(const OffsetMap& first, const OffsetMap& second, std::vector<Origin>* origins) {
  const std::vector<Replaced>&a = first.pieces(), &b = second.pieces();
  std::vector<Replaced> pieces;
  pieces.reserve(a.size() + b.size());
  if (origins) origins->clear();
  std::uint32_t i = 0, j = 0;
  // Both maps meet in the middle text: a's clean side, b's source side.
  while (i < a.size() || j < b.size()) {
    Origin origin{i, i, j, j};
    const bool a_first = j == b.size() || (i < a.size() && a[i].clean.begin < b[j].source.begin) ||
                         (i < a.size() && a[i].clean.begin == b[j].source.begin &&
                          a[i].clean.end <= b[j].source.end);
    std::uint32_t begin = a_first ? a[i].clean.begin : b[j].source.begin;
    std::uint32_t end = a_first ? a[i].clean.end : b[j].source.end;
    a_first ? ++i : ++j;
    const auto joins = [&](std::uint32_t other_begin, std::uint32_t other_end) {
      return other_begin < end || (other_begin == end && begin == end && other_begin == other_end);
    };
    for (bool grown = true; grown;) {
      grown = false;
      if (i < a.size() && joins(a[i].clean.begin, a[i].clean.end)) {
        end = std::max(end, a[i++].clean.end);
        grown = true;
      }
      if (j < b.size() && joins(b[j].source.begin, b[j].source.end)) {
        end = std::max(end, b[j++].source.end);
        grown = true;
      }
    }
    origin.first_end = i;
    origin.second_end = j;
    // The middle span reaches from begin to end; its ends lie in kept text of one map or at a
    // piece's edge of it.
    const auto source_at = [&](std::uint32_t at, std::uint32_t piece, bool is_begin) {
      if (is_begin && piece < origin.first_end && a[piece].clean.begin == at)
        return a[piece].source.begin;
      if (!is_begin && origin.first_end > origin.first_begin &&
          a[origin.first_end - 1].clean.end == at)
        return a[origin.first_end - 1].source.end;
      const std::uint32_t before = is_begin ? origin.first_begin : origin.first_end;
      return before == 0 ? at : at - a[before - 1].clean.end + a[before - 1].source.end;
    };
    const auto clean_at = [&](std::uint32_t at, std::uint32_t piece, bool is_begin) {
      if (is_begin && piece < origin.second_end && b[piece].source.begin == at)
        return b[piece].clean.begin;
      if (!is_begin && origin.second_end > origin.second_begin &&
          b[origin.second_end - 1].source.end == at)
        return b[origin.second_end - 1].clean.end;
      const std::uint32_t before = is_begin ? origin.second_begin : origin.second_end;
      return before == 0 ? at : at - b[before - 1].source.end + b[before - 1].clean.end;
    };
    Replaced piece;
    piece.source = {source_at(begin, origin.first_begin, true),
                    source_at(end, origin.first_end, false)};
    piece.clean = {clean_at(begin, origin.second_begin, true),
                   clean_at(end, origin.second_end, false)};
    if (piece.source.empty() && piece.clean.empty()) continue;  // inserted, then deleted again
    pieces.push_back(piece);
    if (origins) origins->push_back(origin);
  }
  return OffsetMap(std::move(pieces));
}

}  // namespace palimpsest
