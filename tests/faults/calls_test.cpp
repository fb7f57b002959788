#include <catch2/catch_test_macros.hpp>
#include <string>

#include "failing_allocations.hpp"
#include "failing_calls.hpp"
#include "figures.hpp"
#include "outcome.hpp"
#include "scenario.hpp"
#include "support/descriptors.hpp"

namespace {

/// \returns whether as many calls as that were made at all
bool fail_at(const Scenario& scenario, long number, std::size_t choice) {
  const long before = live_allocations();
  const std::size_t descriptors = open_descriptors();
  std::string call;
  {
    Attempt went;
    {
      const FailingCalls failing(number, choice);
      went = attempt(scenario);
      if (failing.failed()) call = failing.failed();
    }
    INFO(scenario.name << ", system call " << number << ", " << call << ", error " << choice);
    INFO(describe(went));
    CHECK_FALSE(went.stuck);
    // What is not right has a reason. That a child does not read is kept back by communicate(), as CPython's does.
    CHECK((!contains<Wrong>(went.error) || !went.log.empty() || call == "send"));
    if (call.empty()) CHECK(!went.error);
  }
  wait_for_the_rest();
  const long leaked = live_allocations() - before;
  INFO(scenario.name << ", system call " << number << ", " << call << ", error " << choice);
  CHECK(leaked == 0);
  CHECK(open_descriptors() == descriptors);
  if (!call.empty()) ++figures().system_calls[call];
  return !call.empty();
}

void fail_each(const std::vector<Scenario>& scenarios) {
  for (const Scenario& scenario : scenarios) {
    // What is made at the first use is made.
    const Attempt whole = attempt(scenario);
    REQUIRE((!whole.error && !whole.stuck));
    wait_for_the_rest();
    for (const std::size_t choice : {0U, 1U})
      for (long number = 1; fail_at(scenario, number, choice); ++number) {
      }
  }
}

}  // namespace

TEST_CASE("Whichever system call fails, threads lose nothing") { fail_each(thread_scenarios()); }
TEST_CASE("Whichever system call fails, sockets lose nothing") { fail_each(socket_scenarios()); }
TEST_CASE("Whichever system call fails, processes lose nothing") { fail_each(process_scenarios()); }
