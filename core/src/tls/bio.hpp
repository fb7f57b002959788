#pragma once

#include <openssl/bio.h>

#include <memory>

namespace asyncio::tls {

struct FreeBio {
  void operator()(BIO* bio) const noexcept { ::BIO_free(bio); }
};
/// OpenSSL's way for bytes.
using Bio = std::unique_ptr<BIO, FreeBio>;

}  // namespace asyncio::tls
