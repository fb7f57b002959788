#pragma once

/// \file
/// Between an Endpoint and what the system calls take.

#include <sys/socket.h>

#include <optional>
#include <vector>

#include "asyncio/endpoint.hpp"

namespace asyncio::native {

struct Address {
  sockaddr_storage storage{};
  socklen_t size = sizeof(sockaddr_storage);

  sockaddr* get() noexcept { return reinterpret_cast<sockaddr*>(&storage); }
  const sockaddr* get() const noexcept { return reinterpret_cast<const sockaddr*>(&storage); }
  int family() const noexcept { return storage.ss_family; }
  Endpoint endpoint() const;
};

/// None if the host is a name. \throws OSError if a path is too long
std::optional<Address> to_address(const Endpoint& endpoint);

/// Looks a name up, which may take long. \param listen for an address to bind: an empty host means all
/// \throws OSError with the resolver's words
std::vector<Address> look_up(const Endpoint& endpoint, bool listen);

Address local_address(int fd);
Address peer_address(int fd);

/// \throws std::invalid_argument unless it is numeric
Address numeric_address(const Endpoint& endpoint);

}  // namespace asyncio::native
