// Sends back what it gets:
//
//   echo_server [PORT [HOST]]
#include <array>
#include <asyncio/asyncio.hpp>
#include <cstddef>
#include <string_view>

#include "program.hpp"

using asyncio::Coro;
using asyncio::StreamReader;
using asyncio::StreamWriter;

namespace {

Coro<void> echo(StreamReader& reader, StreamWriter& writer) {
  std::array<std::byte, 16'384> buffer;
  for (;;) {
    const std::size_t n = co_await reader.read(buffer);
    if (n == 0) break;
    writer.write(std::string_view(reinterpret_cast<const char*>(buffer.data()), n));
    // Reads no more from a client that does not take what it is sent.
    co_await writer.drain();
  }
}

Coro<void> answer(StreamReader& reader, StreamWriter& writer) {
  try {
    co_await echo(reader, writer);
  } catch (const asyncio::ConnectionError&) {
    // The client has gone, and needs no answer.
  }
}

Coro<void> serve(Address address) {
  auto server = co_await asyncio::start_server(answer, address.host, address.port, {.backlog = 1024});
  announce(server);
  co_await stop_signal();
  server.close();
  server.close_clients();
  co_await finish(server);
}

}  // namespace

int main(int argc, char** argv) {
  return run_program(argc, argv, [](Address address) { asyncio::run(serve(address)); });
}
