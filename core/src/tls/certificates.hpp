#pragma once

#include <openssl/x509.h>

#include <memory>
#include <string>
#include <vector>

namespace asyncio::tls {

struct FreeCertificate {
  void operator()(X509* certificate) const noexcept { ::X509_free(certificate); }
};
using Certificate = std::unique_ptr<X509, FreeCertificate>;

/// The certificates of a text: PEM, or DER one after the other. \throws SSLError for what is neither
std::vector<Certificate> read_certificates(const std::string& data);

}  // namespace asyncio::tls
