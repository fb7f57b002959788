#include "tls/ssl_errors.hpp"

#include <openssl/err.h>
#include <openssl/x509_vfy.h>

#include <algorithm>
#include <cctype>
#include <cerrno>

#include "asyncio/ssl.hpp"

namespace asyncio::tls {
namespace {

/// "certificate verify failed" as CPython has it: "CERTIFICATE_VERIFY_FAILED".
std::string symbol_of(std::string reason) {
  std::transform(reason.begin(), reason.end(), reason.begin(),
                 [](unsigned char c) { return std::isalnum(c) ? static_cast<char>(std::toupper(c)) : '_'; });
  return reason;
}

std::string why_not_trusted(SSL* connection, const std::string& hostname) {
  const long code = ::SSL_get_verify_result(connection);
  if (code == X509_V_ERR_HOSTNAME_MISMATCH)
    return "Hostname mismatch, certificate is not valid for '" + hostname + "'.";
  if (code == X509_V_ERR_IP_ADDRESS_MISMATCH)
    return "IP address mismatch, certificate is not valid for '" + hostname + "'.";
  return ::X509_verify_cert_error_string(code);
}

}  // namespace

std::exception_ptr take_error(SSL* connection, const std::string& hostname) {
  const unsigned long code = ::ERR_peek_last_error();
  ::ERR_clear_error();
  if (code == 0) return std::make_exception_ptr(ssl::SSLError("A failure in the SSL library occurred"));
  if (ERR_SYSTEM_ERROR(code)) return detail::os_error(ERR_GET_REASON(code));
  const char* known = ::ERR_reason_error_string(code);
  const std::string reason = known ? known : "unknown error";
  const std::string text = "[SSL: " + symbol_of(reason) + "] " + reason;
  if (connection && ERR_GET_LIB(code) == ERR_LIB_SSL && ERR_GET_REASON(code) == SSL_R_CERTIFICATE_VERIFY_FAILED)
    return std::make_exception_ptr(ssl::SSLCertVerificationError(text + ": " + why_not_trusted(connection, hostname)));
  return std::make_exception_ptr(ssl::SSLError(text));
}

}  // namespace asyncio::tls
