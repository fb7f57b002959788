#pragma once

#include <exception>
#include <memory>

#include "asyncio/coro.hpp"
#include "asyncio/detail/stream/tls_context.hpp"

namespace asyncio::detail {

/// How a connection that is there goes on with TLS. Owns what StartTlsOptions refer to.
struct TlsUpgrade {
  TlsUpgrade(const ssl::SSLContext& context, const StartTlsOptions& options);

  std::shared_ptr<TlsContext> tls;
  TlsSetup setup;
  /// Of the options, or null: to be thrown inside the await, as in Python.
  std::exception_ptr refusal;
};

Coro<Ref<Transport>> upgrade_to_tls(Ref<Transport> transport, Ref<Protocol> protocol, TlsUpgrade upgrade);

}  // namespace asyncio::detail
