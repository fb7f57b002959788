#pragma once

/// \file
/// Datagrams: `loop.create_datagram_endpoint`. Source: Lib/asyncio/base_events.py, transports.py, protocols.py.

#include <optional>
#include <string_view>

#include "asyncio/datagram_options.hpp"
#include "asyncio/detail/stream/connected.hpp"
#include "asyncio/sockets.hpp"
#include "asyncio/transport.hpp"

namespace asyncio {

/// Sends datagrams, and calls its protocol for those that come.
class DatagramTransport : public virtual BaseTransport {
 public:
  /// Sends, without waiting: what the system does not take at once is kept and sent when there is room. What goes wrong
  /// goes to error_received(). \param to none: the endpoint's remote address.
  /// \throws std::invalid_argument without any address, or for another one than the endpoint's
  virtual void sendto(std::string_view data, const std::optional<Endpoint>& to = {}) = 0;
  /// Closes at once; what is kept is lost.
  virtual void abort() = 0;

  /// \see WriteTransport::set_write_buffer_limits
  virtual void set_write_buffer_limits(std::optional<std::size_t> high = {}, std::optional<std::size_t> low = {}) = 0;
  virtual WriteTransport::WriteBufferLimits get_write_buffer_limits() const = 0;
  /// What is kept, with 8 bytes for each datagram.
  virtual std::size_t get_write_buffer_size() const = 0;
};

/// The protocol of an endpoint for datagrams.
class DatagramProtocol : public BaseProtocol {
 public:
  /// Once, first of all.
  virtual void connection_made(DatagramTransport&) {}
  virtual void datagram_received(std::string_view data, const Endpoint& from) {
    (void)data;
    (void)from;
  }
  /// Sending or receiving failed with an OSError, which ends nothing.
  virtual void error_received(std::exception_ptr) {}
};

namespace detail {

/// A socket for datagrams, and the address that all it sends goes to.
struct DatagramEndpoint {
  Socket socket;
  std::optional<Endpoint> remote;
};

/// \throws OSError; std::invalid_argument
Coro<DatagramEndpoint> make_datagram_endpoint(std::optional<Endpoint> local, std::optional<Endpoint> remote,
                                              DatagramOptions options);
Coro<Ref<DatagramTransport>> open_datagrams(Ref<DatagramProtocol> protocol, DatagramEndpoint endpoint);

template <class F>
Coro<Connected<DatagramTransport, F>> connect_datagrams(F factory, std::optional<Endpoint> local,
                                                        std::optional<Endpoint> remote, DatagramOptions options) {
  auto making = make_datagram_endpoint(std::move(local), std::move(remote), options);
  auto endpoint = co_await std::move(making);
  auto connecting = connect_protocol<DatagramTransport>(std::move(factory), open_datagrams, std::move(endpoint));
  co_return co_await std::move(connecting);
}

}  // namespace detail

}  // namespace asyncio
