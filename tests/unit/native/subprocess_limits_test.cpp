#include <sys/wait.h>
#include <unistd.h>

#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>
#include <csignal>
#include <string>
#include <vector>

#include "../support/children.hpp"
#include "../support/descriptors.hpp"
#include "../support/log_capture.hpp"

using asyncio::Coro;
using asyncio::create_subprocess_exec;
using asyncio::make_ref;
using asyncio::subprocess::Environment;
using asyncio::subprocess::PIPE;
using asyncio::subprocess::STDOUT;

namespace {

/// Why a start fails.
template <class T>
Coro<std::string> failure_of_start(Coro<T> start) {
  const auto started = co_await asyncio::capture(std::move(start));
  co_return asyncio::detail::describe(started.exception());
}

Coro<std::string> output_with(Environment environment, std::string program, std::string directory) {
  auto process =
      co_await create_subprocess_exec(std::move(program), {}, {.stdout_ = PIPE, .cwd = directory, .env = environment});
  auto said = co_await process.communicate();
  co_return said.first;
}

/// Signals its child when it hears of its end, and asks for pipes that there are not.
class LateSignaller final : public asyncio::SubprocessProtocol {
 public:
  void connection_made(asyncio::SubprocessTransport& made) override { transport = &made; }
  void process_exited() override {
    transport->kill();
    transport->terminate();
    exited = true;
  }
  void connection_lost(std::exception_ptr) override { lost.set_result(); }
  asyncio::SubprocessTransport* transport = nullptr;
  bool exited = false;
  asyncio::Future<void> lost = asyncio::get_running_loop().create_future<void>();
};

}  // namespace

TEST_CASE("A child that cannot be set up as it is to be is not started") {
  const std::size_t before = open_descriptors();
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    const auto protocol = make_ref<asyncio::SubprocessProtocol>;
    const auto nothing = co_await failure_of_start(loop.subprocess_exec(protocol, {}, {}));
    CHECK(nothing == "std::invalid_argument: a program must be named");
    const std::string null("/tmp\0", 5);
    const auto directory = co_await failure_of_start(create_subprocess_exec("true", {}, {.cwd = null}));
    CHECK(directory == "std::invalid_argument: embedded null byte");
    const Environment wrong{{"A=B", "1"}};
    const auto variable = co_await failure_of_start(create_subprocess_exec("true", {}, {.env = wrong}));
    CHECK(variable == "std::invalid_argument: illegal environment variable name");
    const std::vector<int> closed(1, 9999);
    const auto descriptor = co_await failure_of_start(create_subprocess_exec("true", {}, {.pass_fds = closed}));
    CHECK(descriptor == "asyncio::OSError: [Errno 9] Bad file descriptor");
    const auto group = co_await failure_of_start(create_subprocess_exec("true", {}, {.process_group = 999'999'999}));
    CHECK(group == "asyncio::PermissionError: [Errno 1] Operation not permitted");
  }());
  CHECK(open_descriptors() == before);
  CHECK(::waitpid(-1, nullptr, WNOHANG) == -1);
}

TEST_CASE("A program is looked for where the child's PATH says, an empty part of it being the directory") {
  asyncio::run([]() -> Coro<void> {
    const Environment pathless{{"A", "1"}};
    const auto standard = co_await output_with(pathless, "env", "/");
    CHECK(standard == "A=1\n");
    const Environment at_the_end{{"PATH", "/no/such/folder:"}};
    const auto here = co_await output_with(at_the_end, "env", "/usr/bin");
    CHECK(here == "PATH=/no/such/folder:\n");
    // What is found but is no program is told of, unless a later folder has one.
    const Environment odd{{"PATH", "/etc/passwd:/etc"}};
    const auto denied = co_await failure_of_start(create_subprocess_exec("passwd", {}, {.env = odd}));
    CHECK(denied == "asyncio::PermissionError: [Errno 13] Permission denied: 'passwd'");
  }());
}

TEST_CASE("Errors go where standard output goes, though nobody has led that anywhere") {
  asyncio::run([]() -> Coro<void> {
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    const int kept = ::dup(1);
    ::dup2(ends[1], 1);
    auto process = co_await asyncio::create_subprocess_shell("echo problem >&2", {.stderr_ = STDOUT});
    ::dup2(kept, 1);
    co_await process.wait();
    char text[16] = {};
    CHECK(::read(ends[0], text, sizeof text) == 8);
    CHECK(std::string(text) == "problem\n");
    ::close(kept);
    ::close(ends[0]);
    ::close(ends[1]);
  }());
}

TEST_CASE("What this program ignores a child ignores, too, as one of Python's does") {
  const auto before = std::signal(SIGUSR1, SIG_IGN);
  asyncio::run([]() -> Coro<void> {
    const auto ignored = co_await output_of("grep SigIgn /proc/self/status");
    CHECK(ignored == ignored_by_children());
    CHECK((std::stoul(ignored.substr(8), nullptr, 16) >> (SIGUSR1 - 1) & 1) == 1);
  }());
  std::signal(SIGUSR1, before);
}

TEST_CASE("A signal to a child that has ended reaches nobody else, and is no error until that is told") {
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    auto [transport, protocol] = co_await loop.subprocess_exec(make_ref<LateSignaller>, {"true"}, {.stdout_ = PIPE});
    CHECK(transport->get_pipe_transport(-1) == nullptr);
    CHECK(transport->get_pipe_transport(1) != nullptr);
    CHECK(transport->get_pipe_transport(3) == nullptr);
    CHECK_FALSE(transport->get_extra_info("pipe"));
    co_await protocol->lost;
    CHECK(protocol->exited);
    CHECK(transport->get_returncode() == 0);
    CHECK_THROWS_AS(transport->kill(), asyncio::ProcessLookupError);
    transport->close();
    transport->close();
    CHECK(transport->is_closing());
  }());
}

TEST_CASE("A signal to a child that somebody else has reaped is no error") {
  const LogCapture warning;
  asyncio::run([]() -> Coro<void> {
    auto process = co_await create_subprocess_exec("sleep", {"1000"});
    ::kill(process.pid(), SIGKILL);
    REQUIRE(::waitpid(process.pid(), nullptr, 0) == process.pid());
    CHECK_NOTHROW(process.terminate());
    const int code = co_await process.wait();
    CHECK(code == 255);
  }());
}

TEST_CASE("A protocol that overrides nothing lets its child run") {
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    auto [transport, protocol] = co_await loop.subprocess_shell(make_ref<asyncio::SubprocessProtocol>, "echo; exit 4",
                                                                {.stdin_ = PIPE, .stdout_ = PIPE, .stderr_ = PIPE});
    CHECK(transport->get_pid() > 0);
    dynamic_cast<asyncio::WriteTransport&>(*transport->get_pipe_transport(0)).close();
    const int code = co_await transport->wait();
    CHECK(code == 4);
  }());
}

TEST_CASE("A transport of a child that is closed kills it") {
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    auto [transport, protocol] =
        co_await loop.subprocess_exec(make_ref<asyncio::SubprocessProtocol>, {"sleep", "1000"}, {.stdin_ = PIPE});
    transport->close();
    const int code = co_await transport->wait();
    CHECK(code == -SIGKILL);
  }());
}
