#include <algorithm>
#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <coroutine/format_exception.hpp>
#include <regex>
#include <string>

#include "support/log_capture.hpp"
#include "support/memory_loop.hpp"

using namespace asyncio;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;

// The lines that the tests ask for.
#line 100
Coro<int> inner(int x) {
  co_await sleep(1ms);
  if (x < 0) throw std::runtime_error("negative x");
  co_return x;
}
Coro<int> middle(int x) { co_return co_await inner(x) + 1; }
Coro<void> deep(int n) {
  if (n == 0) throw std::out_of_range("bottom");
  co_await deep(n - 1);
}
Coro<void> in_a_timeout() {
  co_await with(timeout(1s), []() -> Coro<void> { co_await middle(-1); });
}
Coro<void> retries() {
  try {
    co_await middle(-1);
  } catch (const std::runtime_error&) {
  }
  throw std::runtime_error("gave up");
}
Coro<void> cleans_up() {
  auto result = co_await capture(middle(-1));
  co_await sleep(1ms);
  result.value();
}
Coro<void> translates() {
  co_await yield_now();
  try {
    throw std::runtime_error("inside");
  } catch (...) {
    std::throw_with_nested(std::logic_error("outside"));
  }
}
Coro<void> awaits(Task<int> task) { co_await task; }
Coro<void> gathers() { co_await gather(create_task(middle(-1), {.name = "child"}), middle(1)); }
Coro<void> shields() { co_await shield(create_task(middle(-1), {.name = "inner"})); }
Coro<void> group(int children) {
  const auto body = [children](TaskGroup& tasks) -> Coro<void> {
    for (int i = 0; i < children; ++i) tasks.create_task(middle(-1), {.name = "child"});
    co_return;
  };
  co_await with(TaskGroup(), body);
}
#line 70

namespace {

/// What is logged of the failure of a task "T" that nobody asks for its error, from the traceback on.
std::string logged(Coro<void> (*failing)()) {
  const LogCapture log;
  run(
      [](Coro<void> work) -> Coro<void> {
        create_task(std::move(work), {.name = "T"});
        co_await sleep(1s);
      }(failing()),
      {.clock = virtual_clock});
  REQUIRE(log.lines().size() == 1);
  const std::string& text = log.lines()[0];
  const auto second_line = text.find('\n', text.find('\n') + 1);
  return text.substr(second_line + 1);
}

std::string frame(int number, const std::string& rest) {
  return std::string("  File \"") + __FILE__ + "\", line " + std::to_string(number) + ", in " + rest;
}

const std::string heading = "Traceback (most recent call last):\n";
const std::string in_middle = frame(105, "middle");
const std::string in_inner = frame(101, "inner (thrown here or later)\n");
const std::string negative_x = "std::runtime_error: negative x";

}  // namespace

TEST_CASE("An error that was never retrieved names the coroutines that it has left, with their tasks") {
  CHECK(logged([]() -> Coro<void> {
          co_await awaits(create_task(middle(-1), {.name = "calc"}));
        }).ends_with(frame(133, "awaits\n") + in_middle + " (task 'calc')\n" + in_inner + negative_x));
}

TEST_CASE("Coroutines of the library's own are not named") {
  CHECK(logged(in_a_timeout) == heading + frame(111, "in_a_timeout (task 'T')\n") + frame(111, "<lambda>\n") +
                                    in_middle + '\n' + in_inner + negative_x);
}

TEST_CASE("An error that was caught leaves no trace in the next one") {
  CHECK(logged(retries) ==
        heading + frame(115, "retries (task 'T') (thrown here or later)\n") + "std::runtime_error: gave up");
}

TEST_CASE("A captured error keeps its trace over the clean-up") {
  CHECK_THAT(logged(cleans_up), ContainsSubstring(in_middle + '\n' + in_inner + negative_x));
}

TEST_CASE("gather() and shield() pass the trace on") {
  CHECK(logged(gathers) ==
        heading + frame(134, "gathers (task 'T')\n") + in_middle + " (task 'child')\n" + in_inner + negative_x);
  CHECK(logged(shields) ==
        heading + frame(135, "shields (task 'T')\n") + in_middle + " (task 'inner')\n" + in_inner + negative_x);
}

TEST_CASE("Of a deep recursion the beginning and the end are told") {
  const std::string text = logged([] { return deep(1000); });
  CHECK(std::count(text.begin(), text.end(), '\n') < 20);
  CHECK_THAT(text, ContainsSubstring("  [937 more coroutines]\n"));
  CHECK_THAT(text, ContainsSubstring("  [Previous line repeated 44 more times]\n"));
}

TEST_CASE("The cause of a nested exception comes first") {
  CHECK(logged(translates) ==
        "std::runtime_error: inside\n\n"
        "The above exception was the direct cause of the following exception:\n\n" +
            heading + frame(126, "translates (task 'T') (thrown here or later)\n") + "std::logic_error: outside");
}

TEST_CASE("The errors of a group are told as Python prints them") {
  const std::string child = "    | Traceback (most recent call last):\n    | " + in_middle + " (task 'child')\n    | " +
                            in_inner + "    | " + negative_x + '\n';
  CHECK(logged([] { return group(2); }) ==
        "  + Exception Group Traceback (most recent call last):\n"
        "  | " +
            frame(141, "group (task 'T')\n") +
            "  | asyncio::ExceptionGroup: unhandled errors in a TaskGroup (2 sub-exceptions)\n"
            "  +-+---------------- 1 ----------------\n" +
            child + "    +---------------- 2 ----------------\n" + child + "    +------------------------------------");
  CHECK_THAT(logged([] { return group(17); }), ContainsSubstring("    +---------------- ... ----------------\n"
                                                                 "    | and 2 more exceptions\n"));
}

TEST_CASE("Groups in groups are told as Python prints them") {
  const auto error_of = [](auto thrown) { return std::make_exception_ptr(thrown); };
  const ExceptionGroup inside("in", {error_of(std::runtime_error("a")), error_of(std::runtime_error("b"))});
  const ExceptionGroup outside("out", {error_of(std::logic_error("first")), error_of(inside)});
  CHECK(detail::format_exception(error_of(outside), nullptr) ==
        "  | asyncio::ExceptionGroup: out (2 sub-exceptions)\n"
        "  +-+---------------- 1 ----------------\n"
        "    | std::logic_error: first\n"
        "    +---------------- 2 ----------------\n"
        "    | asyncio::ExceptionGroup: in (2 sub-exceptions)\n"
        "    +-+---------------- 1 ----------------\n"
        "      | std::runtime_error: a\n"
        "      +---------------- 2 ----------------\n"
        "      | std::runtime_error: b\n"
        "      +------------------------------------");
}

TEST_CASE("What a group says names its first errors, whatever half of it") {
  std::vector<std::exception_ptr> errors;
  for (const char* text : {"a", "b", "c", "d"}) errors.push_back(std::make_exception_ptr(std::runtime_error(text)));
  errors.push_back(std::make_exception_ptr(TimeoutError()));
  const ExceptionGroup group("several", errors);
  CHECK(group.summary() == "several (5 sub-exceptions)");
  CHECK(std::string(group.what()) ==
        "several (5 sub-exceptions): std::runtime_error: a; std::runtime_error: b; "
        "std::runtime_error: c; and 2 more");
  CHECK(std::string(group.subgroup<TimeoutError>()->what()) ==
        "several (1 sub-exception): asyncio::TimeoutError: the deadline has passed");
}

TEST_CASE("Each error says something") {
  for (const std::exception_ptr& thrown :
       {std::make_exception_ptr(TimeoutError()), std::make_exception_ptr(QueueEmpty()),
        std::make_exception_ptr(QueueFull()), std::make_exception_ptr(QueueShutDown()),
        std::make_exception_ptr(CancelledError()), std::make_exception_ptr(CancelledError("")),
        std::make_exception_ptr(KeyboardInterrupt()), std::make_exception_ptr(GeneratorExit()),
        std::make_exception_ptr(BaseException())})
    CHECK_FALSE(detail::what(thrown).empty());
}

TEST_CASE("An error in a callback names the callback, one in a done callback the future") {
  const LogCapture log;
  run(
      []() -> Coro<void> {
        get_running_loop().call_soon([] { throw std::runtime_error("in a callback"); });
        auto task = create_task(sleep(0s), {.name = "watched"});
        task.add_done_callback([] { throw std::runtime_error("in a done callback"); });
        co_await sleep(1s);
      }(),
      {.clock = virtual_clock});
  REQUIRE(log.lines().size() == 2);
  CHECK(log.lines()[0].starts_with("Exception in callback\nhandle: <Handle "));
  CHECK(log.lines()[1] ==
        "Exception in callback\nfuture: <Task finished name='watched'>\nstd::runtime_error: in a done callback");
}

TEST_CASE("An error of a server's handler names its task and the peer") {
  const LogCapture log;
  run_in_memory([]() -> Coro<void> {
    auto server = co_await start_server(
        [](StreamReader reader, StreamWriter) -> Coro<void> {
          co_await reader.readline();
          throw std::runtime_error("no");
        },
        "127.0.0.1", 8080);
    auto [reader, writer] = co_await open_connection("127.0.0.1", 8080);
    writer.write("hello\n");
    co_await reader.read();
  }());
  REQUIRE(log.lines().size() == 1);
  CHECK(std::regex_search(log.lines()[0], std::regex("Unhandled exception in client_connected_cb\n"
                                                     "task: <Task finished name='Task-\\d+' .*>\n"
                                                     "peer: \\('127.0.0.1', \\d+\\)\n")));
}
