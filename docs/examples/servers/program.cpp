#include "program.hpp"

#include <charconv>
#include <csignal>
#include <cstdio>
#include <string_view>

using asyncio::Coro;
using namespace std::chrono_literals;

namespace {

constexpr auto patience = 10s;

int to_port(std::string_view text) {
  int port = -1;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, port);
  if (error != std::errc() || stop != end || port < 0 || port > 65535)
    throw std::invalid_argument("'" + std::string(text) + "' is no port: give a number from 0 to 65535");
  return port;
}

}  // namespace

int run_program(int argc, char** argv, const std::function<void(const Address&)>& serve) {
  try {
    Address address;
    if (argc > 1) address.port = to_port(argv[1]);
    if (argc > 2) address.host = argv[2];
    serve(address);
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s: %s\n", argv[0], error.what());
    return 1;
  }
}

void announce(const asyncio::Server& server) {
  for (const auto& socket : server.sockets())
    std::printf("listening on %s:%d\n", socket.getsockname().host.c_str(), socket.getsockname().port);
  std::fflush(stdout);
}

Coro<void> stop_signal() {
  asyncio::EventLoop& loop = asyncio::get_running_loop();
  asyncio::Event asked;
  for (const int signal : {SIGINT, SIGTERM}) loop.add_signal_handler(signal, [&asked] { asked.set(); });
  auto waited = co_await asyncio::capture(asked.wait());
  for (const int signal : {SIGINT, SIGTERM}) loop.remove_signal_handler(signal);
  waited.value();
}

Coro<void> finish(asyncio::Server server) {
  auto gone = co_await asyncio::capture(asyncio::wait_for(server.wait_closed(), patience));
  try {
    gone.value();
  } catch (const asyncio::TimeoutError&) {
    server.abort_clients();
  }
}
