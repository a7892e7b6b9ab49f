#include "repair/number_words.h"

#include "repair/word_set.h"

namespace palimpsest {
namespace {

constexpr auto scales =
    word_set("thousand", "million", "millions", "billion", "billions", "trillion", "trillions",
             "quadrillion", "m", "mn", "mln", "bn", "tn", "trn", "k", "crore", "lakh");

// SI and customary units by name and sign, and currencies by name.
constexpr auto units = word_set(
    "percent", "per", "percentage", "points", "point", "degrees", "degree", "times", "times",
    "meter", "meters", "metre", "metres", "kilometer", "kilometers", "kilometre", "kilometres",
    "centimeter", "centimeters", "centimetre", "centimetres", "millimeters", "millimetres", "mile",
    "miles", "foot", "feet", "inch", "inches", "yard", "yards", "acre", "acres", "hectare",
    "hectares", "gram", "grams", "kilogram", "kilograms", "kilo", "kilos", "ton", "tons", "tonne",
    "tonnes", "pound", "pounds", "ounce", "ounces", "liter", "liters", "litre", "litres", "gallon",
    "gallons", "pint", "pints", "watt", "watts", "kilowatts", "megawatts", "gigawatts", "volts",
    "hertz", "bytes", "kilobytes", "megabytes", "gigabytes", "terabytes", "magnitude", "km", "cm",
    "mm", "kg", "mg", "lb", "lbs", "oz", "ft", "mph", "kph", "mw", "gw", "kw", "mhz", "ghz", "mb",
    "gb", "tb", "psu", "hours", "hour", "minutes", "seconds", "second", "years", "months", "weeks",
    "days", "euro", "euros", "dollar", "dollars", "pence", "penny", "cents", "cent", "yen", "yuan",
    "rupees", "roubles", "rubles", "francs", "pesos", "kronor", "kroner", "lira", "won", "rand",
    "shekels", "dirhams", "reais", "baht", "usd", "eur", "gbp", "barrels", "shares", "inhabitants",
    "people", "votes");

constexpr auto numbered_things = word_set(
    "act", "acts", "age", "ages", "aged", "appendix", "article", "articles", "bus", "buses", "case",
    "cases", "channel", "channels", "chapter", "chapters", "chap", "clause", "clauses", "column",
    "columns", "day", "days", "district", "districts", "episode", "episodes", "equation",
    "equations", "exercise", "exercises", "exhibit", "exit", "exits", "fig", "figs", "figure",
    "figures", "flight", "flights", "floor", "floors", "footnote", "footnotes", "gate", "gates",
    "grade", "grades", "highway", "highways", "interstate", "issue", "issues", "item", "items",
    "junction", "junctions", "lesson", "lessons", "level", "levels", "line", "lines", "lot", "lots",
    "no", "nos", "note", "notes", "number", "numbers", "option", "options", "page", "pages", "p",
    "pp", "para", "paras", "paragraph", "paragraphs", "part", "parts", "phase", "phases",
    "platform", "platforms", "psalm", "psalms", "question", "questions", "room", "rooms", "round",
    "rounds", "route", "routes", "row", "rows", "rule", "rules", "scene", "scenes", "season",
    "seasons", "seat", "seats", "section", "sections", "size", "sizes", "step", "steps", "table",
    "tables", "terminal", "terminals", "track", "tracks", "unit", "units", "verse", "verses",
    "version", "versions", "vol", "vols", "volume", "volumes", "ward", "wards", "week", "weeks",
    "year", "years", "zone", "zones");

}  // namespace

bool is_scale(std::string_view word) { return scales.contains(LowerWord(word)); }
bool is_unit(std::string_view word) { return units.contains(LowerWord(word)); }
bool is_numbered_thing(std::string_view word) { return numbered_things.contains(LowerWord(word)); }

}  // namespace palimpsest
