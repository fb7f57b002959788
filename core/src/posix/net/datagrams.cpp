#include "asyncio/datagrams.hpp"

#include <sys/socket.h>

#include <map>
#include <stdexcept>

#include "asyncio/os_error.hpp"
#include "posix/net/datagram_transport.hpp"
#include "posix/net/posix_network.hpp"
#include "posix/net/socket_listener.hpp"
#include "posix/net/socket_questions.hpp"
#include "stream/start_transport.hpp"

namespace asyncio {
namespace {

using native::Address;

/// A socket's own address and its peer's, both of one family.
struct AddressPair {
  std::optional<Address> local;
  std::optional<Address> remote;
};

/// In the order in which the families were found, each with the last address that was found for it, as in CPython.
Coro<std::vector<AddressPair>> resolve_pairs(std::optional<Endpoint> local, std::optional<Endpoint> remote,
                                             native::Lookup lookup) {
  std::vector<AddressPair> pairs;
  const auto add = [&pairs](const Address& address, std::optional<Address> AddressPair::* place) {
    for (AddressPair& pair : pairs) {
      const Address& known = pair.local ? *pair.local : *pair.remote;
      if (known.family() == address.family()) {
        pair.*place = address;
        return;
      }
    }
    pairs.emplace_back().*place = address;
  };
  if (local) {
    const auto found = co_await native::resolve(*local, lookup);
    for (const Address& address : found) add(address, &AddressPair::local);
  }
  if (remote) {
    const auto found = co_await native::resolve(*remote, lookup);
    for (const Address& address : found) add(address, &AddressPair::remote);
  }
  std::erase_if(pairs, [&](const AddressPair& pair) { return (local && !pair.local) || (remote && !pair.remote); });
  if (pairs.empty()) throw std::invalid_argument("can not get address information");
  co_return pairs;
}

detail::DatagramEndpoint make_endpoint(const AddressPair& addresses, const DatagramOptions& options) {
  const int family = (addresses.local ? *addresses.local : *addresses.remote).family();
  Socket socket = Socket::adopt(native::make_socket(family, SOCK_DGRAM, options.proto).release());
  if (options.reuse_port) native::set_reuse_port(socket.fileno());
  if (options.allow_broadcast) socket.setsockopt(SOL_SOCKET, SO_BROADCAST, 1);
  if (const auto& local = addresses.local) {
    if (family == AF_UNIX) native::remove_stale_socket(local->endpoint().host);
    native::require(::bind(socket.fileno(), local->get(), local->size) == 0);
  }
  if (!addresses.remote) return {std::move(socket), {}};
  // A datagram socket connects at once: it is a matter of its own side.
  if (!options.allow_broadcast)
    native::require(::connect(socket.fileno(), addresses.remote->get(), addresses.remote->size) == 0);
  return {std::move(socket), addresses.remote->endpoint()};
}

/// A socket without any address.
detail::DatagramEndpoint make_endpoint(const DatagramOptions& options) {
  if (options.family == AddressFamily::any) throw std::invalid_argument("unexpected address family");
  const int family = native::system_family(options.family);
  Socket socket = Socket::adopt(native::make_socket(family, SOCK_DGRAM, options.proto).release());
  if (options.reuse_port) native::set_reuse_port(socket.fileno());
  if (options.allow_broadcast) socket.setsockopt(SOL_SOCKET, SO_BROADCAST, 1);
  return {std::move(socket), {}};
}

void set_family(std::optional<Endpoint>& endpoint, AddressFamily family) {
  if (endpoint && family != AddressFamily::any) endpoint->family = family;
}

}  // namespace

Coro<detail::DatagramEndpoint> detail::make_datagram_endpoint(std::optional<Endpoint> local,
                                                              std::optional<Endpoint> remote, DatagramOptions options) {
  require_reactor(running_loop(), "create_datagram_endpoint()");
  if (!local && !remote) co_return make_endpoint(options);
  set_family(local, options.family);
  set_family(remote, options.family);
  const auto pairs =
      co_await resolve_pairs(std::move(local), std::move(remote), {SOCK_DGRAM, options.proto, options.flags});
  std::exception_ptr first;
  for (const AddressPair& pair : pairs) {
    try {
      co_return make_endpoint(pair, options);
    } catch (const OSError&) {
      if (!first) first = std::current_exception();
    }
  }
  std::rethrow_exception(first);
}

Coro<Ref<DatagramTransport>> detail::open_datagrams(Ref<DatagramProtocol> protocol, DatagramEndpoint endpoint) {
  if (endpoint.socket.type() == SocketType::stream) throw std::invalid_argument("A datagram socket was expected");
  LoopCore& loop = running_loop();
  const Ref<native::DatagramSocketTransport> transport(new native::DatagramSocketTransport(
      loop, require_reactor(loop, "create_datagram_endpoint()"), std::move(endpoint), std::move(protocol)));
  co_await start_and_wait(transport);
  co_return Ref<DatagramTransport>(transport);
}

}  // namespace asyncio
