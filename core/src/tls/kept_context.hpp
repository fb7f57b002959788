#pragma once

#include <openssl/ssl.h>

#include <memory>

namespace asyncio::tls {

class OpenSslContext;

/// Keeps a context alive as long as a connection that was given over to it.
/// \throws std::bad_alloc
void keep_context(SSL* connection, std::shared_ptr<OpenSslContext> context);

}  // namespace asyncio::tls
