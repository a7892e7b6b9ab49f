#include "entity/calendar.h"

#include <doctest/doctest.h>

namespace palimpsest::tests {

TEST_CASE("day numbers go up by one from day to day over four hundred years") {
  std::int64_t expected = day_number({1800, 1, 1});
  int weekday = weekday_of({1800, 1, 1});
  CHECK(weekday == 3);  // a Wednesday
  for (int year = 1800; year < 2200; ++year)
    for (int month = 1; month <= 12; ++month)
      for (int day = 1; day <= days_in(year, month); ++day) {
        const Day one{year, month, day};
        REQUIRE(day_number(one) == expected);
        REQUIRE(day_of(expected) == one);
        REQUIRE(weekday_of(one) == weekday);
        ++expected;
        weekday = weekday % 7 + 1;
      }
  CHECK(day_number({1970, 1, 1}) == 0);
  CHECK(weekday_of({2016, 5, 5}) == 4);
}

TEST_CASE("leap years") {
  CHECK(is_leap(2000));
  CHECK(!is_leap(1900));
  CHECK(is_valid({2016, 2, 29}));
  CHECK(!is_valid({2015, 2, 29}));
  CHECK(is_valid({0, 2, 29}));  // of no year
  CHECK(!is_valid({2015, 13, 1}));
}

TEST_CASE("ISO 8601") {
  CHECK(iso_text({2016, 5, 5}) == "2016-05-05");
  CHECK(iso_text({2016, 5, 0}) == "2016-05");
  CHECK(iso_text({2016, 0, 0}) == "2016");
  CHECK(iso_text({0, 5, 5}) == "--05-05");
  CHECK(iso_text({0, 5, 0}) == "--05");
  CHECK(iso_text({}) == "");
  CHECK(read_iso_day("2016-05-05") == Day{2016, 5, 5});
  for (const char* odd :
       {"", "2016-05", "2016-13-01", "2016-02-30", "20a6-05-05", "0000-01-01", "2016/05/05"})
    CHECK(!read_iso_day(odd));
}

}  // namespace palimpsest::tests
