#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <thread>

#include "../support/log_capture.hpp"
#include "posix/inspect/socket_path.hpp"
#include "task/task_tree.hpp"

using namespace asyncio;
using namespace std::chrono_literals;

namespace {

class Allowed {
 public:
  Allowed() { ::setenv("ASYNCIO_PS", "1", 1); }
  Allowed(const Allowed&) = delete;
  Allowed& operator=(const Allowed&) = delete;
  ~Allowed() { ::unsetenv("ASYNCIO_PS"); }
};

std::string socket_path() { return native::inspection_socket(::geteuid(), ::getpid()); }

/// What asyncio-ps would print.
std::string ask() {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  socket_path().copy(address.sun_path, sizeof(address.sun_path) - 1);
  const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
  std::string answer;
  if (::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0) {
    std::array<char, 512> buffer;
    for (ssize_t got = 0; (got = ::read(socket, buffer.data(), buffer.size())) > 0;)
      answer.append(buffer.data(), static_cast<std::size_t>(got));
  }
  ::close(socket);
  return answer;
}

Coro<void> waits(Event& event) { co_await event.wait(); }
Coro<void> calls(Event& event) { co_await waits(event); }

Coro<void> gathers(Task<void> one, Task<void> two) { co_await gather(one, two); }

/// Lines, and how many of them an answer has, change with this file.
std::string without_lines(std::string text) {
  for (std::size_t at = 0; (at = text.find(".cpp:", at)) != std::string::npos;) {
    at += 4;
    text.erase(at, text.find('\n', at) - at);
  }
  return text;
}

Coro<std::string> ask_among_others(Event& event) {
  auto one = create_task(calls(event), {.name = "one"});
  auto two = create_task(waits(event), {.name = "two\x1b[31m"});
  auto both = create_task(gathers(one, two), {.name = "both"});
  auto napping = create_task(sleep(1h), {.name = "nap"});
  std::string answer = co_await to_thread(ask);
  event.set();
  co_await both;
  napping.cancel();
  co_await wait(napping);
  co_return answer;
}

}  // namespace

TEST_CASE("A program that may be asked tells who awaits whom, and where") {
  const Allowed allowed;
  const std::string answer = asyncio::run(
      [](auto) -> Coro<std::string> {
        Event event;
        auto asking = create_task(ask_among_others(event), {.name = "asking"});
        co_return co_await asking;
      }(0),
      {});
  INFO(answer);
  CHECK(answer.starts_with("loop 1\n├── Task-"));
  const std::string tree = without_lines(answer);
  CHECK(tree.find("│       └── asking\n"
                  "│           └── ask_among_others inspection_test.cpp\n"
                  "│               └── waits for ") != std::string::npos);
  CHECK(tree.find("├── both\n"
                  "│   └── gathers inspection_test.cpp\n"
                  "│       ├── one\n"
                  "│       │   └── calls inspection_test.cpp\n"
                  "│       │       └── waits inspection_test.cpp\n"
                  "│       │           └── waits for Event.wait\n"
                  "│       └── two?[31m\n") != std::string::npos);
  CHECK(tree.find("── nap\n    └── waits for sleep\n") != std::string::npos);
  CHECK(::access(socket_path().c_str(), F_OK) != 0);
}

TEST_CASE("Who asks a loop that does not answer is told so") {
  const Allowed allowed;
  const EventLoop loop;
  CHECK(ask() == "loop 1 does not answer: one step keeps it from all others, or it does not run\n");
}

TEST_CASE("Several loops of a process are asked at once") {
  const Allowed allowed;
  Event done;
  std::string answer;
  const EventLoop idle;
  asyncio::run([&](auto) -> Coro<void> { answer = co_await to_thread(ask); }(0));
  CHECK(answer.find("loop 1 does not answer") == 0);
  CHECK(answer.find("\nloop 2\n└── ") != std::string::npos);
}

TEST_CASE("A program that was not started so cannot be asked") {
  const EventLoop loop;
  CHECK(ask().empty());
}

TEST_CASE("Tasks that await each other in a circle are told of, once") {
  std::string text;
  asyncio::run([&](auto) -> Coro<void> {
    AnyTask second;
    auto first = create_task(
        [](AnyTask& other) -> Coro<void> {
          co_await yield_now();
          co_await wait(other);
        }(second),
        {.name = "first"});
    auto next = create_task([](auto task) -> Coro<void> { co_await wait(task); }(first), {.name = "second"});
    second = next;
    co_await sleep(1ms);
    text = detail::describe_tasks(get_running_loop().core());
    first.cancel();
    co_await wait(first, next);
  }(0));
  INFO(text);
  CHECK(text.find("── first\n") != std::string::npos);
  CHECK(text.find("── second\n") != std::string::npos);
  CHECK(text.find("── first (above)\n") != std::string::npos);
}

TEST_CASE("A folder that others may look into is not trusted") {
  const std::string folder = "/tmp/asyncio-inspection-test-" + std::to_string(::getpid());
  CHECK_FALSE(native::is_private_folder(folder, ::geteuid()));
  ::mkdir(folder.c_str(), 0755);
  ::chmod(folder.c_str(), 0755);
  CHECK_FALSE(native::is_private_folder(folder, ::geteuid()));
  ::chmod(folder.c_str(), 0700);
  CHECK(native::is_private_folder(folder, ::geteuid()));
  CHECK_FALSE(native::is_private_folder(folder, ::geteuid() + 1));
  ::rmdir(folder.c_str());
}
