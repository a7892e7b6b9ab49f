// Tested by tests/cases/repair/dateline.json.
#include "repair/calendar.h"

#include <algorithm>

#include "repair/word_set.h"

namespace palimpsest {
namespace {

/// A name or an abbreviation of it of at least three letters: "Sept" of "September".
bool is_of(std::string_view word, std::string_view name) {
  return word == name || (word.size() >= 3 && word.size() <= 4 && name.starts_with(word));
}

bool is_beside_a_date(std::string_view word) {
  static constexpr auto words =
      word_set("AM", "BST", "CET", "CST", "EDT", "EST", "ET", "GMT", "PDT", "PM", "PST", "PT",
               "Posted", "Published", "UTC", "Updated", "a", "am", "at", "m", "nd", "of", "on", "p",
               "pm", "rd", "st", "th");
  return words.contains(word);
}

bool is_letter_byte(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}  // namespace

bool is_month(std::string_view word) {
  static constexpr std::string_view names[] = {"January",   "February", "March",    "April",
                                               "May",       "June",     "July",     "August",
                                               "September", "October",  "November", "December"};
  return std::any_of(std::begin(names), std::end(names),
                     [&](std::string_view n) { return is_of(word, n); });
}

bool is_weekday(std::string_view word) {
  static constexpr std::string_view names[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                               "Friday", "Saturday", "Sunday"};
  return std::any_of(std::begin(names), std::end(names),
                     [&](std::string_view n) { return is_of(word, n); });
}

bool is_date_line(std::string_view line) {
  if (line.size() < 8 || line.size() > 60) return false;
  if (line.ends_with('.') && !line.ends_with(".m.")) return false;  // the end of a sentence
  bool month = false, digits = false;
  for (std::size_t at = 0; at < line.size();) {
    if (is_letter_byte(line[at])) {
      std::size_t end = at;
      while (end < line.size() && is_letter_byte(line[end])) ++end;
      const std::string_view word = line.substr(at, end - at);
      if (is_month(word))
        month = true;
      else if (!is_weekday(word) && !is_beside_a_date(word))
        return false;
      at = end;
      continue;
    }
    if (line[at] >= '0' && line[at] <= '9')
      digits = true;
    else if (std::string_view(" ,.:|-/()").find(line[at]) == std::string_view::npos)
      return false;
    ++at;
  }
  return month && digits;
}

}  // namespace palimpsest
