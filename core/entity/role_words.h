// The vocabulary of titles and roles. Read by the finder of roles, by the corrections of the
// tagger's names and by whoever asks whether a word says what somebody is.
#pragma once

#include <cstdint>
#include <string_view>

namespace palimpsest {

/// How a word ends a title (role_words.def says more). office: with a capital only, or behind
/// another word of a title ("General Petraeus", "attorney general", not "in general").
enum class RoleUse : std::uint8_t { none, title, job, office, rank };

/// The use of a word, in any case, singular or plural ("senators").
RoleUse role_use(std::string_view word);
/// True for the plural of a word that ends a title: "presidents", "Sens".
bool is_plural_role(std::string_view word);
/// True for a word that stands before another word of a title: "former", "vice", "press".
bool is_role_modifier(std::string_view word);
/// True for what somebody is secretary, minister or chief of: "State", "defence", "staff".
bool is_office(std::string_view word);
/// True for a form of address that says nothing of an office: "Mr", "Dr", "Sir".
bool is_honorific(std::string_view word);

}  // namespace palimpsest
