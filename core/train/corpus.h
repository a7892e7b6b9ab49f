// Annotated texts as they lie in JSON Lines files, and the labels that they allow for each unit.
//
//     {"id","corpus","text","entities":[{"start","end","type"}],"unsure":[[s,e]]}   code points
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "entity/features.h"
#include "text/span.h"

namespace palimpsest::train {

/// Kinds of the scorer. `other`: dates and what else is no name here.
enum class GoldType : std::uint8_t { person, organisation, place, norp, misc, other };

struct Gold {
  CleanSpan span;  // bytes of the text
  GoldType type = GoldType::other;
};

struct AnnotatedText {
  std::string id, text;
  std::vector<Gold> gold;
  std::vector<CleanSpan> unsure;  // any label may be right here
};

enum class Recase : std::uint8_t { none, upper, title, lower };

/// Documents of a file, each in another case if asked (letter by letter, lengths in code points
/// stay). Throws std::runtime_error with the file and line of what cannot be read.
std::vector<AnnotatedText> read_corpus(const std::string& path, Recase recase = Recase::none);

/// What a corpus leaves open: which kinds of names it does not mark at all.
struct Scheme {
  bool marks_misc = true;
  bool marks_norp = true;
};

/// A bit for each label that the annotation allows, for each unit of the text.
std::vector<std::uint32_t> allowed_labels(const AnnotatedText& document, const NameText& read,
                                          const Scheme& scheme);

/// The span without what annotation schemes disagree on: articles, titles before a person, marks at
/// the edges, a possessive 's. The same for gold and for found names, in training and in scoring.
CleanSpan bare_span(std::string_view text, CleanSpan span, GoldType type);

}  // namespace palimpsest::train
