// Tested by tests/core/quote_marks_test.cpp.
#include "repair/quote_words.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "repair/word_set.h"
#include "text/unicode.h"
#include "text/utf8.h"
#include "token/token.h"

namespace palimpsest {
namespace {

// All lists are sorted: they are searched by halves.
constexpr auto certain_elisions =
    word_set("bacca", "baccy", "bout", "bove", "burbs", "cause", "cept", "cos", "coz", "cuz", "dya",
             "em", "fess", "gainst", "kay", "larum", "lectric", "lowed", "merican", "mid", "mongst",
             "n", "nam", "neath", "nother", "nough", "nuff", "nuther", "ooman", "pon", "pothecary",
             "prentice", "sblood", "scape", "scuse", "sdeath", "specially", "spect", "spose",
             "stead", "strewth", "struth", "swounds", "tain", "tention", "til", "tis", "tisn",
             "tisnt", "tother", "twas", "twasnt", "tween", "twere", "tweren", "twill", "twixt",
             "twon", "twould", "twouldn", "uns", "vantage", "zat", "zounds");

constexpr auto possible_elisions = word_set(
    "ab", "abit", "ack", "ad", "alf", "alfpenny", "ammer", "and", "ands", "angin", "angs", "appen",
    "appened", "appens", "appy", "ard", "arold", "arry", "as", "at", "ate", "ats", "ave", "aven",
    "aving", "cello", "coon", "droid", "e", "ead", "eads", "eap", "ear", "eard", "eart", "eaven",
    "eavy", "edge", "eels", "een", "eh", "ell", "ello", "elp", "enry", "er", "erbert", "ere", "ers",
    "erself", "fore", "fraid", "gator", "gin", "ho", "igh", "igher", "im", "imself", "is", "itting",
    "ole", "ollow", "oly", "ome", "omes", "onest", "onor", "onour", "oo", "ood", "ook", "ope",
    "oped", "opes", "orrible", "orse", "orses", "ospital", "ot", "otel", "oughts", "ouse", "ouses",
    "ow", "phone", "plane", "possum", "puter", "roids", "roo", "round", "s", "shun", "till", "tude",
    "twixt", "ud", "ullo", "umble", "un", "undred", "undreds", "unger", "ungry", "unt", "urry",
    "urt", "urts", "usband", "usbands", "ush");

constexpr auto certain_cuts =
    word_set("an", "d", "fo", "i", "jus", "mo", "o", "ol", "th", "tha", "thro", "wi", "yo");

constexpr std::string_view clitics[] = {"d", "ll", "m", "re", "s", "t", "ve"};

constexpr auto speech_verbs = word_set(
    "added", "adds", "admitted", "agreed", "announced", "answered", "argued", "argues", "asked",
    "asks", "began", "called", "claimed", "commented", "concluded", "continued", "cried",
    "declared", "exclaimed", "explained", "explains", "insisted", "murmured", "noted", "notes",
    "observed", "read", "recalled", "remarked", "repeated", "replied", "replies", "reported",
    "responded", "said", "says", "shouted", "stated", "suggested", "tells", "thought", "told",
    "tweeted", "warned", "went", "whispered", "writes", "wrote", "yelled");

template <std::size_t N>
constexpr bool is_sorted(const std::string_view (&list)[N]) {
  for (std::size_t i = 1; i < N; ++i)
    if (!(list[i - 1] < list[i])) return false;
  return true;
}

/// The word in small letters if it is short and ASCII, else empty.
struct Small {
  std::array<char, 12> letters{};
  std::size_t size = 0;
  explicit Small(std::string_view word) {
    if (word.size() > letters.size()) return;
    for (const char c : word) {
      const bool upper = c >= 'A' && c <= 'Z';
      if (!upper && !(c >= 'a' && c <= 'z')) {
        size = 0;
        return;
      }
      letters[size++] = upper ? static_cast<char>(c - 'A' + 'a') : c;
    }
  }
  std::string_view view() const { return {letters.data(), size}; }
};

template <std::size_t N>
bool holds(const std::string_view (&list)[N], std::string_view word) {
  return std::binary_search(std::begin(list), std::end(list), word);
}

}  // namespace

Elision elision_before(std::string_view word) {
  const Small small(word);
  if (certain_elisions.contains(small.view())) return Elision::certain;
  return possible_elisions.contains(small.view()) ? Elision::possible : Elision::none;
}

Elision elision_after(std::string_view word) {
  const Small small(word);
  if (certain_cuts.contains(small.view())) return Elision::certain;
  const bool cut = word.ends_with("s") || word.ends_with("S") || word.ends_with("z") ||
                   word.ends_with("x") || (word.size() > 3 && word.ends_with("in"));
  return cut ? Elision::possible : Elision::none;
}

bool is_clitic(std::string_view word) { return holds(clitics, Small(word).view()); }

bool is_speech_verb(std::string_view word) { return speech_verbs.contains(Small(word).view()); }

}  // namespace palimpsest
