#include "asyncio/detail/stream/connection_setup.hpp"

#include <stdexcept>
#include <type_traits>

#include "asyncio/ssl.hpp"

namespace asyncio::detail {
namespace {

// g++ 12 copies an aggregate in a co_await expression bit by bit.
static_assert(std::is_trivially_copyable_v<StreamOptions>);

void refuse(bool given, const char* name) {
  if (given) throw std::invalid_argument(std::string(name) + " is only meaningful with ssl");
}

}  // namespace

ConnectionSetup::ConnectionSetup(const StreamOptions& options) : options_(options) {
  if (options.local_addr) local_addr_ = options.local_addr->copy();
  if (options.ssl) {
    tls_ = options.ssl->core();
    tls_setup_.set_timeouts(options.ssl_handshake_timeout, options.ssl_shutdown_timeout);
  } else {
    refuse(options.server_hostname.has_value(), "server_hostname");
    refuse(options.ssl_handshake_timeout.has_value(), "ssl_handshake_timeout");
    refuse(options.ssl_shutdown_timeout.has_value(), "ssl_shutdown_timeout");
  }
}

ConnectionSetup ConnectionSetup::client(const StreamOptions& options, const std::string& host) {
  ConnectionSetup setup(options);
  if (!setup.tls_) return setup;
  if (!options.server_hostname && host.empty())
    throw std::invalid_argument("You must set server_hostname when using ssl without a host");
  setup.tls_setup_.server_hostname = options.server_hostname ? std::string(*options.server_hostname) : host;
  return setup;
}

ConnectionSetup ConnectionSetup::local_client(const StreamOptions& options) {
  if (options.ssl && !options.server_hostname)
    throw std::invalid_argument("you have to pass server_hostname when using ssl");
  return client(options, {});
}

ConnectionSetup ConnectionSetup::server(const StreamOptions& options) {
  ConnectionSetup setup(options);
  setup.tls_setup_.server_side = true;
  return setup;
}

}  // namespace asyncio::detail
