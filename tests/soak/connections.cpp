#include <stdexcept>
#include <string>

#include "work.hpp"

using asyncio::Coro;
using asyncio::StreamReader;
using asyncio::StreamWriter;
using namespace std::chrono_literals;

namespace {

Coro<void> echo(StreamReader& reader, StreamWriter& writer) {
  for (;;) {
    const std::string data = co_await reader.read(10'000);
    if (data.empty()) break;
    writer.write(data);
    co_await writer.drain();
  }
}

Coro<void> serve(StreamReader& reader, StreamWriter& writer) {
  auto ended = co_await asyncio::capture(echo(reader, writer));
  // Broken off.
  if (!ended) writer.transport().abort();
}

/// Sends and reads back; then leaves well, or breaks off with something under way, or is cancelled as it reads.
Coro<void> visit(asyncio::Stream stream, int manner) {
  auto& [reader, writer] = stream;
  const std::string sent(20'000, 'x');
  writer.write(sent);
  const std::string back = co_await reader.readexactly(20'000);
  if (back != sent) throw std::logic_error("something else came back");
  if (manner == 0) {
    writer.write(sent);
    writer.transport().abort();
    co_return;
  }
  if (manner == 1) {
    auto waited = co_await asyncio::capture(asyncio::wait_for(reader.readexactly(1), 5ms));
    if (waited) throw std::logic_error("something came that was not sent");
  }
  writer.close();
  co_await writer.wait_closed();
}

Coro<void> client(int port, int manner) {
  auto stream = co_await asyncio::open_connection("127.0.0.1", port);
  co_await visit(std::move(stream), manner);
}

Coro<void> serve_stream(asyncio::Stream stream) { co_await serve(stream.first, stream.second); }

Coro<void> through_memory() {
  auto ends = co_await asyncio::open_memory_connection();
  auto serving = asyncio::create_task(serve_stream(std::move(ends.second)));
  co_await visit(std::move(ends.first), 2);
  co_await serving;
}

}  // namespace

Coro<void> work_with_connections(Chance& chance) {
  auto server = co_await asyncio::start_server(serve, "127.0.0.1", 0);
  const int port = server.sockets().front().getsockname().port;
  std::vector<asyncio::Task<void>> clients;
  for (int i = 0; i < 30; ++i) {
    clients.push_back(asyncio::create_task(client(port, i % 3)));
    co_await asyncio::sleep(some_milliseconds(chance, 2));
  }
  for (auto& each : clients) co_await each;
  server.close();
  co_await server.wait_closed();
  co_await through_memory();
}
