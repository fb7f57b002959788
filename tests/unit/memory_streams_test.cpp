#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "stream/memory_channel.hpp"
#include "stream/memory_network.hpp"

using asyncio::Coro;
using asyncio::Stream;
using asyncio::StreamReader;
using asyncio::StreamWriter;
using namespace std::chrono_literals;

// These run over memory on every host: as in a browser. (g++ 12 spoils a string that is awaited inside a CHECK.)
namespace {

/// A host without sockets.
class BareHost final : public asyncio::Host {
 public:
  asyncio::TimePoint now() override { return asyncio::TimePoint(std::chrono::steady_clock::now().time_since_epoch()); }
  void poll(std::optional<asyncio::Duration>) override {}
  void wake() override {}
  bool may_wake() const override { return false; }
};

std::unique_ptr<asyncio::EventLoop> make_loop() {
  return std::make_unique<asyncio::EventLoop>(std::make_unique<BareHost>(), asyncio::virtual_clock);
}

void run(Coro<void> main) { asyncio::run(std::move(main), {.loop_factory = make_loop}); }

Coro<void> echo_lines(StreamReader& reader, StreamWriter& writer) {
  while (auto line = co_await reader.next()) {
    writer.write("echo " + *line);
    co_await writer.drain();
  }
  writer.close();
  co_await writer.wait_closed();
}

}  // namespace

TEST_CASE("A server in memory answers its clients, and all ends in order") {
  std::vector<std::string> log;
  run([](std::vector<std::string>& out) -> Coro<void> {
    auto server = co_await asyncio::start_server(echo_lines, "localhost", 8888);
    CHECK(server.is_serving());
    CHECK(server.sockets().at(0).getsockname().port == 8888);
    auto [reader, writer] = co_await asyncio::open_connection("127.0.0.1", 8888);
    CHECK(writer.get_extra_info("peername").address().repr() == "('127.0.0.1', 8888)");
    writer.write("one\ntwo\n");
    out.push_back(co_await reader.readline());
    out.push_back(co_await reader.readline());
    CHECK(writer.can_write_eof());
    writer.write_eof();
    out.push_back(co_await reader.read());
    writer.close();
    co_await writer.wait_closed();
    server.close();
    co_await server.wait_closed();
    CHECK_FALSE(server.is_serving());
    CHECK(server.sockets().empty());
  }(log));
  CHECK(log == std::vector<std::string>{"echo one\n", "echo two\n", ""});
}

TEST_CASE("Where nobody listens a connection in memory is refused") {
  run([]() -> Coro<void> {
    std::string what;
    try {
      co_await asyncio::open_connection("localhost", 1);
    } catch (const asyncio::ConnectionRefusedError& error) {
      what = error.what();
    }
    CHECK(what.find("Connect call failed ('127.0.0.1', 1)") != std::string::npos);
  }());
}

TEST_CASE("An address in memory serves one server at a time") {
  run([]() -> Coro<void> {
    auto server = co_await asyncio::start_server(echo_lines, "", 80);
    bool refused = false;
    try {
      co_await asyncio::start_server(echo_lines, "localhost", 80);
    } catch (const asyncio::OSError&) {
      refused = true;
    }
    CHECK(refused);
    server.close();
    co_await asyncio::start_server(echo_lines, "localhost", 80);
    auto any = co_await asyncio::start_server(echo_lines, "localhost", 0);
    CHECK(any.sockets().at(0).getsockname().port != 0);
  }());
}

TEST_CASE("drain() waits above the high water mark until the low one") {
  run([]() -> Coro<void> {
    auto [left, right] = co_await asyncio::open_memory_connection();
    StreamWriter& writer = left.second;
    writer.transport().set_write_buffer_limits(1000);
    CHECK(writer.transport().get_write_buffer_limits().low == 250);
    writer.write(std::string(asyncio::detail::MemoryPipe::capacity, 'x'));
    co_await writer.drain();
    // The reader stops the flow at twice its limit; the rest stays with the writer.
    const std::string block(300'000, 'y');
    writer.write(block);
    auto draining = asyncio::create_task(writer.drain());
    co_await asyncio::sleep(1s);
    CHECK_FALSE(draining.done());
    CHECK(writer.transport().get_write_buffer_size() > 1000);
    auto all =
        co_await right.first.readexactly(static_cast<std::ptrdiff_t>(asyncio::detail::MemoryPipe::capacity) + 300'000);
    CHECK(all.back() == 'y');
    co_await draining;
    CHECK(writer.transport().get_write_buffer_size() == 0);
  }());
}

TEST_CASE("A cancelled drain() loses nothing, and the next one goes on") {
  run([]() -> Coro<void> {
    auto [left, right] = co_await asyncio::open_memory_connection();
    left.second.write(std::string(400'000, 'x'));
    auto draining = asyncio::create_task(left.second.drain());
    co_await asyncio::sleep(1ms);
    draining.cancel();
    co_await asyncio::wait(draining);
    CHECK(draining.cancelled());
    auto reading = asyncio::create_task(right.first.readexactly(400'000));
    co_await left.second.drain();
    const auto got = co_await reading;
    CHECK(got.size() == 400'000);
  }());
}

TEST_CASE("close() sends what was written first; write() after write_eof() is an error") {
  run([]() -> Coro<void> {
    auto [left, right] = co_await asyncio::open_memory_connection();
    left.second.write(std::string(200'000, 'x'));
    left.second.close();
    CHECK(left.second.is_closing());
    const auto got = co_await right.first.read();
    CHECK(got.size() == 200'000);
    right.second.write_eof();
    CHECK_THROWS_AS(right.second.write("x"), std::runtime_error);
  }());
}

TEST_CASE("Half close: what the peer sends after our end still arrives") {
  run([]() -> Coro<void> {
    auto [left, right] = co_await asyncio::open_memory_connection();
    left.second.write("question");
    left.second.write_eof();
    const auto question = co_await right.first.read();
    CHECK(question == "question");
    right.second.write("answer");
    right.second.close();
    const auto got = co_await left.first.read();
    CHECK(got == "answer");
  }());
}

TEST_CASE("Writing to a connection whose other end is gone fails drain() with the error") {
  run([]() -> Coro<void> {
    auto [left, right] = co_await asyncio::open_memory_connection();
    right.second.transport().abort();
    co_await asyncio::sleep(1ms);
    left.second.write("lost");
    bool failed = false;
    try {
      co_await left.second.drain();
      co_await left.second.drain();
    } catch (const asyncio::ConnectionError&) {
      failed = true;
    }
    CHECK(failed);
    bool ended_with_error = false;
    try {
      co_await left.second.wait_closed();
    } catch (const asyncio::BrokenPipeError&) {
      ended_with_error = true;
    }
    CHECK(ended_with_error);
  }());
}

TEST_CASE("A dropped writer closes its connection") {
  run([]() -> Coro<void> {
    auto pair = co_await asyncio::open_memory_connection();
    StreamReader reader = pair.second.first;
    {
      Stream gone = std::move(pair.first);
      gone.second.write("bye");
    }
    const auto got = co_await reader.read();
    CHECK(got == "bye");
  }());
}

TEST_CASE("An error of a client handler is reported and closes the connection") {
  run([]() -> Coro<void> {
    std::vector<std::string> reports;
    asyncio::get_running_loop().set_exception_handler(
        [&](asyncio::EventLoop&, const asyncio::ExceptionContext& context) { reports.push_back(context.message); });
    const auto handler = [](StreamReader&, StreamWriter&) -> Coro<void> {
      throw std::logic_error("bug");
      co_return;
    };
    auto server = co_await asyncio::start_server(handler, "localhost", 80);
    auto [reader, writer] = co_await asyncio::open_connection("localhost", 80);
    const auto got = co_await reader.read();
    CHECK(got == "");
    CHECK(reports == std::vector<std::string>{"Unhandled exception in client_connected_cb"});
  }());
}

TEST_CASE("serve_forever() ends with its cancellation and closes the server") {
  run([]() -> Coro<void> {
    auto server = co_await asyncio::start_server(echo_lines, "localhost", 80, {.start_serving = false});
    CHECK_FALSE(server.is_serving());
    auto task = asyncio::create_task(server.serve_forever());
    co_await asyncio::sleep(0ms);
    CHECK(server.is_serving());
    std::string what;
    try {
      co_await server.serve_forever();
    } catch (const std::runtime_error& error) {
      what = error.what();
    }
    CHECK(what == "server <Server> is already being awaited on serve_forever()");
    task.cancel();
    co_await asyncio::wait(task);
    CHECK(task.cancelled());
    CHECK_FALSE(server.is_serving());
  }());
}

TEST_CASE("wait_closed() waits for the last client; close_clients() ends them") {
  run([]() -> Coro<void> {
    auto server = co_await asyncio::start_server(echo_lines, "localhost", 80);
    auto [reader, writer] = co_await asyncio::open_connection("localhost", 80);
    writer.write("x\n");
    co_await reader.readline();
    server.close();
    auto closed = asyncio::create_task(server.wait_closed());
    co_await asyncio::sleep(1s);
    CHECK_FALSE(closed.done());
    server.close_clients();
    co_await closed;
    const auto got = co_await reader.read();
    CHECK(got == "");
  }());
}

TEST_CASE("Connections and servers that a program leaves open die with the loop") {
  auto loop = make_loop();
  std::vector<Stream> kept;
  loop->run_until_complete([](std::vector<Stream>& out) -> Coro<void> {
    co_await asyncio::start_server(echo_lines, "localhost", 80);
    out.push_back(co_await asyncio::open_connection("localhost", 80));
    out.back().second.write("x\n");
  }(kept));
  loop->close();
  CHECK(kept.front().second.is_closing());
  kept.front().second.write("ignored");
  loop.reset();
  kept.clear();
}

TEST_CASE("with(server, body) closes the server and waits for its clients") {
  run([]() -> Coro<void> {
    auto server = co_await asyncio::start_server(echo_lines, "localhost", 80);
    const auto body = [](asyncio::Server& serving) -> Coro<std::string> {
      CHECK(serving.is_serving());
      auto [reader, writer] = co_await asyncio::open_connection("localhost", 80);
      writer.write("x\n");
      co_return co_await reader.readline();
    };
    const auto line = co_await asyncio::with(server, body);
    CHECK(line == "echo x\n");
    CHECK_FALSE(server.is_serving());
  }());
}
