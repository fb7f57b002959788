#include <fcntl.h>
#include <unistd.h>

#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>
#include <functional>
#include <string>
#include <vector>

#include "../support/descriptors.hpp"
#include "../support/log_capture.hpp"

using asyncio::Coro;
using asyncio::make_ref;

namespace {

using Log = std::vector<std::string>;

class Pipeline final : public asyncio::WritePipeProtocol {
 public:
  void connection_made(asyncio::WriteTransport&) override { log.push_back("made"); }
  void pause_writing() override {
    log.push_back("pause");
    if (on_pause) on_pause();
  }
  void resume_writing() override { log.push_back("resume"); }
  void connection_lost(std::exception_ptr error) override {
    log.push_back(error ? asyncio::detail::type_name(error) : "lost");
    lost.set_result();
  }
  Log log;
  std::function<void()> on_pause;
  asyncio::Future<void> lost = asyncio::get_running_loop().create_future<void>();
};

/// A writing end that is a transport, and a reading end that does not block.
struct HalfPipe {
  ~HalfPipe() {
    if (reading >= 0) ::close(reading);
  }
  std::string take() const {
    std::string all(1 << 20, '\0');
    const ssize_t count = ::read(reading, all.data(), all.size());
    all.resize(count > 0 ? static_cast<std::size_t>(count) : 0);
    return all;
  }
  void close_reading() { ::close(std::exchange(reading, -1)); }

  int reading = -1;
  asyncio::Ref<asyncio::WriteTransport> transport;
  asyncio::Ref<Pipeline> protocol;
};

Coro<void> open_pipe(HalfPipe& pipe) {
  int ends[2];
  REQUIRE(::pipe2(ends, O_CLOEXEC | O_NONBLOCK) == 0);
  pipe.reading = ends[0];
  auto connected = co_await asyncio::get_running_loop().connect_write_pipe(make_ref<Pipeline>, ends[1]);
  pipe.transport = connected.first;
  pipe.protocol = connected.second;
}

const std::string more_than_a_pipe(300'000, 'x');

}  // namespace

TEST_CASE("Pieces are written to a pipe in one, nothing is nothing, and the end comes behind them") {
  const std::size_t before = open_descriptors();
  asyncio::run([]() -> Coro<void> {
    HalfPipe pipe;
    co_await open_pipe(pipe);
    CHECK(pipe.transport->can_write_eof());
    const std::vector<std::string_view> pieces{"one ", "", "two"};
    pipe.transport->writelines(pieces);
    pipe.transport->write("");
    CHECK(pipe.take() == "one two");
    pipe.transport->write_eof();
    pipe.transport->write_eof();
    CHECK(pipe.transport->is_closing());
    co_await pipe.protocol->lost;
    CHECK(pipe.protocol->log == Log{"made", "lost"});
    CHECK_FALSE(pipe.transport->get_extra_info("pipe"));
    CHECK_FALSE(pipe.transport->get_extra_info("peername"));
  }());
  CHECK(open_descriptors() == before);
}

TEST_CASE("What is written behind what a pipe has not taken yet comes behind it") {
  asyncio::run([]() -> Coro<void> {
    HalfPipe pipe;
    co_await open_pipe(pipe);
    pipe.transport->set_write_buffer_limits(1'000'000);
    CHECK(pipe.transport->get_write_buffer_limits().low == 250'000);
    pipe.transport->write(more_than_a_pipe);
    pipe.transport->write("the end");
    CHECK(pipe.protocol->log == Log{"made"});
    pipe.transport->set_write_buffer_limits(1000);
    CHECK(pipe.protocol->log == Log{"made", "pause"});
    pipe.transport->write_eof();
    std::string received;
    while (!pipe.protocol->lost.done()) {
      received += pipe.take();
      co_await asyncio::yield_now();
    }
    received += pipe.take();
    CHECK(received == more_than_a_pipe + "the end");
    CHECK(pipe.protocol->log == Log{"made", "pause", "resume", "lost"});
  }());
}

TEST_CASE("A pipe that never had to pause its protocol does not tell it to resume") {
  asyncio::run([]() -> Coro<void> {
    HalfPipe pipe;
    co_await open_pipe(pipe);
    pipe.transport->set_write_buffer_limits(1'000'000);
    pipe.transport->write(more_than_a_pipe);
    while (pipe.transport->get_write_buffer_size() > 0) {
      pipe.take();
      co_await asyncio::yield_now();
    }
    CHECK(pipe.protocol->log == Log{"made"});
  }());
}

TEST_CASE("Writing on and on to a pipe that nobody reads is warned of, as in CPython") {
  const LogCapture log;
  asyncio::run([]() -> Coro<void> {
    HalfPipe pipe;
    co_await open_pipe(pipe);
    pipe.close_reading();
    for (int i = 0; i < 7; ++i) pipe.transport->write("ignored");
    co_await pipe.protocol->lost;
    CHECK(pipe.protocol->log.front() == "made");
    CHECK(pipe.protocol->log.size() == 2);
  }());
  CHECK(log.lines() == Log(2, "pipe closed by peer or os.write(pipe, data) raised exception."));
}

TEST_CASE("abort() drops what a pipe has not taken") {
  asyncio::run([]() -> Coro<void> {
    HalfPipe pipe;
    co_await open_pipe(pipe);
    pipe.transport->write(more_than_a_pipe);
    pipe.transport->abort();
    CHECK(pipe.transport->get_write_buffer_size() == 0);
    co_await pipe.protocol->lost;
    CHECK(pipe.take().size() < more_than_a_pipe.size());
    CHECK(pipe.protocol->log == Log{"made", "pause", "lost"});
  }());
}

TEST_CASE("A character device is written to like a pipe, and has no reader to lose") {
  asyncio::run([]() -> Coro<void> {
    const int null = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
    REQUIRE(null >= 0);
    auto connected = co_await asyncio::get_running_loop().connect_write_pipe(make_ref<Pipeline>, null);
    connected.first->write("gone");
    connected.first->close();
    co_await connected.second->lost;
    CHECK(connected.second->log == Log{"made", "lost"});
  }());
}

TEST_CASE("A protocol that is interrupted as it is told to pause takes the loop with it") {
  const auto use = []() -> Coro<void> {
    HalfPipe pipe;
    co_await open_pipe(pipe);
    pipe.protocol->on_pause = [] { throw asyncio::SystemExit(3); };
    pipe.transport->write(more_than_a_pipe);
  };
  CHECK_THROWS_AS(asyncio::run(use()), asyncio::SystemExit);
}
