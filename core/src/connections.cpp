#include "asyncio/detail/connections.hpp"

#include <stdexcept>

#include "asyncio/detail/network.hpp"
#include "asyncio/detail/start_transport.hpp"
#include "asyncio/detail/stream_transport.hpp"
#include "asyncio/detail/waiter.hpp"
#include "asyncio/sockets.hpp"

namespace asyncio::detail {
namespace {

Coro<Server> serve(Listeners listeners, ProtocolFactory factory, bool start_serving) {
  const Ref<ServerCore> core(new ServerCore(running_loop(), std::move(listeners), std::move(factory)));
  if (start_serving) {
    core->start_serving();
    // As in CPython: the readiness callbacks are in place afterwards.
    co_await YieldAwaiter();
  }
  co_return Server(core);
}

}  // namespace

Endpoint tcp_endpoint(std::string host, int port, AddressFamily family) {
  if (port < 0 || port > 65535) throw std::out_of_range("port must be 0-65535.");
  return {std::move(host), static_cast<std::uint16_t>(port), family};
}

Endpoint local_endpoint(std::string path) { return {std::move(path), 0, AddressFamily::local}; }

Coro<Ref<Transport>> make_transport(ChannelPtr channel, Ref<Protocol> protocol) {
  const Ref<StreamTransport> transport(
      new StreamTransport(running_loop(), std::move(channel), std::move(protocol), {}));
  co_await start_and_wait(transport);
  co_return Ref<Transport>(transport);
}

Coro<Ref<Transport>> open_transport(ProtocolFactory factory, Endpoint to, StreamOptions options) {
  auto channel = co_await running_network().connect(std::move(to), options);
  auto making = make_transport(std::move(channel), factory());
  co_return co_await std::move(making);
}

Coro<Ref<Transport>> open_transport(ProtocolFactory factory, Socket socket) {
  auto channel = running_network().adopt(std::move(socket));
  auto making = make_transport(std::move(channel), factory());
  co_return co_await std::move(making);
}

Coro<Server> open_server(ProtocolFactory factory, Endpoint at, StreamOptions options) {
  auto listeners = co_await running_network().listen(std::move(at), options);
  auto serving = serve(std::move(listeners), std::move(factory), options.start_serving);
  co_return co_await std::move(serving);
}

Coro<Server> open_server(ProtocolFactory factory, Socket socket, StreamOptions options) {
  auto listeners = running_network().adopt_listener(std::move(socket), options);
  auto serving = serve(std::move(listeners), std::move(factory), options.start_serving);
  co_return co_await std::move(serving);
}

}  // namespace asyncio::detail
