// What does a request cost a server that sends back what it gets? With streams.
#include <array>
#include <asyncio/asyncio.hpp>
#include <cstddef>
#include <cstdio>
#include <string_view>

namespace {

using asyncio::Coro;

Coro<void> echo(asyncio::StreamReader& reader, asyncio::StreamWriter& writer) {
  std::array<std::byte, 4'096> buffer;
  for (;;) {
    const std::size_t n = co_await reader.read(buffer);
    if (n == 0) break;
    writer.write(std::string_view(reinterpret_cast<const char*>(buffer.data()), n));
    co_await writer.drain();
  }
}

Coro<void> serve() {
  asyncio::Server server = co_await asyncio::start_server(echo, "127.0.0.1", 0);
  std::printf("%d\n", server.sockets().front().getsockname().port);
  std::fflush(stdout);
  co_await server.serve_forever();
}

}  // namespace

int main() { asyncio::run(serve()); }
