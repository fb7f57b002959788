#include <fcntl.h>
#include <unistd.h>

#include <asyncio/asyncio.hpp>

#include "../scenario.hpp"
#include "support/children.hpp"

namespace {

using namespace asyncio;
using namespace std::chrono_literals;

Coro<void> talk_to_cat() {
  auto process = co_await create_subprocess_exec("cat", {}, {.stdin_ = subprocess::PIPE, .stdout_ = subprocess::PIPE});
  const auto said = co_await process.communicate("what needs memory of its own, and comes back");
  require(said.first == "what needs memory of its own, and comes back", "what cat says");
  require(process.returncode() == 0, "how cat ended");
}

Coro<void> run_a_shell() {
  auto process = co_await create_subprocess_shell(
      "echo a line that needs memory of its own; echo errors >&2; exit 3",
      {.stdin_ = subprocess::DEVNULL, .stdout_ = subprocess::PIPE, .stderr_ = subprocess::PIPE, .cwd = "/"});
  auto& out = process.stdout_();
  require(co_await out.readline() == "a line that needs memory of its own\n", "what the shell says");
  require(co_await process.stderr_().read() == "errors\n", "its errors");
  require(co_await process.wait() == 3, "how it ended");
}

Coro<void> kill_a_process() {
  auto process = co_await create_subprocess_exec("sleep", {"1000"});
  process.kill();
  require(co_await process.wait() == -SIGKILL, "how it ended");
}

Coro<void> start_what_is_not_there() {
  try {
    co_await create_subprocess_exec("/there/is/no/such/program", {}, {.stdout_ = subprocess::PIPE});
  } catch (const FileNotFoundError&) {
    co_return;
  }
  throw Wrong("a program that is not there");
}

class Reading final : public ReadPipeProtocol {
 public:
  void data_received(std::string_view data) override { all += data; }
  void connection_lost(std::exception_ptr error) override {
    if (error) {
      ended.set_exception(std::move(error));
    } else {
      ended.set_result();
    }
  }
  std::string all;
  const Future<void> ended = get_running_loop().create_future();
};

class Writing final : public WritePipeProtocol {
 public:
  void connection_lost(std::exception_ptr error) override {
    if (error && !ended.done()) {
      ended.set_exception(std::move(error));
    } else if (!ended.done()) {
      ended.set_result();
    }
  }
  const Future<void> ended = get_running_loop().create_future();
};

/// More than a pipe holds.
Coro<void> connect_both_ends(Socket& reading_end, Socket& writing_end) {
  EventLoop& loop = get_running_loop();
  constexpr std::size_t size = 200'000;
  const auto make_reading = [] { return Ref<Reading>(new Reading); };
  const auto make_writing = [] { return Ref<Writing>(new Writing); };
  auto [in, reading] = co_await loop.connect_read_pipe(make_reading, reading_end.fileno());
  reading_end.detach();
  auto [out, writing] = co_await loop.connect_write_pipe(make_writing, writing_end.fileno());
  writing_end.detach();
  const auto write = [&, transport = out] {
    transport->write(std::string(size, 'x'));
    transport->close();
  };
  try {
    write();
  } catch (...) {
    out->abort();
    throw;
  }
  co_await writing->ended;
  co_await reading->ended;
  require(reading->all.size() == size, "all that was written");
}

Coro<void> connect_pipes() {
  int ends[2];
  require(::pipe(ends) == 0, "a pipe");
  // What is not taken over is closed here.
  struct Ends {
    int* ends;
    ~Ends() {
      for (int i = 0; i < 2; ++i)
        if (ends[i] >= 0) ::close(ends[i]);
    }
  } owner{ends};
  Socket reading_end = Socket::adopt(std::exchange(ends[0], -1));
  Socket writing_end = Socket::adopt(std::exchange(ends[1], -1));
  co_await connect_both_ends(reading_end, writing_end);
}

/// Where the system has no descriptors of processes.
template <Coro<void> (*main)()>
void by_thread() {
  const Watcher watcher("thread");
  native<main>();
}

}  // namespace

const std::vector<Scenario>& process_scenarios() {
  static const std::vector<Scenario> all = {
      {"create_subprocess_exec()", native<talk_to_cat>},
      {"create_subprocess_shell()", native<run_a_shell>},
      {"kill()", native<kill_a_process>},
      {"a program that is not there", native<start_what_is_not_there>},
      {"create_subprocess_exec(), watched by a thread", by_thread<talk_to_cat>},
      {"connect_read_pipe(), connect_write_pipe()", native<connect_pipes>},
  };
  return all;
}
