#include "asyncio/detail/stream/tls_context.hpp"

#include "tls/openssl_context.hpp"

std::shared_ptr<asyncio::detail::TlsContext> asyncio::detail::make_tls_context(bool server_side) {
  return std::make_shared<tls::OpenSslContext>(server_side);
}
