// What a name and the words beside it say of a person's gender.
#pragma once

#include "cluster/entity.h"
#include "cluster/name.h"

namespace palimpsest {

/// From a title ("Mrs. Clinton"), a noun beside the name ("his wife Melania", "Conway, a former
/// actress") or, with a model, the given name where nearly all who bear it are of one gender. Given
/// names tell nothing of a name of one word, which may be a surname.
Gender gender_of_name(const ClusterText& text, CleanSpan span, const Name& name);

/// The gender of those who bear the given name; unknown without a model or where both bear it.
Gender gender_of_given_name(const ClusterText& text, const Name& name);

/// Per cent of women among those who bear the first word of the name as a given name; 255 where
/// that is not known, or the word is as well a surname.
std::uint8_t share_of_women(const ClusterText& text, CleanSpan name);

}  // namespace palimpsest
