#include <sys/wait.h>
#include <unistd.h>

#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <regex>
#include <string>

using asyncio::Coro;
using namespace std::chrono_literals;

namespace {

/// How a program has ended, and what it had printed.
struct End {
  int status;
  std::string output;
};

/// Runs `program` in a child, as a `main()` that catches nothing.
template <class F>
End end_of(F program) {
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  std::fflush(nullptr);
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    ::dup2(ends[1], STDOUT_FILENO);
    // The test framework has its own idea of how a program should end.
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGABRT, SIG_DFL);
    std::set_terminate(std::abort);
    [&program]() noexcept { program(); }();
    std::_Exit(0);
  }
  ::close(ends[1]);
  End end{0, {}};
  char bytes[256];
  for (ssize_t count; (count = ::read(ends[0], bytes, sizeof bytes)) > 0;)
    end.output.append(bytes, static_cast<std::size_t>(count));
  ::close(ends[0]);
  REQUIRE(::waitpid(child, &end.status, 0) == child);
  return end;
}

Coro<void> clean_up_when_cancelled(const char* name) {
  auto slept = co_await asyncio::capture(asyncio::sleep(1h));
  co_await asyncio::sleep(1ms);
  std::printf("%s cleaned up\n", name);
  slept.value();
}

Coro<void> ends_uncaught() {
  co_await asyncio::sleep(1ms);
  throw std::runtime_error("uncaught");
}

Coro<void> awaits_in_a_task(Coro<void> work) { co_await asyncio::create_task(std::move(work), {.name = "T"}); }

}  // namespace

TEST_CASE("Control-C in a program that does not catch it cleans up, and then ends it as the signal does") {
  const End end = end_of([] {
    asyncio::run([]() -> Coro<void> {
      auto other = asyncio::create_task(clean_up_when_cancelled("other"));
      asyncio::get_running_loop().call_later(1ms, [] { ::kill(::getpid(), SIGINT); });
      co_await clean_up_when_cancelled("main");
    }());
  });
  CHECK(end.output == "main cleaned up\nother cleaned up\n");
  REQUIRE(WIFSIGNALED(end.status));
  CHECK(WTERMSIG(end.status) == SIGINT);
}

TEST_CASE("A second Control-C ends such a program, too, after the other tasks' clean-up") {
  const End end = end_of([] {
    asyncio::run([]() -> Coro<void> {
      auto other = asyncio::create_task(clean_up_when_cancelled("other"));
      asyncio::get_running_loop().call_later(1ms, [] { ::kill(::getpid(), SIGINT); });
      auto slept = co_await asyncio::capture(asyncio::sleep(1h));
      ::kill(::getpid(), SIGINT);
      co_await asyncio::sleep(1h);
    }());
  });
  CHECK(end.output == "other cleaned up\n");
  REQUIRE(WIFSIGNALED(end.status));
  CHECK(WTERMSIG(end.status) == SIGINT);
}

TEST_CASE("A SystemExit that nobody catches ends the program with its code, after the clean-up") {
  const End end = end_of([] {
    asyncio::run([]() -> Coro<void> {
      auto other = asyncio::create_task(clean_up_when_cancelled("other"));
      co_await asyncio::sleep(1ms);
      throw asyncio::SystemExit(3);
    }());
  });
  CHECK(end.output == "other cleaned up\n");
  REQUIRE(WIFEXITED(end.status));
  CHECK(WEXITSTATUS(end.status) == 3);
}

TEST_CASE("Another error that nobody catches goes where the program's terminate handler sends it, after the clean-up") {
  const End end = end_of([] {
    std::set_terminate([] { std::_Exit(42); });
    asyncio::run([]() -> Coro<void> {
      auto other = asyncio::create_task(clean_up_when_cancelled("other"));
      co_await asyncio::sleep(1ms);
      throw std::runtime_error("uncaught");
    }());
  });
  REQUIRE(WIFEXITED(end.status));
  CHECK(WEXITSTATUS(end.status) == 42);
}

TEST_CASE("Another error that nobody catches is told with the coroutines that it has left, and their tasks") {
  const End end = end_of([] {
    ::dup2(STDOUT_FILENO, STDERR_FILENO);
    std::set_terminate([] { std::_Exit(42); });
    asyncio::run(awaits_in_a_task(ends_uncaught()));
  });
  CHECK(std::regex_match(
      end.output, std::regex("Traceback \\(most recent call last\\):\n"
                             "  File \".*uncaught_test.cpp\", line \\d+, in awaits_in_a_task \\(task 'Task-\\d+'\\)\n"
                             "  File \".*uncaught_test.cpp\", line \\d+, in ends_uncaught \\(task 'T'\\) .*\n"
                             "std::runtime_error: uncaught\n")));
}

TEST_CASE("A child that was forked inside a loop runs loops of its own, and the parent's goes on") {
  const End end = end_of([] {
    asyncio::run([]() -> Coro<void> {
      const auto in_child = []() -> Coro<int> {
        co_await asyncio::sleep(1ms);
        co_return asyncio::all_tasks().size() == 1 ? 7 : 8;
      };
      co_await asyncio::sleep(1ms);
      const pid_t child = ::fork();
      if (child == 0) {
        const bool none = asyncio::get_running_loop_or_null() == nullptr;
        std::_Exit(none ? asyncio::run(in_child()) : 9);
      }
      co_await asyncio::sleep(1ms);
      int status = 0;
      if (::waitpid(child, &status, 0) == child && WIFEXITED(status)) std::printf("child: %d\n", WEXITSTATUS(status));
      std::fflush(nullptr);
    }());
  });
  CHECK(end.output == "child: 7\n");
  CHECK(WIFEXITED(end.status));
}
