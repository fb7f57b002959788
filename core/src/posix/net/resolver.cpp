#include "stream/resolver.hpp"

#include <netdb.h>

#include <stdexcept>

#include "asyncio/detail/thread/thread_call.hpp"
#include "asyncio/os_error.hpp"
#include "posix/net/address.hpp"
#include "posix/net/socket_questions.hpp"

namespace asyncio::detail {
namespace {

using native::Address;

AddrInfo info_of(const addrinfo& found) {
  AddrInfo info;
  info.family = native::family_of(found.ai_family);
  info.type = native::type_of(found.ai_socktype);
  info.proto = found.ai_protocol;
  if (found.ai_canonname) info.canonname = found.ai_canonname;
  info.sockaddr = native::address_of(found).endpoint();
  return info;
}

std::vector<AddrInfo> ask(const std::string& host, const std::string& service, const AddrInfoOptions& options) {
  const int type = options.type ? native::system_type(*options.type) : 0;
  const auto found = native::ask_resolver(host, service, options.family, {type, options.proto, options.flags});
  std::vector<AddrInfo> all;
  for (const addrinfo* info = found.get(); info; info = info->ai_next) all.push_back(info_of(*info));
  return all;
}

}  // namespace

Coro<std::vector<Endpoint>> getaddrinfo(std::string host, int port, AddressFamily family) {
  if (port < 0 || port > 65535) throw std::out_of_range("port must be 0-65535.");
  AddrInfoOptions options{.family = family, .type = SocketType::stream};
  auto asking = getaddrinfo(std::move(host), std::to_string(port), options);
  const auto found = co_await std::move(asking);
  std::vector<Endpoint> endpoints;
  endpoints.reserve(found.size());
  for (const AddrInfo& info : found) endpoints.push_back(info.sockaddr);
  co_return endpoints;
}

Coro<std::vector<AddrInfo>> getaddrinfo(std::string host, std::string service, AddrInfoOptions options) {
  auto question = [host, service, options] { return ask(host, service, options); };
  auto found = co_await run_in_thread<std::vector<AddrInfo>>(std::move(question));
  co_return found;
}

Coro<std::pair<std::string, std::string>> getnameinfo(Endpoint endpoint, int flags) {
  const Address address = native::numeric_address(endpoint);
  auto question = [address, flags] {
    char host[NI_MAXHOST];
    char service[NI_MAXSERV];
    const int code = ::getnameinfo(address.get(), address.size, host, sizeof host, service, sizeof service, flags);
    if (code != 0) throw OSError(code, ::gai_strerror(code));
    return std::pair<std::string, std::string>(host, service);
  };
  auto answer = co_await run_in_thread<std::pair<std::string, std::string>>(std::move(question));
  co_return answer;
}

}  // namespace asyncio::detail
