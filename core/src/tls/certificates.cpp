#include "tls/certificates.hpp"

#include <openssl/err.h>
#include <openssl/pem.h>

#include <new>

#include "tls/bio.hpp"
#include "tls/ssl_errors.hpp"

namespace asyncio::tls {
namespace {

/// Whether the last error only says that nothing more is there.
bool at_the_end(BIO* bio, bool pem) noexcept {
  const unsigned long code = ::ERR_peek_last_error();
  if (!pem) return BIO_eof(bio);
  return ERR_GET_LIB(code) == ERR_LIB_PEM && ERR_GET_REASON(code) == PEM_R_NO_START_LINE;
}

}  // namespace

std::vector<Certificate> read_certificates(const std::string& data) {
  const Bio bio(::BIO_new_mem_buf(data.data(), static_cast<int>(data.size())));
  if (!bio) throw std::bad_alloc();
  const bool pem = data.find("-----BEGIN") != std::string::npos;
  std::vector<Certificate> all;
  ::ERR_clear_error();
  for (;;) {
    Certificate one(pem ? ::PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr)
                        : ::d2i_X509_bio(bio.get(), nullptr));
    if (!one) break;
    all.push_back(std::move(one));
  }
  if (!at_the_end(bio.get(), pem)) std::rethrow_exception(take_error());
  ::ERR_clear_error();
  return all;
}

}  // namespace asyncio::tls
