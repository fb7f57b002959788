/// \file
/// What stands for TLS where there is none.

#include "asyncio/detail/stream/tls_context.hpp"

#include "asyncio/exceptions.hpp"

std::shared_ptr<asyncio::detail::TlsContext> asyncio::detail::make_tls_context(bool) {
#ifdef __EMSCRIPTEN__
  throw NotSupportedError("TLS is not supported: connections of a browser's page lead through memory");
#else
  throw NotSupportedError("TLS is not supported: the library was built without ASYNCIO_WITH_TLS");
#endif
}
