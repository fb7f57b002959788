#include <asyncio/asyncio.hpp>

#include "../scenario.hpp"
#include "support/echo.hpp"

namespace {

using namespace asyncio;
using namespace std::chrono_literals;

Coro<void> talk_through_memory() {
  auto [near, far] = co_await open_memory_connection();
  StreamWriter& writer = near.second;
  auto& [reader, far_writer] = far;
  writer.write("a first line that needs memory of its own\nand a second line as long as the first\n");
  co_await writer.drain();
  require((co_await reader.readline()).size() == 42, "a line");
  require((co_await reader.readuntil("\n")).size() == 39, "another line");
  writer.write_eof();
  require((co_await reader.read()).empty(), "the end");
  far_writer.close();
  co_await far_writer.wait_closed();
}

/// More than the connection holds: the writer has to wait for the reader.
constexpr std::size_t much = 300'000;

Coro<void> write_much(StreamWriter writer) {
  for (std::size_t sent = 0; sent < much; sent += 50'000) {
    writer.write(std::string(50'000, 'x'));
    co_await writer.drain();
  }
  writer.close();
  co_await writer.wait_closed();
}

Coro<void> write_more_than_fits() {
  auto [near, far] = co_await open_memory_connection();
  auto writing = create_task(write_much(std::move(near.second)));
  StreamReader& reader = far.first;
  std::size_t received = 0;
  for (;;) {
    const std::string data = co_await reader.read(20'000);
    if (data.empty()) break;
    received += data.size();
  }
  co_await writing;
  require(received == much, "all that was written");
}

Coro<void> ask_an_echo(int port) {
  auto [reader, writer] = co_await open_connection("127.0.0.1", port);
  const std::string line = "a line that needs memory of its own\n";
  writer.write(line);
  require(co_await reader.readline() == line, "the echo");
  writer.close();
  co_await writer.wait_closed();
}

Coro<void> serve_in_memory() {
  auto server = co_await start_server(echo, "127.0.0.1", 0);
  co_await ask_an_echo(port_of(server));
  co_await ask_an_echo(port_of(server));
  server.close();
  co_await server.wait_closed();
}

Coro<void> serve_for_ever(Server server) { co_await server.serve_forever(); }

Coro<void> serve_until_cancelled() {
  auto server = co_await start_server(echo, "127.0.0.1", 0);
  auto serving = create_task(serve_for_ever(server));
  co_await ask_an_echo(port_of(server));
  serving.cancel();
  const auto ended = co_await capture(serving);
  require_error<CancelledError>(ended, "a cancelled server");
}

}  // namespace

const std::vector<Scenario>& memory_stream_scenarios() {
  static const std::vector<Scenario> all = {
      {"open_memory_connection()", lonely<talk_through_memory>},
      {"drain()", lonely<write_more_than_fits>},
      {"start_server() in memory", lonely<serve_in_memory>},
      {"serve_forever()", lonely<serve_until_cancelled>},
  };
  return all;
}
