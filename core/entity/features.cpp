// Tested by tests/core/tagger_test.cpp.
#include "entity/features.h"

#include <algorithm>

#include "model/hash.h"
#include "model/weights.h"

namespace palimpsest {
namespace {

void add(std::vector<Feature>& out, Template t, int part, std::uint64_t a, std::uint64_t b = 0,
         std::uint64_t c = 0) {
  const auto number = static_cast<std::uint64_t>(t) + static_cast<std::uint64_t>(part);
  const std::uint64_t h =
      mix_bits(mix_bits(a * 0x9E3779B97F4A7C15u + b + number * 0x632BE59BD9B4E019u) +
               c * 0xD6E8FEB86659FD93u);
  out.push_back(static_cast<Feature>(number << feature_bits) |
                static_cast<Feature>(h >> (64 - feature_bits)));
}

std::uint64_t code(Shape s) { return static_cast<std::uint64_t>(s); }

std::uint64_t bucket(std::uint64_t n) { return n < 4 ? n : n < 8 ? 4 : 5; }

class Context {
 public:
  Context(const NameText& text, std::size_t begin, std::size_t end, std::size_t i,
          std::vector<Feature>& out)
      : text_(text), begin_(begin), end_(end), i_(i), out_(out), w_(text.word(i)) {}

  void all() {
    neighbours();
    if (text_.run_end[i_] > text_.run_begin[i_]) run();
    if (text_.phrase[i_] != 0) put(Template::phrase, 0, text_.phrase[i_], code(w_.shape));
    if (w_.letters) document();
  }

 private:
  void put(Template t, int part, std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) {
    add(out_, t, part, (static_cast<std::uint64_t>(part) << 56) ^ a, b, c);
  }
  const Word& at(std::ptrdiff_t offset) const {
    const auto k = static_cast<std::ptrdiff_t>(i_) + offset;
    if (k < static_cast<std::ptrdiff_t>(begin_) || k >= static_cast<std::ptrdiff_t>(end_))
      return edge_word();
    return text_.word(static_cast<std::size_t>(k));
  }

  void neighbours() {
    const Word &a = at(-2), &b = at(-1), &n = at(1), &m = at(2);
    const std::uint64_t s = code(w_.shape), sb = code(b.shape), sn = code(n.shape);
    put2(Template::shapes, 0, sb, s);
    put2(Template::shapes, 1, s, sn);
    put2(Template::shapes, 2, sb << 8 | s, sn);
    put2(Template::shapes, 3, code(a.shape) << 8 | sb, s << 8 | sn);
    put2(Template::words, 0, b.lower, w_.lower);
    put2(Template::words, 1, w_.lower, n.lower);
    if (w_.letters) {
      put2(Template::words, 2, b.lower ^ (n.lower << 1), s);
      put2(Template::word_and_shape, 0, b.lower, s);
      put2(Template::word_and_shape, 1, n.lower, s);
      put2(Template::word_and_shape, 2, a.lower ^ (b.lower << 1), s);
      put2(Template::word_and_shape, 3, n.lower ^ (m.lower << 1), s);
      put2(Template::classes, 0, std::uint64_t{b.word_class} << 16 | w_.word_class, s);
      put2(Template::classes, 1, std::uint64_t{w_.word_class} << 16 | n.word_class, s);
      put2(Template::classes, 2, std::uint64_t{b.word_class} << 16 | n.word_class, s);
      put2(Template::classes, 3, std::uint64_t{b.facts} << 16 | w_.facts, s);
      put2(Template::classes, 4, std::uint64_t{w_.facts} << 16 | n.facts, s << 8 | sn);
    }
    put2(Template::start, 0, text_.first[i_], s);
    put2(Template::start, 1, static_cast<std::uint64_t>(w_.letter_case), s);
    const bool glued = text_.units.units[i_].glued;
    const bool next_glued = i_ + 1 < end_ && text_.units.units[i_ + 1].glued;
    if (glued || next_glued)
      put2(Template::glue, 0, (glued ? 1u : 0u) | (next_glued ? 2u : 0u), sb << 16 | s << 8 | sn);
  }
  void put2(Template t, int part, std::uint64_t a, std::uint64_t b) {
    add(out_, t, 0, a, b, static_cast<std::uint64_t>(part) + 1);
  }

  void run() {
    const std::size_t rb = text_.run_begin[i_], re = text_.run_end[i_];
    const auto word_at = [&](std::size_t k) -> const Word& {
      return k >= begin_ && k < end_ ? text_.word(k) : edge_word();
    };
    const Word &left = word_at(rb - 1), &right = word_at(re);
    const Word &first = text_.word(rb), &last = text_.word(re - 1);
    const std::uint64_t place = (i_ == rb ? 1u : 0u) | (i_ + 1 == re ? 2u : 0u);
    put2(Template::run_edge, 0, left.lower, place);
    put2(Template::run_edge, 1, right.lower, place);
    put2(Template::run_edge, 2, left.lower ^ (right.lower << 1), place);
    put2(Template::run_edge, 3, std::uint64_t{left.word_class} << 16 | right.word_class, place);
    put2(Template::run_shape, 0,
         std::min<std::size_t>(re - rb, 6) << 8 | std::min<std::size_t>(i_ - rb, 4),
         code(w_.shape));
    put2(Template::run_shape, 1, std::min<std::size_t>(re - rb, 6) << 8 | place,
         code(left.shape) << 8 | code(right.shape));
    if (re - rb < 2) return;
    put2(Template::run_word, 0, first.lower, place);
    put2(Template::run_word, 1, last.lower, place);
    put2(Template::run_word, 2, first.word_class, place);
    put2(Template::run_word, 3, last.word_class, place);
    put2(Template::run_word, 4, std::uint64_t{first.facts} << 8 | last.facts, place);
    put2(Template::run_word, 5, std::uint64_t{first.roles} << 16 | last.roles, place);
    std::uint64_t roles = 0;
    for (std::size_t k = rb; k < std::min(re, rb + 12); ++k) roles |= text_.word(k).roles;
    put2(Template::run_word, 6, roles, place);
  }

  /// How the same word is used elsewhere: this use is taken off the counts.
  void document() {
    const DocumentWords& d = text_.document;
    const DocumentWords::Counts& c = d.counts[d.type_of[text_.word_of[i_]]];
    const std::uint64_t s = code(w_.shape);
    const std::uint64_t lower = c.lower - (w_.name_like ? 0 : 1);
    const std::uint64_t capital = c.capital - (w_.name_like && !text_.first[i_] ? 1 : 0);
    const std::uint64_t first = c.capital_first - (w_.name_like && text_.first[i_] ? 1 : 0);
    if (lower + capital + first == 0) return;
    put2(Template::document_case, 0, bucket(lower) << 8 | bucket(capital),
         s << 1 | text_.first[i_]);
    if (!w_.name_like) return;
    const std::uint16_t own = d.use_bits[i_];
    for (std::size_t k = 0; k < use_count; ++k)
      if (c.uses[k] - (own >> k & 1) > 0) put2(Template::document_use, 0, k, s);
    const std::uint32_t other = c.first_unit != i_ ? c.first_unit : c.second_unit;
    if (other == DocumentWords::none) return;
    const std::size_t rb = text_.run_begin[other], re = text_.run_end[other];
    if (re - rb < 2) return;
    if (rb != other) put2(Template::document_beside, 0, text_.word(other - 1).lower, 0);
    if (re != other + 1) put2(Template::document_beside, 1, text_.word(other + 1).lower, 0);
    put2(Template::document_beside, 2, text_.word(re - 1).word_class, (rb == other ? 1u : 0u));
    put2(Template::document_beside, 3, text_.word(re - 1).roles, (rb == other ? 1u : 0u));
  }

  const NameText& text_;
  std::size_t begin_, end_, i_;
  std::vector<Feature>& out_;
  const Word& w_;
};

}  // namespace

const Word& edge_word() {
  static const Word edge{};
  return edge;
}

void add_feature(std::vector<Feature>& out, Template t, std::uint64_t a, std::uint64_t b,
                 std::uint64_t c) {
  add(out, t, 0, a, b, c);
}

void word_features(const Word& w, int offset, std::vector<Feature>& out) {
  const int part = offset + 2;
  const bool near = offset >= -1 && offset <= 1;
  add(out, Template::lower, part, w.lower);
  if (w.word_class != 0) add(out, Template::word_class, part, w.word_class, w.name_like);
  if (near) add(out, Template::shape, part, code(w.shape));
  if (near && w.facts != 0) add(out, Template::facts, part, w.facts, w.name_like);
  if (w.roles != 0) add(out, Template::roles, part, w.roles, w.name_like);
  if (offset != 0) {
    if (near && w.name_like && w.suffix[2] != 0)
      add(out, Template::suffix_beside, 0, w.suffix[2], static_cast<std::uint64_t>(part));
    return;
  }
  if (w.surface != 0) add(out, Template::surface, 0, w.surface);
  for (std::size_t n = 0; n < 4; ++n) {
    if (w.prefix[n] != 0) add(out, Template::prefix, 0, w.prefix[n], n, w.name_like);
    if (w.suffix[n] != 0) add(out, Template::suffix, 0, w.suffix[n], n, w.name_like);
  }
  for (unsigned k = 0; k < 8; ++k)
    if ((w.facts >> k & 1) != 0) add(out, Template::facts, part, 1000 + k, code(w.shape));
}

void context_features(const NameText& text, std::size_t begin, std::size_t end, std::size_t i,
                      std::vector<Feature>& out) {
  Context(text, begin, end, i, out).all();
}

}  // namespace palimpsest
