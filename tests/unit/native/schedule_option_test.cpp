#include <asyncio/asyncio.hpp>
#include <asyncio/testing.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <string>
#include <thread>

#include "schedule/chance.hpp"

using namespace asyncio;
using namespace std::chrono_literals;

namespace {

Coro<void> writer(std::string& text, char letter) {
  co_await sleep(1h);
  text += letter;
}

Coro<std::string> letters() {
  std::string text;
  co_await gather(writer(text, 'a'), writer(text, 'b'), writer(text, 'c'), writer(text, 'd'));
  co_return text;
}

/// On a thread of its own, as a schedule is that of all loops of a thread. \returns what `runs` runs of it gave
std::string under(const char* schedule, int runs = 1) {
  ::setenv("ASYNCIO_SCHEDULE", schedule, 1);
  std::string text;
  std::thread([&] {
    try {
      for (int i = 0; i < runs; ++i) text += run(letters());
    } catch (const std::invalid_argument& error) {
      text = error.what();
    }
  }).join();
  ::unsetenv("ASYNCIO_SCHEDULE");
  return text;
}

}  // namespace

TEST_CASE("ASYNCIO_SCHEDULE runs a program as explore() did, with virtual time") {
  CHECK(under("fifo") == "abcd");
  const testing::Exploration found = testing::explore(letters, {.runs = 300});
  REQUIRE(found.groups.size() == 24);
  for (const auto& [run, count] : found.groups)
    CHECK(under(testing::to_string(run.schedule).c_str()) + '\n' == run.output);
}

TEST_CASE("Chance is the same as in JavaScript") {
  detail::Chance chance(7);
  // As wasm/tests/orders.test.ts has it.
  for (const std::size_t expected : {609u, 933u, 66u, 487u, 376u, 409u, 112u, 430u})
    CHECK(chance.below(1000) == expected);
}

TEST_CASE("ASYNCIO_SCHEDULE gives what it gives in WebAssembly, by seed and by deviations, from one loop to the next") {
  // As wasm/tests/schedules.test.ts has it.
  const std::pair<const char*, const char*> expected[] = {{"fifo", "abcdabcd"},   {"seed=1", "bcdaadbc"},
                                                          {"seed=2", "bdcacbda"}, {"seed=3", "cdbaabdc"},
                                                          {"seed=4", "dbacbcda"}, {"2.0:1,13.2:1", "bacdabdc"}};
  for (const auto& [schedule, text] : expected) CHECK(under(schedule, 2) == text);
}

TEST_CASE("ASYNCIO_SCHEDULE that is none is refused, and told") {
  CHECK(under("seed=x") == "not a schedule: 'seed=x'; one looks like 3.0:1,7.2:1, fifo, or seed=7");
}
