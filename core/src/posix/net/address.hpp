#pragma once

/// \file
/// Between an Endpoint and what the system calls take.

#include <netdb.h>
#include <sys/socket.h>

#include <cstring>
#include <memory>
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
  friend bool operator==(const Address& a, const Address& b) noexcept {
    return a.size == b.size && std::memcmp(&a.storage, &b.storage, a.size) == 0;
  }
};

/// What is asked of the resolver beside the name.
struct Lookup {
  int type = SOCK_STREAM;
  int proto = 0;
  int flags = 0;
};

/// None if the host is a name. \throws OSError if a path is too long
std::optional<Address> to_address(const Endpoint& endpoint);

/// What the system calls a family. Source: AF_…
int system_family(AddressFamily family) noexcept;
AddressFamily family_of(int system_family) noexcept;

struct FreeAddresses {
  void operator()(addrinfo* found) const noexcept;
};
/// Asks the resolver, which may take long. \param service a port's number or name; may be empty
/// \throws OSError with the resolver's words
std::unique_ptr<addrinfo, FreeAddresses> ask_resolver(const std::string& host, const std::string& service,
                                                      AddressFamily family, const Lookup& lookup);
Address address_of(const addrinfo& info) noexcept;

/// Looks a name up, which may take long. \throws OSError with the resolver's words
std::vector<Address> look_up(const Endpoint& endpoint, const Lookup& lookup);

Address local_address(int fd);
Address peer_address(int fd);

/// \throws std::invalid_argument unless it is numeric
Address numeric_address(const Endpoint& endpoint);

}  // namespace asyncio::native
