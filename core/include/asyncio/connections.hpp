#pragma once

/// \file
/// Connections and servers by callbacks: `loop.create_connection`, `loop.create_server`, …; what lies under
/// streams.hpp. Source: Lib/asyncio/base_events.py, unix_events.py.

#include "asyncio/detail/stream/connected.hpp"
#include "asyncio/detail/stream/connecting.hpp"
#include "asyncio/event_loop.hpp"
#include "asyncio/sockets.hpp"

namespace asyncio {

namespace detail {

/// Opens a transport whose protocol is made once it is connected.
template <class F, class... A>
Coro<Connected<Transport, F>> connect_factory(F factory, A... args) {
  std::invoke_result_t<F&> protocol;
  ProtocolFactory make = [&]() -> Ref<Protocol> { return protocol = factory(); };
  auto opening = open_transport(std::move(make), std::move(args)...);
  auto transport = co_await std::move(opening);
  co_return Connected<Transport, F>(std::move(transport), std::move(protocol));
}

}  // namespace detail

template <class F>
Coro<Connected<Transport, F>> EventLoop::create_connection(F factory, std::string host, int port,
                                                           StreamOptions options) {
  auto setup = detail::ConnectionSetup::client(options, host);
  return detail::connect_factory(std::move(factory), detail::tcp_endpoint(std::move(host), port, options.family),
                                 std::move(setup));
}
template <class F>
Coro<Connected<Transport, F>> EventLoop::create_connection(F factory, Socket socket, StreamOptions options) {
  return detail::connect_factory(std::move(factory), std::move(socket), detail::ConnectionSetup::client(options, {}));
}
template <class F>
Coro<Connected<Transport, F>> EventLoop::connect_accepted_socket(F factory, Socket socket, StreamOptions options) {
  return detail::connect_factory(std::move(factory), std::move(socket), detail::ConnectionSetup::server(options));
}
template <class F>
Coro<Connected<Transport, F>> EventLoop::create_unix_connection(F factory, std::string path, StreamOptions options) {
  return detail::connect_factory(std::move(factory), detail::local_endpoint(std::move(path)),
                                 detail::ConnectionSetup::client(options, {}));
}

template <class F>
Coro<Server> EventLoop::create_server(F factory, std::string host, int port, StreamOptions options) {
  return detail::open_server(std::move(factory), detail::tcp_endpoint(std::move(host), port, options.family),
                             detail::ConnectionSetup::server(options));
}
template <class F>
Coro<Server> EventLoop::create_server(F factory, Socket socket, StreamOptions options) {
  return detail::open_server(std::move(factory), std::move(socket), detail::ConnectionSetup::server(options));
}
template <class F>
Coro<Server> EventLoop::create_unix_server(F factory, std::string path, StreamOptions options) {
  return detail::open_server(std::move(factory), detail::local_endpoint(std::move(path)),
                             detail::ConnectionSetup::server(options));
}

}  // namespace asyncio
