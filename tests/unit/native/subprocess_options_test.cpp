#include <fcntl.h>
#include <unistd.h>

#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>
#include <csignal>
#include <stdexcept>
#include <string>

#include "../support/children.hpp"

using asyncio::Coro;
using asyncio::SubprocessOptions;
using asyncio::subprocess::Account;
using asyncio::subprocess::PIPE;

namespace {

Coro<std::string> output_with(std::string command, SubprocessOptions options) {
  options.stdout_ = PIPE;
  auto process = co_await asyncio::create_subprocess_shell(std::move(command), options);
  auto [out, err] = co_await process.communicate();
  co_return out;
}

/// Changing who one is takes root.
bool is_root() { return ::geteuid() == 0; }

}  // namespace

TEST_CASE("A child runs another file than it is told its name is") {
  asyncio::run([]() -> Coro<void> {
    auto process = co_await asyncio::create_subprocess_exec("some-name", {"-c", "echo $0"},
                                                            {.stdout_ = PIPE, .executable = "/bin/sh"});
    auto [out, err] = co_await process.communicate();
    CHECK(out == "some-name\n");
    auto missing =
        co_await asyncio::capture(asyncio::create_subprocess_exec("true", {}, {.executable = "/no/such/file"}));
    CHECK(asyncio::detail::what(missing.exception()) == "[Errno 2] No such file or directory: '/no/such/file'");
  }());
}

TEST_CASE("A command is run by another shell") {
  asyncio::run([]() -> Coro<void> {
    // A program that prints what a shell is called with.
    const std::string out = co_await output_with("words", {.executable = "/bin/echo"});
    CHECK(out == "-c words\n");
  }());
}

TEST_CASE("A child has a umask of its own") {
  asyncio::run([]() -> Coro<void> {
    const std::string out = co_await output_with("umask", {.umask = 027});
    CHECK(out == "0027\n");
  }());
}

TEST_CASE("A child ignores SIGPIPE only if its signals are not restored") {
  const auto before = std::signal(SIGPIPE, SIG_IGN);
  asyncio::run([]() -> Coro<void> {
    const std::string command = "kill -PIPE $$; echo survived";
    const std::string restored = co_await output_with(command, {});
    CHECK(restored.empty());
    const std::string kept = co_await output_with(command, {.restore_signals = false});
    CHECK(kept == "survived\n");
  }());
  std::signal(SIGPIPE, before);
}

TEST_CASE("A pipe to a child has the size that was asked for") {
  asyncio::run([]() -> Coro<void> {
    auto process = co_await asyncio::create_subprocess_exec("cat", {}, {.stdin_ = PIPE, .pipesize = 8192});
    const int pipe = process.stdin_().get_extra_info("pipe").descriptor();
    CHECK(::fcntl(pipe, F_GETPIPE_SZ) == 8192);
    co_await process.communicate();
  }());
}

TEST_CASE("A child is another user, of other groups") {
  if (!is_root()) SKIP("only root may change who it is");
  asyncio::run([]() -> Coro<void> {
    const Account groups[] = {7, "daemon"};
    const std::string out =
        co_await output_with("echo $(id -u) $(id -g) $(id -G)", {.user = "nobody", .group = 5, .extra_groups = groups});
    CHECK(out == "65534 5 5 1 7\n");
    const std::string by_number = co_await output_with("id -u", {.user = 12345});
    CHECK(by_number == "12345\n");
  }());
}

TEST_CASE("A user or group that nobody knows is an error that names it") {
  asyncio::run([]() -> Coro<void> {
    auto user = co_await asyncio::capture(output_with("true", {.user = "no such user"}));
    CHECK_THROWS_AS(user.value(), std::out_of_range);
    CHECK(asyncio::detail::what(user.exception()) == "getpwnam(): name not found: 'no such user'");
    auto group = co_await asyncio::capture(output_with("true", {.group = "no such group"}));
    CHECK(asyncio::detail::what(group.exception()) == "getgrnam(): name not found: 'no such group'");
  }());
}
