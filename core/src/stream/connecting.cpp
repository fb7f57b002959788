#include "asyncio/detail/stream/connecting.hpp"

#include <stdexcept>

#include "asyncio/detail/task/waiter.hpp"
#include "asyncio/sockets.hpp"
#include "stream/network.hpp"
#include "stream/stream_transport.hpp"

namespace asyncio::detail {
namespace {

/// What becomes of a channel: the transport that the program gets, and the one that is next to the channel.
struct Transports {
  Ref<Transport> above;
  Ref<StreamTransport> below;
};

Transports begin(ChannelPtr channel, Ref<Protocol> protocol, const ConnectionSetup& setup, ServerCore* server,
                 const Future<void>& made) {
  LoopCore& loop = running_loop();
  if (!setup.tls()) {
    const Ref<StreamTransport> plain(
        new StreamTransport(loop, std::move(channel), std::move(protocol), Ref<ServerCore>(server)));
    plain->start(made);
    return {plain, plain};
  }
  const TlsLayer layer = setup.tls()->wrap(loop, std::move(protocol), setup.tls_setup(), made);
  const Ref<StreamTransport> below(new StreamTransport(loop, std::move(channel), layer.below, Ref<ServerCore>(server)));
  below->start({});
  return {layer.above, below};
}

Coro<Server> serve(Listeners listeners, ProtocolFactory factory, ConnectionSetup setup) {
  const bool start_serving = setup.options().start_serving;
  const Ref<ServerCore> core(
      new ServerCore(running_loop(), std::move(listeners), std::move(factory), std::move(setup)));
  if (start_serving) {
    core->start_serving();
    // As in CPython: the readiness callbacks are in place afterwards.
    co_await YieldAwaiter();
  }
  co_return Server(core);
}

}  // namespace

Endpoint tcp_endpoint(std::string host, int port, AddressFamily family) {
  return {std::move(host), static_cast<std::uint16_t>(port), family};
}

std::vector<Endpoint> tcp_endpoints(Hosts hosts, int port, AddressFamily family) {
  std::vector<Endpoint> endpoints;
  for (std::string& host : std::move(hosts).take()) endpoints.push_back(tcp_endpoint(std::move(host), port, family));
  if (endpoints.empty()) endpoints.push_back(tcp_endpoint({}, port, family));
  return endpoints;
}

Endpoint local_endpoint(std::string path) { return {std::move(path), 0, AddressFamily::local}; }

Coro<Ref<Transport>> make_transport(ChannelPtr channel, Ref<Protocol> protocol, ConnectionSetup setup,
                                    ServerCore* server) {
  const auto made = make_future(running_loop());
  const Transports transports = begin(std::move(channel), std::move(protocol), setup, server, made);
  try {
    co_await made;
  } catch (...) {
    transports.above->close();
    // A handshake that has not begun cannot be broken off by what has not begun either.
    if (setup.tls()) transports.below->abort();
    throw;
  }
  co_return transports.above;
}

Coro<Ref<Transport>> open_transport(ProtocolFactory factory, Endpoint to, ConnectionSetup setup) {
  auto channel = co_await running_network().connect(std::move(to), setup);
  auto making = make_transport(std::move(channel), factory(), std::move(setup));
  co_return co_await std::move(making);
}

Coro<Ref<Transport>> open_transport(ProtocolFactory factory, Socket socket, ConnectionSetup setup) {
  auto channel = running_network().adopt(std::move(socket));
  auto making = make_transport(std::move(channel), factory(), std::move(setup));
  co_return co_await std::move(making);
}

Coro<Server> open_server(ProtocolFactory factory, std::vector<Endpoint> at, ConnectionSetup setup) {
  auto listeners = co_await running_network().listen(std::move(at), setup.options());
  auto serving = serve(std::move(listeners), std::move(factory), std::move(setup));
  co_return co_await std::move(serving);
}

Coro<Server> open_server(ProtocolFactory factory, std::string path, ConnectionSetup setup) {
  std::vector<Endpoint> at;
  at.push_back(local_endpoint(std::move(path)));
  return open_server(std::move(factory), std::move(at), std::move(setup));
}

Coro<Server> open_server(ProtocolFactory factory, Socket socket, ConnectionSetup setup) {
  auto listeners = running_network().adopt_listener(std::move(socket), setup.options(), false);
  auto serving = serve(std::move(listeners), std::move(factory), std::move(setup));
  co_return co_await std::move(serving);
}

Coro<Server> open_local_server(ProtocolFactory factory, Socket socket, ConnectionSetup setup) {
  const bool cleanup = setup.options().cleanup_socket;
  auto listeners = running_network().adopt_listener(std::move(socket), setup.options(), cleanup);
  auto serving = serve(std::move(listeners), std::move(factory), std::move(setup));
  co_return co_await std::move(serving);
}

}  // namespace asyncio::detail
