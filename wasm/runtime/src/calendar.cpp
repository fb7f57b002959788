/// \file
/// Dates for libc, which leaves them to JavaScript. A program is in one time zone, UTC: it prints the same everywhere.

#include <chrono>
#include <cstring>
#include <ctime>

namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::seconds;
using std::chrono::sys_seconds;

void split(std::time_t time, std::tm& result) {
  const sys_seconds moment{seconds{time}};
  const auto day = floor<days>(moment);
  const std::chrono::year_month_day date{day};
  const std::chrono::hh_mm_ss clock{moment - day};
  const std::chrono::sys_days new_year{date.year() / std::chrono::January / 1};
  result.tm_sec = static_cast<int>(clock.seconds().count());
  result.tm_min = static_cast<int>(clock.minutes().count());
  result.tm_hour = static_cast<int>(clock.hours().count());
  result.tm_mday = static_cast<int>(static_cast<unsigned>(date.day()));
  result.tm_mon = static_cast<int>(static_cast<unsigned>(date.month())) - 1;
  result.tm_year = static_cast<int>(date.year()) - 1900;
  result.tm_wday = static_cast<int>(std::chrono::weekday{day}.c_encoding());
  result.tm_yday = static_cast<int>((day - new_year).count());
  result.tm_isdst = 0;
  result.tm_gmtoff = 0;
}

/// The fields may be out of their ranges, and are put into them.
std::time_t join(std::tm& fields) {
  const std::chrono::months since{fields.tm_mon};
  const auto month = std::chrono::year{1900 + fields.tm_year} / std::chrono::January + since;
  const sys_seconds moment = std::chrono::sys_days{month / 1} + days{fields.tm_mday - 1} +
                             std::chrono::hours{fields.tm_hour} + std::chrono::minutes{fields.tm_min} +
                             seconds{fields.tm_sec};
  const auto time = static_cast<std::time_t>(moment.time_since_epoch().count());
  split(time, fields);
  return time;
}

}  // namespace

extern "C" {

void _gmtime_js(std::time_t time, std::tm* result) { split(time, *result); }
void _localtime_js(std::time_t time, std::tm* result) { split(time, *result); }
std::time_t _mktime_js(std::tm* fields) { return join(*fields); }
std::time_t _timegm_js(std::tm* fields) { return join(*fields); }
void _tzset_js(long* west_of_utc, int* has_summer_time, char* standard_name, char* daylight_name) {
  *west_of_utc = 0;
  *has_summer_time = 0;
  std::strcpy(standard_name, "UTC");
  std::strcpy(daylight_name, "UTC");
}
}
