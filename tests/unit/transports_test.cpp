#include <array>
#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>
#include <functional>
#include <string>
#include <vector>

#include "stream/memory_channel.hpp"
#include "support/log_capture.hpp"
#include "support/memory_loop.hpp"
#include "support/recording_protocol.hpp"

using asyncio::Coro;
using asyncio::make_ref;
using asyncio::Ref;
using asyncio::Transport;

namespace {

using Log = std::vector<std::string>;

constexpr int some_port = 80;
constexpr std::size_t more_than_fits = 2 * asyncio::detail::MemoryPipe::capacity;

/// Does what it is told in the place of what the others write down.
class Scripted final : public RecordingProtocol {
 public:
  void data_received(std::string_view data) override {
    RecordingProtocol::data_received(data);
    if (on_data) on_data();
  }
  bool eof_received() override {
    RecordingProtocol::eof_received();
    return on_end && on_end();
  }
  void pause_writing() override {
    log.push_back("pause");
    if (on_pause) on_pause();
  }
  void resume_writing() override {
    log.push_back("resume");
    if (on_resume) on_resume();
  }
  std::function<void()> on_data;
  std::function<bool()> on_end;
  std::function<void()> on_pause;
  std::function<void()> on_resume;
};

struct Pair {
  Ref<Scripted> client;
  Ref<Scripted> server;
  Transport& near() const { return *client->transport; }
  Transport& far() const { return *server->transport; }
};

/// A connection to a server that goes on listening.
Coro<Pair> connect() {
  auto& loop = asyncio::get_running_loop();
  Pair pair;
  const auto serve = [&] { return pair.server = make_ref<Scripted>(); };
  co_await loop.create_server(serve, "localhost", some_port);
  auto connected = co_await loop.create_connection(make_ref<Scripted>, "localhost", some_port);
  pair.client = connected.second;
  while (!pair.server || !pair.server->transport) co_await asyncio::yield_now();
  co_return pair;
}

/// What the running loop's exception handler gets from now on.
void collect(Log& reports) {
  asyncio::get_running_loop().set_exception_handler(
      [&reports](asyncio::EventLoop&, const asyncio::ExceptionContext& context) {
        reports.push_back(context.message + " " + asyncio::detail::describe(context.exception));
      });
}

}  // namespace

TEST_CASE("A transport that is paused reads nothing; to pause or resume it twice changes nothing") {
  run_in_memory([]() -> Coro<void> {
    const Pair pair = co_await connect();
    pair.far().resume_reading();
    pair.far().pause_reading();
    pair.far().pause_reading();
    CHECK_FALSE(pair.far().is_reading());
    pair.near().write("data");
    co_await some_iterations();
    CHECK(pair.server->log == Log{"made"});
    pair.far().resume_reading();
    CHECK(pair.far().is_reading());
    co_await some_iterations();
    CHECK(pair.server->log == Log{"made", "data"});
  }());
}

TEST_CASE("A transport that closes does not read again, whatever it is told") {
  run_in_memory([]() -> Coro<void> {
    const Pair pair = co_await connect();
    const Ref<Transport> near(&pair.near());
    near->pause_reading();
    near->close();
    near->close();
    near->resume_reading();
    near->pause_reading();
    CHECK_FALSE(near->is_reading());
    near->write_eof();
    co_await pair.client->lost;
    near->force_close(std::make_exception_ptr(asyncio::OSError("too late")));
    co_await some_iterations();
    CHECK(pair.client->log == Log{"made", "lost"});
  }());
}

TEST_CASE("Writing on and on to what is lost is warned of from the fifth time on, as in CPython") {
  const LogCapture log;
  run_in_memory([]() -> Coro<void> {
    const Pair pair = co_await connect();
    const Ref<Transport> near(&pair.near());
    near->abort();
    for (int i = 0; i < 6; ++i) near->write("ignored");
    const std::vector<std::string_view> pieces{"so", "is this"};
    near->writelines(pieces);
    co_await pair.server->lost;
    CHECK(pair.server->log == Log{"made", "end", "lost"});
  }());
  CHECK(log.lines() == Log(3, "socket.send() raised exception."));
}

TEST_CASE("Nothing and several pieces can be written; after write_eof() neither") {
  run_in_memory([]() -> Coro<void> {
    const Pair pair = co_await connect();
    CHECK(pair.near().can_write_eof());
    pair.near().write("");
    const std::vector<std::string_view> pieces{"one ", "", "two"};
    pair.near().writelines(pieces);
    pair.near().write_eof();
    pair.near().write_eof();
    CHECK_THROWS_AS(pair.near().write("x"), std::runtime_error);
    CHECK_THROWS_AS(pair.near().writelines(pieces), std::runtime_error);
    co_await some_iterations();
    CHECK(pair.server->log == Log{"made", "one two", "end", "lost"});
  }());
}

TEST_CASE("What was written before write_eof() arrives before the end") {
  run_in_memory([]() -> Coro<void> {
    const Pair pair = co_await connect();
    pair.near().write(std::string(more_than_fits, 'x'));
    CHECK(pair.near().get_write_buffer_size() > 0);
    pair.near().write_eof();
    co_await pair.server->lost;
    std::size_t size = 0;
    for (const std::string& text : pair.server->log)
      if (text.starts_with('x')) size += text.size();
    CHECK(size == more_than_fits);
    CHECK(pair.server->log.back() == "lost");
  }());
}

TEST_CASE("A protocol that keeps its connection after the peer's end can go on sending") {
  run_in_memory([]() -> Coro<void> {
    const Pair pair = co_await connect();
    pair.server->on_end = [] { return true; };
    pair.near().write_eof();
    co_await some_iterations();
    CHECK(pair.server->log == Log{"made", "end"});
    pair.far().write("answer");
    pair.far().close();
    co_await pair.client->lost;
    CHECK(pair.client->log == Log{"made", "answer", "end", "lost"});
  }());
}

TEST_CASE("New limits hold at once") {
  run_in_memory([]() -> Coro<void> {
    const Pair pair = co_await connect();
    pair.far().pause_reading();
    pair.near().write(std::string(more_than_fits, 'x'));
    const std::size_t kept = pair.near().get_write_buffer_size();
    REQUIRE(kept > 1000);
    const Log before = pair.client->log;
    pair.near().set_write_buffer_limits({}, 1000);
    CHECK(pair.near().get_write_buffer_limits().high == 4000);
    CHECK(pair.client->log.back() == "pause");
    pair.near().set_write_buffer_limits();
    CHECK(pair.near().get_write_buffer_limits().high == 64 * 1024);
    CHECK(pair.near().get_write_buffer_limits().low == 16 * 1024);
    CHECK_THROWS_AS(pair.near().set_write_buffer_limits(1, 2), std::invalid_argument);
    pair.far().resume_reading();
    co_await some_iterations();
    CHECK(pair.client->log.back() == "resume");
    CHECK(pair.client->log.size() == 3);
  }());
}

TEST_CASE("What a protocol throws when data or the end comes costs it the connection, and is reported") {
  Log reports;
  run_in_memory([](Log& log) -> Coro<void> {
    collect(log);
    {
      const Pair pair = co_await connect();
      pair.server->on_data = [] { throw std::logic_error("data"); };
      pair.near().write("x");
      co_await pair.server->lost;
      CHECK(pair.server->log == Log{"made", "x", "std::logic_error: data"});
      co_await pair.client->lost;
    }
  }(reports));
  run_in_memory([](Log& log) -> Coro<void> {
    collect(log);
    const Pair pair = co_await connect();
    pair.server->on_end = []() -> bool { throw std::logic_error("end"); };
    pair.near().write_eof();
    co_await pair.server->lost;
    CHECK(pair.server->log == Log{"made", "end", "std::logic_error: end"});
  }(reports));
  CHECK(reports == Log{"Fatal error: protocol.data_received() call failed. std::logic_error: data",
                       "Fatal error: protocol.eof_received() call failed. std::logic_error: end"});
}

TEST_CASE("What a protocol throws when it is told to pause and to resume is reported, and costs nothing") {
  Log reports;
  run_in_memory([](Log& log) -> Coro<void> {
    collect(log);
    const Pair pair = co_await connect();
    pair.client->on_pause = [] { throw std::logic_error("pause"); };
    pair.client->on_resume = [] { throw std::logic_error("resume"); };
    pair.near().write(std::string(2 * more_than_fits, 'x'));
    pair.near().close();
    co_await pair.client->lost;
    CHECK(pair.client->log == Log{"made", "pause", "resume", "lost"});
  }(reports));
  CHECK(reports == Log{"protocol.pause_writing() failed std::logic_error: pause",
                       "protocol.resume_writing() failed std::logic_error: resume"});
}

TEST_CASE("A KeyboardInterrupt of a protocol leaves the loop, from whichever call") {
  const auto interrupt = [] { throw asyncio::KeyboardInterrupt(); };
  const auto interrupt_end = []() -> bool { throw asyncio::KeyboardInterrupt(); };
  const LogCapture pending_tasks;
  const std::vector<std::function<void(Pair&)>> causes{
      [&](Pair& pair) { pair.server->on_data = interrupt, pair.near().write("x"); },
      [&](Pair& pair) { pair.server->on_end = interrupt_end, pair.near().write_eof(); },
      [&](Pair& pair) {
        pair.client->on_resume = interrupt;
        pair.near().write(std::string(more_than_fits + 100'000, 'x'));
      }};
  for (const auto& cause : causes) {
    const auto loop = make_memory_loop();
    Pair pair = loop->run_until_complete(connect());
    cause(pair);
    CHECK_THROWS_AS(loop->run_until_complete(some_iterations()), asyncio::KeyboardInterrupt);
  }
  const auto loop = make_memory_loop();
  Pair pair = loop->run_until_complete(connect());
  pair.client->on_pause = interrupt;
  CHECK_THROWS_AS(pair.near().write(std::string(more_than_fits + 100'000, 'x')), asyncio::KeyboardInterrupt);
}

namespace {

/// Closes its connection when it is asked for room, or takes four bytes at a time.
class Closing final : public asyncio::BufferedProtocol {
 public:
  explicit Closing(bool closes) : closes_(closes) {}
  void connection_made(Transport& made) override { transport_ = Ref<Transport>(&made); }
  std::span<std::byte> get_buffer(std::ptrdiff_t) override {
    if (closes_) transport_->abort();
    return buffer_;
  }
  void buffer_updated(std::size_t count) override {
    if (throws) throw std::logic_error("bug");
    received += std::string(reinterpret_cast<const char*>(buffer_.data()), count);
  }
  void connection_lost(std::exception_ptr error) override {
    transport_ = {};
    lost.set_result(error ? asyncio::detail::describe(error) : "lost");
  }
  bool throws = false;
  std::string received;
  asyncio::Future<std::string> lost = asyncio::get_running_loop().create_future<std::string>();

 private:
  bool closes_;
  Ref<Transport> transport_;
  std::array<std::byte, 4> buffer_{};
};

/// \returns how the server's end was lost, after the client wrote ten bytes and closed
Coro<std::string> write_ten(Ref<Closing> protocol) {
  auto& loop = asyncio::get_running_loop();
  const auto serve = [&] { return protocol; };
  auto server = co_await loop.create_server(serve, "localhost", some_port);
  auto connected = co_await loop.create_connection(make_ref<RecordingProtocol>, "localhost", some_port);
  connected.first->write("0123456789");
  connected.first->close();
  const std::string how = co_await protocol->lost;
  server.close();
  co_return how;
}

}  // namespace

TEST_CASE("A buffered protocol is filled from memory, too, and may close when it is asked for room") {
  Log reports;
  run_in_memory([](Log& log) -> Coro<void> {
    collect(log);
    const auto fours = make_ref<Closing>(false);
    std::string how = co_await write_ten(fours);
    CHECK(how == "lost");
    CHECK(fours->received == "0123456789");
    const auto closing = make_ref<Closing>(true);
    how = co_await write_ten(closing);
    CHECK(how == "lost");
    CHECK(closing->received.empty());
    const auto throwing = make_ref<Closing>(false);
    throwing->throws = true;
    how = co_await write_ten(throwing);
    CHECK(how == "std::logic_error: bug");
  }(reports));
  CHECK(reports == Log{"Fatal error: protocol.buffer_updated() call failed. std::logic_error: bug"});
}

TEST_CASE("A protocol that overrides nothing keeps a connection all the same") {
  run_in_memory([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    const auto serve = [] { return make_ref<asyncio::Protocol>(); };
    auto server = co_await loop.create_server(serve, "localhost", some_port);
    auto [transport, protocol] = co_await loop.create_connection(make_ref<Scripted>, "localhost", some_port);
    transport->write(std::string(more_than_fits + 100'000, 'x'));
    co_await some_iterations();
    transport->write_eof();
    co_await protocol->lost;
    CHECK(protocol->log.back() == "lost");
    server.close();
    co_await server.wait_closed();
  }());
}
