#include "stream/resolver.hpp"

#include "absent/no_sockets.hpp"

namespace asyncio::detail {

Coro<std::vector<Endpoint>> getaddrinfo(std::string, int, AddressFamily) { no_sockets("getaddrinfo()"); }
Coro<std::vector<AddrInfo>> getaddrinfo(std::string, std::string, AddrInfoOptions) { no_sockets("getaddrinfo()"); }
Coro<std::pair<std::string, std::string>> getnameinfo(Endpoint, int) { no_sockets("getnameinfo()"); }

}  // namespace asyncio::detail
