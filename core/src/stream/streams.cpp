#include "asyncio/streams.hpp"

#include "asyncio/detail/stream/connecting.hpp"
#include "stream/memory_channel.hpp"
#include "stream/stream_protocol.hpp"

namespace asyncio {
namespace {

using detail::ConnectionSetup;
using detail::StreamProtocol;

/// A connection's protocol, and the stream that is made with it.
class StreamMaker {
 public:
  explicit StreamMaker(const StreamOptions& options)
      : reader_(new detail::ReaderCore(options.limit)),
        protocol_(new StreamProtocol(detail::running_loop(), reader_, {})) {}
  const Ref<StreamProtocol>& protocol() const noexcept { return protocol_; }
  Stream make(const Ref<Transport>& transport) const {
    return {StreamReader(reader_), StreamWriter(transport, protocol_->flow(), reader_)};
  }

 private:
  Ref<detail::ReaderCore> reader_;
  Ref<StreamProtocol> protocol_;
};

/// \param to an Endpoint, or a Socket that is connected
template <class To>
Coro<Stream> connect(To to, ConnectionSetup setup) {
  const StreamMaker maker(setup.options());
  detail::ProtocolFactory factory = [protocol = maker.protocol()]() -> Ref<Protocol> { return protocol; };
  auto opening = detail::open_transport(std::move(factory), std::move(to), std::move(setup));
  auto transport = co_await std::move(opening);
  co_return maker.make(transport);
}

Coro<Stream> connect(detail::ChannelPtr channel, StreamOptions options) {
  const StreamMaker maker(options);
  auto making = detail::make_transport(std::move(channel), maker.protocol(), ConnectionSetup::client(options, {}));
  auto transport = co_await std::move(making);
  co_return maker.make(transport);
}

detail::ProtocolFactory factory_of(Ref<detail::ClientHandler> handler, std::size_t limit) {
  return [handler = std::move(handler), limit]() -> Ref<Protocol> {
    return new StreamProtocol(detail::running_loop(), new detail::ReaderCore(limit), handler);
  };
}

}  // namespace

Coro<Stream> open_connection(std::string host, int port, StreamOptions options) {
  auto setup = ConnectionSetup::client(options, host).with_port(port);
  return connect(detail::tcp_endpoint(std::move(host), port, options.family), std::move(setup));
}

Coro<Stream> open_connection(Socket socket, StreamOptions options) {
  return connect(std::move(socket), ConnectionSetup::client(options, {}));
}

Coro<Stream> open_unix_connection(std::string path, StreamOptions options) {
  return connect(detail::local_endpoint(std::move(path)), ConnectionSetup::local_client(options));
}

Coro<Stream> open_unix_connection(Socket socket, StreamOptions options) {
  auto setup = ConnectionSetup::local_client(options).with_local(socket);
  return connect(std::move(socket), std::move(setup));
}

Coro<std::pair<Stream, Stream>> open_memory_connection(StreamOptions options) {
  auto [first, second] = detail::make_memory_channels(detail::running_loop(), {}, {});
  Stream left = co_await connect(std::move(first), options);
  Stream right = co_await connect(std::move(second), options);
  co_return std::pair<Stream, Stream>(std::move(left), std::move(right));
}

Coro<Server> detail::start_server(Ref<ClientHandler> handler, Hosts hosts, int port, StreamOptions options) {
  return open_server(factory_of(std::move(handler), options.limit),
                     tcp_endpoints(std::move(hosts), port, options.family),
                     ConnectionSetup::server(options).with_port(port));
}

Coro<Server> detail::start_server(Ref<ClientHandler> handler, Socket socket, StreamOptions options) {
  return open_server(factory_of(std::move(handler), options.limit), std::move(socket),
                     ConnectionSetup::server(options));
}

Coro<Server> detail::start_unix_server(Ref<ClientHandler> handler, std::string path, StreamOptions options) {
  return open_server(factory_of(std::move(handler), options.limit), std::move(path), ConnectionSetup::server(options));
}

Coro<Server> detail::start_unix_server(Ref<ClientHandler> handler, Socket socket, StreamOptions options) {
  auto setup = ConnectionSetup::server(options).with_local(socket);
  return open_local_server(factory_of(std::move(handler), options.limit), std::move(socket), std::move(setup));
}

}  // namespace asyncio
