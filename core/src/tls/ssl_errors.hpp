#pragma once

#include <openssl/ssl.h>

#include <exception>
#include <string>

namespace asyncio::tls {

/// What OpenSSL's error queue of this thread tells, which is emptied.
/// \param connection whose certificate check may have failed; or null
/// \param hostname that the certificate should have been for
std::exception_ptr take_error(SSL* connection = nullptr, const std::string& hostname = {});

}  // namespace asyncio::tls
