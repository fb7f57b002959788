#include "asyncio/datagrams.hpp"

#include "absent/no_sockets.hpp"

namespace asyncio::detail {

Coro<DatagramEndpoint> make_datagram_endpoint(std::optional<Endpoint>, std::optional<Endpoint>, DatagramOptions) {
  no_sockets("create_datagram_endpoint()");
}
Coro<Ref<DatagramTransport>> open_datagrams(Ref<DatagramProtocol>, DatagramEndpoint) {
  no_sockets("create_datagram_endpoint()");
}

}  // namespace asyncio::detail
