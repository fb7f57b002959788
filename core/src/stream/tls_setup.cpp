#include "asyncio/detail/stream/tls_setup.hpp"

#include <stdexcept>

namespace asyncio::detail {
namespace {

void set_timeout(Duration& place, std::optional<Duration> timeout, const char* name) {
  if (!timeout) return;
  if (*timeout <= Duration::zero()) {
    const double seconds = std::chrono::duration<double>(*timeout).count();
    throw std::invalid_argument(std::string(name) + " should be a positive number, got " + std::to_string(seconds));
  }
  place = *timeout;
}

}  // namespace

void TlsSetup::set_timeouts(std::optional<Duration> handshake, std::optional<Duration> shutdown) {
  set_timeout(handshake_timeout, handshake, "ssl_handshake_timeout");
  set_timeout(shutdown_timeout, shutdown, "ssl_shutdown_timeout");
}

}  // namespace asyncio::detail
