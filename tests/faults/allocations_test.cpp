#include <catch2/catch_test_macros.hpp>
#include <new>

#include "failing_allocations.hpp"
#include "figures.hpp"
#include "outcome.hpp"
#include "scenario.hpp"
#include "support/descriptors.hpp"

namespace {

bool told_of(const Attempt& attempt) {
  return contains<std::bad_alloc>(attempt.error) || attempt.log.find("bad_alloc") != std::string_view::npos ||
         attempt.log.find("out of memory") != std::string_view::npos;
}

/// Of what is said of one attempt.
constexpr std::size_t most_text = 100'000;

/// What is to be known of an attempt, without what it has allocated.
struct FailedAttempt {
  FailedAttempt(const Scenario& scenario, long first, long count, std::string& text) {
    Attempt went;
    {
      const FailingAllocations failing(first, count);
      went = attempt(scenario);
      failures = failing.failed();
    }
    stuck = went.stuck;
    right_or_told = !went.error || told_of(went);
    text.assign(describe(went), 0, most_text);
  }
  long failures = 0;
  bool stuck = false;
  bool right_or_told = false;
};

/// \returns whether as many allocations as that were made at all
bool fail_at(const Scenario& scenario, long first, long failures) {
  std::string went;
  went.reserve(most_text);
  const long before = live_allocations();
  const std::size_t descriptors = open_descriptors();
  const FailedAttempt failed(scenario, first, failures, went);
  wait_for_the_rest();
  const long leaked = live_allocations() - before;
  INFO(scenario.name << ", allocation " << first << " and " << failures - 1 << " more: " << went);
  CHECK_FALSE(failed.stuck);
  CHECK(failed.right_or_told);
  CHECK(leaked == 0);
  CHECK(open_descriptors() == descriptors);
  figures().allocations += failed.failures;
  return failed.failures > 0;
}

}  // namespace

void fail_each_allocation(const std::vector<Scenario>& scenarios) {
  for (const Scenario& scenario : scenarios) {
    ++figures().scenarios;
    const Attempt whole = attempt(scenario);
    INFO(scenario.name << ": " << describe(whole));
    REQUIRE((!whole.error && !whole.stuck));
    wait_for_the_rest();
    for (const long failures : {1, 3})
      for (long first = 1; fail_at(scenario, first, failures); ++first) {
      }
  }
}

TEST_CASE("Whichever allocation fails, tasks end right or by bad_alloc", "[alone]") {
  fail_each_allocation(task_scenarios());
}
TEST_CASE("Whichever allocation fails, groups end right or by bad_alloc", "[alone]") {
  fail_each_allocation(group_scenarios());
}
TEST_CASE("Whichever allocation fails, locks and queues end right or by bad_alloc", "[alone]") {
  fail_each_allocation(lock_scenarios());
}
TEST_CASE("Whichever allocation fails, callbacks end right or by bad_alloc", "[alone]") {
  fail_each_allocation(callback_scenarios());
}
TEST_CASE("Whichever allocation fails, generators end right or by bad_alloc", "[alone]") {
  fail_each_allocation(generator_scenarios());
}
TEST_CASE("Whichever allocation fails, memory streams end right or by bad_alloc", "[alone]") {
  fail_each_allocation(memory_stream_scenarios());
}
TEST_CASE("Whichever allocation fails, threads end right or by bad_alloc") { fail_each_allocation(thread_scenarios()); }
TEST_CASE("Whichever allocation fails, sockets end right or by bad_alloc") { fail_each_allocation(socket_scenarios()); }
TEST_CASE("Whichever allocation fails, processes end right or by bad_alloc") {
  fail_each_allocation(process_scenarios());
}
