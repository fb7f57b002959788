#include "asyncio/streams.hpp"

#include <stdexcept>

#include "asyncio/detail/memory_channel.hpp"
#include "asyncio/detail/network.hpp"
#include "asyncio/detail/stream_protocol.hpp"
#include "asyncio/detail/waiter.hpp"
#include "asyncio/event_loop.hpp"

namespace asyncio {
namespace {

using detail::ChannelPtr;
using detail::Ref;

Endpoint tcp_endpoint(std::string host, int port, const StreamOptions& options) {
  if (port < 0 || port > 65535) throw std::out_of_range("port must be 0-65535.");
  return {std::move(host), static_cast<std::uint16_t>(port), options.family};
}

Endpoint local_endpoint(std::string path) { return {std::move(path), 0, AddressFamily::local}; }

/// Source: _create_connection_transport in Lib/asyncio/base_events.py.
Coro<Stream> make_stream(ChannelPtr channel, StreamOptions options) {
  detail::LoopCore& loop = detail::running_loop();
  const Ref<detail::ReaderCore> reader(new detail::ReaderCore(options.limit));
  const Ref<detail::StreamProtocol> protocol(new detail::StreamProtocol(loop, reader, {}));
  const Ref<detail::StreamTransport> transport(new detail::StreamTransport(loop, std::move(channel), protocol, {}));
  // Closes the connection if the wait is cancelled.
  StreamWriter writer(transport, protocol->flow(), reader);
  const auto made = loop.face().create_future<void>();
  transport->start(made);
  co_await made;
  co_return Stream(StreamReader(reader), std::move(writer));
}

Coro<Stream> connect(Endpoint to, StreamOptions options) {
  auto channel = co_await detail::running_network().connect(std::move(to), options);
  co_return co_await make_stream(std::move(channel), options);
}

Coro<Server> serve(Ref<detail::ClientHandler> handler, Endpoint at, StreamOptions options) {
  detail::LoopCore& loop = detail::running_loop();
  auto listeners = co_await detail::running_network().listen(std::move(at), options);
  const auto factory = [&loop, handler, options]() -> Ref<Protocol> {
    return new detail::StreamProtocol(loop, new detail::ReaderCore(options.limit), handler);
  };
  const Ref<detail::ServerCore> core(new detail::ServerCore(loop, std::move(listeners), factory));
  if (options.start_serving) {
    core->start_serving();
    // As in CPython: the readiness callbacks are in place afterwards.
    co_await detail::YieldAwaiter();
  }
  co_return Server(core);
}

}  // namespace

Coro<Stream> open_connection(std::string host, int port, StreamOptions options) {
  co_return co_await connect(tcp_endpoint(std::move(host), port, options), options);
}

Coro<Stream> open_unix_connection(std::string path, StreamOptions options) {
  return connect(local_endpoint(std::move(path)), options);
}

Coro<std::pair<Stream, Stream>> open_memory_connection(StreamOptions options) {
  detail::LoopCore& loop = detail::running_loop();
  auto [first, second] = detail::make_memory_channels(loop, {}, {});
  Stream left = co_await make_stream(std::move(first), options);
  Stream right = co_await make_stream(std::move(second), options);
  co_return std::pair<Stream, Stream>(std::move(left), std::move(right));
}

Coro<Server> detail::start_server(Ref<ClientHandler> handler, std::string host, int port, StreamOptions options) {
  co_return co_await serve(std::move(handler), tcp_endpoint(std::move(host), port, options), options);
}

Coro<Server> detail::start_unix_server(Ref<ClientHandler> handler, std::string path, StreamOptions options) {
  return serve(std::move(handler), local_endpoint(std::move(path)), options);
}

}  // namespace asyncio
