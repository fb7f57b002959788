#include "posix/net/address.hpp"

#include <arpa/inet.h>
#include <netdb.h>
#include <netinet/in.h>
#include <sys/un.h>

#include <cerrno>
#include <cstddef>
#include <cstring>
#include <memory>

#include "asyncio/os_error.hpp"

namespace asyncio::native {
namespace {

template <class T>
T read_as(const sockaddr_storage& storage) noexcept {
  T value{};
  std::memcpy(&value, &storage, sizeof value);
  return value;
}

template <class T>
Address make_address(const T& value, std::size_t size) noexcept {
  Address address;
  std::memcpy(&address.storage, &value, sizeof value);
  address.size = static_cast<socklen_t>(size);
  return address;
}

Address local(const std::string& path) {
  sockaddr_un value{};
  value.sun_family = AF_UNIX;
  if (path.size() >= sizeof value.sun_path) throw OSError("AF_UNIX path too long");
  path.copy(value.sun_path, path.size());
  // A name that begins with a null byte is abstract, and its length counts.
  const bool abstract = path.empty() || path.front() == '\0';
  return make_address(value, offsetof(sockaddr_un, sun_path) + path.size() + (abstract ? 0 : 1));
}

Endpoint local_endpoint(const Address& address) {
  const auto value = read_as<sockaddr_un>(address.storage);
  const std::size_t used = address.size - std::min<std::size_t>(address.size, offsetof(sockaddr_un, sun_path));
  std::string path(value.sun_path, std::min(used, sizeof value.sun_path));
  if (!path.empty() && path.front() != '\0') path.resize(std::strlen(path.c_str()));
  return {path, 0, AddressFamily::local};
}

}  // namespace

int system_family(AddressFamily family) noexcept {
  switch (family) {
    case AddressFamily::ipv4:
      return AF_INET;
    case AddressFamily::ipv6:
      return AF_INET6;
    case AddressFamily::local:
      return AF_UNIX;
    default:
      return AF_UNSPEC;
  }
}

AddressFamily family_of(int system_family) noexcept {
  switch (system_family) {
    case AF_INET:
      return AddressFamily::ipv4;
    case AF_INET6:
      return AddressFamily::ipv6;
    case AF_UNIX:
      return AddressFamily::local;
    default:
      return AddressFamily::any;
  }
}

Endpoint Address::endpoint() const {
  char text[INET6_ADDRSTRLEN] = "";
  if (family() == AF_INET) {
    const auto value = read_as<sockaddr_in>(storage);
    ::inet_ntop(AF_INET, &value.sin_addr, text, sizeof text);
    return {text, ntohs(value.sin_port), AddressFamily::ipv4};
  }
  if (family() == AF_INET6) {
    const auto value = read_as<sockaddr_in6>(storage);
    ::inet_ntop(AF_INET6, &value.sin6_addr, text, sizeof text);
    return {text, ntohs(value.sin6_port), AddressFamily::ipv6};
  }
  return local_endpoint(*this);
}

std::optional<Address> to_address(const Endpoint& endpoint) {
  if (endpoint.family == AddressFamily::local) return local(endpoint.host);
  sockaddr_in four{};
  if (endpoint.family != AddressFamily::ipv6 && ::inet_pton(AF_INET, endpoint.host.c_str(), &four.sin_addr) == 1) {
    four.sin_family = AF_INET;
    four.sin_port = htons(endpoint.port);
    return make_address(four, sizeof four);
  }
  sockaddr_in6 six{};
  if (endpoint.family != AddressFamily::ipv4 && ::inet_pton(AF_INET6, endpoint.host.c_str(), &six.sin6_addr) == 1) {
    six.sin6_family = AF_INET6;
    six.sin6_port = htons(endpoint.port);
    return make_address(six, sizeof six);
  }
  return std::nullopt;
}

void FreeAddresses::operator()(addrinfo* found) const noexcept { ::freeaddrinfo(found); }

std::unique_ptr<addrinfo, FreeAddresses> ask_resolver(const std::string& host, const std::string& service,
                                                      AddressFamily family, const Lookup& lookup) {
  addrinfo hints{};
  hints.ai_family = system_family(family);
  hints.ai_socktype = lookup.type;
  hints.ai_protocol = lookup.proto;
  hints.ai_flags = lookup.flags;
  addrinfo* found = nullptr;
  const int code =
      ::getaddrinfo(host.empty() ? nullptr : host.c_str(), service.empty() ? nullptr : service.c_str(), &hints, &found);
  if (code == EAI_SYSTEM) std::rethrow_exception(detail::os_error(errno));
  if (code != 0) throw OSError(code, ::gai_strerror(code));
  return std::unique_ptr<addrinfo, FreeAddresses>(found);
}

Address address_of(const addrinfo& info) noexcept {
  Address address;
  std::memcpy(&address.storage, info.ai_addr, info.ai_addrlen);
  address.size = info.ai_addrlen;
  return address;
}

std::vector<Address> look_up(const Endpoint& endpoint, const Lookup& lookup) {
  const auto found = ask_resolver(endpoint.host, std::to_string(endpoint.port), endpoint.family, lookup);
  std::vector<Address> all;
  for (const addrinfo* info = found.get(); info; info = info->ai_next) all.push_back(address_of(*info));
  return all;
}

Address local_address(int fd) {
  Address address;
  ::getsockname(fd, address.get(), &address.size);
  return address;
}

Address peer_address(int fd) {
  Address address;
  ::getpeername(fd, address.get(), &address.size);
  return address;
}

Address numeric_address(const Endpoint& endpoint) {
  if (auto address = to_address(endpoint)) return *address;
  throw std::invalid_argument("'" + endpoint.host + "' is no numeric address: look it up with getaddrinfo() first");
}

}  // namespace asyncio::native
