#include <catch2/catch_test_macros.hpp>
#include <string>
#include <string_view>

#include "failing_allocations.hpp"
#include "failing_calls.hpp"
#include "figures.hpp"
#include "outcome.hpp"
#include "scenario.hpp"
#include "support/descriptors.hpp"

namespace {

/// Of what is said of one attempt.
constexpr std::size_t most_words = 100'000;

/// What is to be known of an attempt, without what it has allocated.
struct AttemptWithout {
  AttemptWithout(const Scenario& scenario, long number, std::size_t choice, std::string& text) {
    Attempt went;
    {
      const FailingCalls failing(number, choice);
      went = attempt(scenario);
      call = failing.failed();
    }
    stuck = went.stuck;
    failed = static_cast<bool>(went.error);
    // That a child does not read is kept back by communicate(), as CPython's does.
    without_reason = contains<Wrong>(went.error) && went.log.empty() && !(call && std::string_view(call) == "send");
    text.assign(describe(went), 0, most_words);
  }
  /// The one that failed; null: there were not as many.
  const char* call = nullptr;
  bool stuck = false;
  bool failed = false;
  bool without_reason = false;
};

/// \returns whether as many calls as that were made at all
bool fail_at(const Scenario& scenario, long number, std::size_t choice) {
  std::string text;
  text.reserve(most_words);
  const long before = live_allocations();
  const std::size_t descriptors = open_descriptors();
  const AttemptWithout went(scenario, number, choice, text);
  wait_for_the_rest();
  const long leaked = live_allocations() - before;
  INFO(scenario.name << ", system call " << number << ", " << (went.call ? went.call : "none") << ", error " << choice
                     << ": " << text);
  CHECK_FALSE(went.stuck);
  CHECK_FALSE(went.without_reason);
  if (!went.call) CHECK_FALSE(went.failed);
  CHECK(leaked == 0);
  CHECK(open_descriptors() == descriptors);
  if (went.call) ++figures().system_calls[went.call];
  return went.call != nullptr;
}

}  // namespace

void fail_each_call(const std::vector<Scenario>& scenarios) {
  for (const Scenario& scenario : scenarios) {
    const Attempt whole = attempt(scenario);
    REQUIRE((!whole.error && !whole.stuck));
    wait_for_the_rest();
    for (const std::size_t choice : {0U, 1U})
      for (long number = 1; fail_at(scenario, number, choice); ++number) {
      }
  }
}

TEST_CASE("Whichever system call fails, threads lose nothing") { fail_each_call(thread_scenarios()); }
TEST_CASE("Whichever system call fails, sockets lose nothing") { fail_each_call(socket_scenarios()); }
TEST_CASE("Whichever system call fails, processes lose nothing") { fail_each_call(process_scenarios()); }
