#include <sys/wait.h>
#include <unistd.h>

#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <cerrno>
#include <csignal>
#include <string>
#include <vector>

#include "../support/children.hpp"
#include "../support/descriptors.hpp"
#include "../support/log_capture.hpp"

using asyncio::Coro;
using asyncio::create_subprocess_exec;
using asyncio::create_subprocess_shell;
using asyncio::subprocess::PIPE;
using namespace std::chrono_literals;

TEST_CASE("Signals end a child, and its return code tells which") {
  const Watcher watcher(GENERATE("descriptor", "thread"));
  asyncio::run([]() -> Coro<void> {
    auto killed = co_await create_subprocess_exec("sleep", {"100"});
    killed.kill();
    const int kill_code = co_await killed.wait();
    CHECK(kill_code == -SIGKILL);
    auto terminated = co_await create_subprocess_exec("sleep", {"100"});
    terminated.terminate();
    const int code = co_await terminated.wait();
    CHECK(code == -SIGTERM);
    CHECK(terminated.returncode() == -SIGTERM);
    // Its end has been told.
    CHECK_THROWS_AS(terminated.send_signal(SIGTERM), asyncio::ProcessLookupError);
  }());
}

TEST_CASE("A wait that is cancelled leaves the child alone") {
  asyncio::run([]() -> Coro<void> {
    auto process = co_await create_subprocess_exec("cat", {}, {.stdin_ = PIPE});
    bool timed_out = false;
    try {
      co_await asyncio::wait_for(process.wait(), 5ms);
    } catch (const asyncio::TimeoutError&) {
      timed_out = true;
    }
    CHECK(timed_out);
    CHECK_FALSE(process.returncode());
    process.stdin_().close();
    const int code = co_await process.wait();
    CHECK(code == 0);
  }());
}

TEST_CASE("A start that is cancelled kills what was started") {
  const std::size_t before = open_descriptors();
  asyncio::run([]() -> Coro<void> {
    auto starting = asyncio::create_task(create_subprocess_exec("sleep", {"100"}, {.stdin_ = PIPE, .stdout_ = PIPE}));
    co_await asyncio::yield_now();
    starting.cancel();
    co_await asyncio::wait(starting);
    CHECK(starting.cancelled());
    CHECK(::waitpid(-1, nullptr, WNOHANG) == -1);
    CHECK(errno == ECHILD);
  }());
  CHECK(open_descriptors() == before);
}

TEST_CASE("A loop that is closed kills its children and leaves no zombie") {
  const Watcher watcher(GENERATE("descriptor", "thread"));
  const std::size_t before = open_descriptors();
  int pid = 0;
  asyncio::run([&]() -> Coro<void> {
    auto process = co_await create_subprocess_exec("sleep", {"100"}, {.stdin_ = PIPE, .stdout_ = PIPE});
    pid = process.pid();
  }());
  CHECK(open_descriptors() == before);
  asyncio::run(wait_until_gone(pid));
}

TEST_CASE("A child whose handle is dropped runs on") {
  asyncio::run([]() -> Coro<void> {
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    {
      auto process = co_await create_subprocess_shell("sleep 0.01; echo done", {.stdout_ = ends[1]});
    }
    ::close(ends[1]);
    auto& loop = asyncio::get_running_loop();
    auto readable = loop.create_future<void>();
    loop.add_reader(ends[0], [&] { readable.set_result(), loop.remove_reader(ends[0]); });
    co_await readable;
    char text[8] = {};
    CHECK(::read(ends[0], text, sizeof text) == 5);
    ::close(ends[0]);
  }());
}

TEST_CASE("A child that somebody else has reaped ends with 255 and a warning") {
  LogCapture log;
  int pid = 0;
  asyncio::run([&]() -> Coro<void> {
    auto process = co_await create_subprocess_exec("sleep", {"100"});
    pid = process.pid();
    process.kill();
    ::waitpid(pid, nullptr, 0);
    const int code = co_await process.wait();
    CHECK(code == 255);
  }());
  CHECK(log.lines() == std::vector<std::string>{"child process pid " + std::to_string(pid) +
                                                " exit status already read:  will report returncode 255"});
}

TEST_CASE("Many children at once are all told of") {
  const std::size_t before = open_descriptors();
  asyncio::run([]() -> Coro<void> {
    const auto one = [](int n) -> Coro<void> {
      const auto out = co_await output_of("echo " + std::to_string(n));
      CHECK(out == std::to_string(n) + '\n');
    };
    std::vector<asyncio::Task<void>> all;
    for (int n = 0; n < 40; ++n) all.push_back(asyncio::create_task(one(n)));
    co_await asyncio::gather(all);
  }());
  CHECK(open_descriptors() == before);
}
