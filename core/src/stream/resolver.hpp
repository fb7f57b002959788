#pragma once

/// \file
/// Names and addresses: \see EventLoop::getaddrinfo and its like.

#include <string>
#include <utility>
#include <vector>

#include "asyncio/address_info.hpp"
#include "asyncio/coro.hpp"

namespace asyncio::detail {

Coro<std::vector<Endpoint>> getaddrinfo(std::string host, int port, AddressFamily family);
Coro<std::vector<AddrInfo>> getaddrinfo(std::string host, std::string service, AddrInfoOptions options);
Coro<std::pair<std::string, std::string>> getnameinfo(Endpoint endpoint, int flags);

}  // namespace asyncio::detail
