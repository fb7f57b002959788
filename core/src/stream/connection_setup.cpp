#include "asyncio/detail/stream/connection_setup.hpp"

#include <stdexcept>
#include <type_traits>

#include "asyncio/sockets.hpp"
#include "asyncio/ssl.hpp"

namespace asyncio::detail {
namespace {

// g++ 12 copies an aggregate in a co_await expression bit by bit.
static_assert(std::is_trivially_copyable_v<StreamOptions>);

void refuse(bool given, const char* name) {
  if (given) throw std::invalid_argument(std::string(name) + " is only meaningful with ssl");
}

}  // namespace

void ConnectionSetup::read_options() {
  if (options_.local_addr) local_addr_ = options_.local_addr->copy();
  if (options_.ssl) {
    tls_ = options_.ssl->core();
    tls_setup_.set_timeouts(options_.ssl_handshake_timeout, options_.ssl_shutdown_timeout);
  } else {
    refuse(options_.server_hostname.has_value(), "server_hostname");
    refuse(options_.ssl_handshake_timeout.has_value(), "ssl_handshake_timeout");
    refuse(options_.ssl_shutdown_timeout.has_value(), "ssl_shutdown_timeout");
  }
}

template <class F>
ConnectionSetup ConnectionSetup::make(const StreamOptions& options, F complete) {
  ConnectionSetup setup(options);
  try {
    setup.read_options();
    complete(setup);
  } catch (...) {
    setup.refusal_ = std::current_exception();
  }
  return setup;
}

ConnectionSetup ConnectionSetup::client(const StreamOptions& options, const std::string& host) {
  return make(options, [&](ConnectionSetup& setup) {
    if (!setup.tls_) return;
    if (!options.server_hostname && host.empty())
      throw std::invalid_argument("You must set server_hostname when using ssl without a host");
    setup.tls_setup_.server_hostname = options.server_hostname ? std::string(*options.server_hostname) : host;
  });
}

ConnectionSetup ConnectionSetup::local_client(const StreamOptions& options) {
  return make(options, [&](ConnectionSetup& setup) {
    if (!setup.tls_) return;
    if (!options.server_hostname) throw std::invalid_argument("you have to pass server_hostname when using ssl");
    setup.tls_setup_.server_hostname = std::string(*options.server_hostname);
  });
}

ConnectionSetup ConnectionSetup::server(const StreamOptions& options) {
  return make(options, [](ConnectionSetup& setup) { setup.tls_setup_.server_side = true; });
}

template <class E>
void ConnectionSetup::keep_refusal(const char* why) {
  if (!refusal_) refusal_ = std::make_exception_ptr(E(why));
}

ConnectionSetup ConnectionSetup::with_port(int port) && {
  if (port < 0 || port > 65535) keep_refusal<std::out_of_range>("port must be 0-65535.");
  return std::move(*this);
}

ConnectionSetup ConnectionSetup::with_local(const Socket& socket) && {
  if (socket.family() != AddressFamily::local || socket.type() != SocketType::stream)
    keep_refusal<std::invalid_argument>("A UNIX Domain Stream Socket was expected");
  return std::move(*this);
}

}  // namespace asyncio::detail
