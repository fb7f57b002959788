#include <sys/wait.h>
#include <unistd.h>

#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <csignal>
#include <string>
#include <vector>

#include "../support/children.hpp"
#include "../support/descriptors.hpp"

using asyncio::Coro;
using asyncio::create_subprocess_exec;
using asyncio::create_subprocess_shell;
using asyncio::subprocess::DEVNULL;
using asyncio::subprocess::PIPE;
using asyncio::subprocess::Process;
using asyncio::subprocess::STDOUT;
using namespace std::chrono_literals;

namespace {

template <class E>
Coro<std::string> message_of(Coro<Process> start) {
  auto started = co_await asyncio::capture(std::move(start));
  try {
    started.value();
  } catch (const E& error) {
    co_return error.what();
  }
  co_return "no error";
}

}  // namespace

TEST_CASE("communicate() feeds a child, reads what it says and how it ended") {
  const Watcher watcher(GENERATE("descriptor", "thread"));
  const std::size_t before = open_descriptors();
  asyncio::run([]() -> Coro<void> {
    auto process = co_await create_subprocess_shell("cat; echo problem >&2; exit 3",
                                                    {.stdin_ = PIPE, .stdout_ = PIPE, .stderr_ = PIPE});
    CHECK(process.pid() > 0);
    CHECK_FALSE(process.returncode());
    auto [out, err] = co_await process.communicate("hello");
    CHECK(out == "hello");
    CHECK(err == "problem\n");
    CHECK(process.returncode() == 3);
    const int again = co_await process.wait();
    CHECK(again == 3);
  }());
  CHECK(open_descriptors() == before);
}

TEST_CASE("More than a pipe holds goes both ways at once") {
  asyncio::run([]() -> Coro<void> {
    auto process = co_await create_subprocess_exec("cat", {}, {.stdin_ = PIPE, .stdout_ = PIPE});
    std::string block(3'000'000, ' ');
    for (std::size_t i = 0; i < block.size(); ++i) block[i] = static_cast<char>('a' + i % 23);
    auto [out, err] = co_await process.communicate(block);
    CHECK(out == block);
    CHECK(err.empty());
    CHECK(process.returncode() == 0);
  }());
}

TEST_CASE("A child can be talked to line by line") {
  asyncio::run([]() -> Coro<void> {
    auto process = co_await create_subprocess_exec("cat", {}, {.stdin_ = PIPE, .stdout_ = PIPE});
    for (int i = 0; i < 3; ++i) {
      const std::string line = "line " + std::to_string(i) + '\n';
      process.stdin_().write(line);
      co_await process.stdin_().drain();
      const auto back = co_await process.stdout_().readline();
      CHECK(back == line);
    }
    process.stdin_().close();
    co_await process.stdin_().wait_closed();
    const int code = co_await process.wait();
    CHECK(code == 0);
  }());
}

TEST_CASE("Arguments, directory, environment and descriptors are the child's as they are given") {
  asyncio::run([]() -> Coro<void> {
    auto echo = co_await create_subprocess_exec("printf", {"%s|", "a b", "", "$HOME"}, {.stdout_ = PIPE});
    auto [arguments, none] = co_await echo.communicate();
    CHECK(arguments == "a b||$HOME|");
    auto pwd = co_await create_subprocess_exec("/bin/pwd", {}, {.stdout_ = PIPE, .cwd = "/"});
    auto [directory, none2] = co_await pwd.communicate();
    CHECK(directory == "/\n");
    const asyncio::subprocess::Environment environment{{"A", "1"}, {"B", "x y"}};
    auto env = co_await create_subprocess_exec("env", {}, {.stdout_ = PIPE, .env = environment});
    auto [variables, none3] = co_await env.communicate();
    CHECK(variables == "A=1\nB=x y\n");
  }());
}

TEST_CASE("Standard streams lead where they are told to") {
  asyncio::run([]() -> Coro<void> {
    auto joined = co_await create_subprocess_shell("echo out; echo err >&2", {.stdout_ = PIPE, .stderr_ = STDOUT});
    auto [both, none] = co_await joined.communicate();
    CHECK(both == "out\nerr\n");
    auto silent = co_await create_subprocess_shell("cat; echo out; echo err >&2",
                                                   {.stdin_ = DEVNULL, .stdout_ = DEVNULL, .stderr_ = PIPE});
    auto [nothing, errors] = co_await silent.communicate();
    CHECK(nothing.empty());
    CHECK(errors == "err\n");
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    auto swapped = co_await create_subprocess_shell("echo err >&2", {.stdout_ = 2, .stderr_ = ends[1]});
    co_await swapped.wait();
    char text[8] = {};
    CHECK(::read(ends[0], text, sizeof text) == 4);
    CHECK(std::string(text) == "err\n");
    ::close(ends[0]);
    ::close(ends[1]);
  }());
}

TEST_CASE("A child gets no descriptor but those that it is to have") {
  asyncio::run([]() -> Coro<void> {
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    const auto plain = co_await output_of("ls /proc/self/fd | tr '\\n' ' '");
    // 3 is of ls itself, for the directory.
    CHECK(plain == "0 1 2 3 ");
    const std::string command = "echo passed >&" + std::to_string(ends[1]);
    const std::vector<int> passed(1, ends[1]);
    auto process = co_await create_subprocess_exec("bash", {"-c", command}, {.pass_fds = passed});
    const int code = co_await process.wait();
    CHECK(code == 0);
    char text[16] = {};
    CHECK(::read(ends[0], text, sizeof text) == 7);
    ::close(ends[0]);
    ::close(ends[1]);
  }());
}

TEST_CASE("A program that cannot be started is named, and leaves nothing behind") {
  const std::size_t before = open_descriptors();
  asyncio::run([]() -> Coro<void> {
    const auto missing = co_await message_of<asyncio::FileNotFoundError>(
        create_subprocess_exec("no-such-program", {}, {.stdin_ = PIPE, .stdout_ = PIPE}));
    CHECK(missing == "[Errno 2] No such file or directory: 'no-such-program'");
    const auto no_program =
        co_await message_of<asyncio::PermissionError>(create_subprocess_exec("/etc/passwd", {}, {.stdout_ = PIPE}));
    CHECK(no_program == "[Errno 13] Permission denied: '/etc/passwd'");
    const auto directory =
        co_await message_of<asyncio::FileNotFoundError>(create_subprocess_exec("true", {}, {.cwd = "/no/such"}));
    CHECK(directory == "[Errno 2] No such file or directory: '/no/such'");
    const auto file =
        co_await message_of<asyncio::NotADirectoryError>(create_subprocess_exec("true", {}, {.cwd = "/etc/passwd"}));
    CHECK(file == "[Errno 20] Not a directory: '/etc/passwd'");
    const auto null =
        co_await message_of<std::invalid_argument>(create_subprocess_exec("true", {std::string("a\0b", 3)}));
    CHECK(null == "embedded null byte");
    const auto redirect =
        co_await message_of<std::invalid_argument>(create_subprocess_exec("true", {}, {.stdout_ = STDOUT}));
    CHECK(redirect == "STDOUT can only be used for stderr");
    const auto descriptor =
        co_await message_of<asyncio::OSError>(create_subprocess_exec("true", {}, {.stdout_ = 9999}));
    CHECK(descriptor == "[Errno 9] Bad file descriptor");
  }());
  CHECK(open_descriptors() == before);
  CHECK(::waitpid(-1, nullptr, WNOHANG) == -1);
}

TEST_CASE("A stream that is no pipe says so") {
  asyncio::run([]() -> Coro<void> {
    auto process = co_await create_subprocess_exec("true");
    std::string what;
    try {
      process.stdout_();
    } catch (const std::logic_error& error) {
      what = error.what();
    }
    CHECK(what == "stdout of the process is no pipe: start it with .stdout_ = asyncio::subprocess::PIPE");
    co_await process.wait();
  }());
}

TEST_CASE("What is ignored or blocked for the sake of the loop is not so in a child") {
  asyncio::run([]() -> Coro<void> {
    // The first one makes the program ignore SIGPIPE.
    co_await output_of("true");
    auto process = co_await create_subprocess_shell(
        "yes | head -n 1 >/dev/null; grep -E 'Sig(Blk|Ign)' /proc/self/status", {.stdout_ = PIPE});
    auto [out, err] = co_await process.communicate();
    CHECK(out == "SigBlk:\t0000000000000000\n" + ignored_by_children());
  }());
}

TEST_CASE("A child that does not read its input is no error of communicate()") {
  asyncio::run([]() -> Coro<void> {
    auto process = co_await create_subprocess_exec("true", {}, {.stdin_ = PIPE, .stdout_ = PIPE});
    auto [out, err] = co_await process.communicate(std::string(1'000'000, 'x'));
    CHECK(out.empty());
    CHECK(process.returncode() == 0);
  }());
}

TEST_CASE("Writing on and on to a child that has gone fails the drain") {
  asyncio::run([]() -> Coro<void> {
    auto process = co_await create_subprocess_exec("true", {}, {.stdin_ = PIPE});
    co_await process.wait();
    const auto write_on = [&]() -> Coro<void> {
      for (;;) {
        process.stdin_().write("x");
        co_await process.stdin_().drain();
      }
    };
    const auto written = co_await asyncio::capture(write_on());
    CHECK(asyncio::detail::describe(written.exception()) == "asyncio::ConnectionResetError: Connection lost");
  }());
}

TEST_CASE("A reader that is slow holds the child back, and loses nothing") {
  asyncio::run([]() -> Coro<void> {
    auto process = co_await create_subprocess_shell("head -c 1000000 /dev/zero", {.stdout_ = PIPE, .limit = 1000});
    co_await asyncio::sleep(5ms);
    std::size_t total = 0;
    for (;;) {
      const auto piece = co_await process.stdout_().read(777);
      if (piece.empty()) break;
      total += piece.size();
    }
    CHECK(total == 1'000'000);
    const int code = co_await process.wait();
    CHECK(code == 0);
  }());
}

TEST_CASE("A child can lead a session and a group of its own") {
  asyncio::run([]() -> Coro<void> {
    auto session = co_await create_subprocess_exec("sleep", {"100"}, {.start_new_session = true});
    CHECK(::getsid(session.pid()) == session.pid());
    session.kill();
    co_await session.wait();
    auto group = co_await create_subprocess_exec("sleep", {"100"}, {.process_group = 0});
    CHECK(::getpgid(group.pid()) == group.pid());
    group.kill();
    co_await group.wait();
  }());
}

namespace {

class Listener final : public asyncio::SubprocessProtocol {
 public:
  explicit Listener(std::vector<std::string>& log) : log_(log) {}
  void connection_made(asyncio::SubprocessTransport&) override { log_.push_back("made"); }
  void pipe_data_received(int fd, std::string_view data) override {
    log_.push_back(std::to_string(fd) + ": " + std::string(data));
  }
  void pipe_connection_lost(int fd, std::exception_ptr) override { log_.push_back("lost " + std::to_string(fd)); }
  void process_exited() override { log_.push_back("exited"); }
  void connection_lost(std::exception_ptr) override { log_.push_back("the end"); }

 private:
  std::vector<std::string>& log_;
};

}  // namespace

TEST_CASE("A subprocess protocol hears of its pipes and the end, the end last") {
  std::vector<std::string> log;
  asyncio::run([&]() -> Coro<void> {
    const auto factory = [&] { return asyncio::make_ref<Listener>(log); };
    auto [transport, protocol] = co_await asyncio::get_running_loop().subprocess_exec(
        factory, {"sh", "-c", "read line; echo $line; exec >&-; read line; exit 4"}, {.stdin_ = PIPE, .stdout_ = PIPE});
    auto& input = dynamic_cast<asyncio::WriteTransport&>(*transport->get_pipe_transport(0));
    CHECK(transport->get_pipe_transport(2) == nullptr);
    input.write("hello\n");
    while (log.size() < 3) co_await asyncio::sleep(1ms);
    input.write("again\n");
    const int code = co_await transport->wait();
    CHECK(code == 4);
  }());
  REQUIRE(log.size() == 6);
  CHECK(std::vector<std::string>(log.begin(), log.begin() + 3) ==
        std::vector<std::string>{"made", "1: hello\n", "lost 1"});
  CHECK(log.back() == "the end");
}
