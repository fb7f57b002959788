#include "tls/tls_engine.hpp"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <climits>
#include <new>
#include <stdexcept>

#include "asyncio/ssl.hpp"
#include "tls/bio.hpp"
#include "tls/certificates.hpp"
#include "tls/ssl_errors.hpp"

namespace asyncio::tls {
namespace {

struct FreeAddress {
  void operator()(ASN1_OCTET_STRING* address) const noexcept { ::ASN1_OCTET_STRING_free(address); }
};

BIO* make_bio() {
  BIO* bio = ::BIO_new(::BIO_s_mem());
  if (!bio) throw std::bad_alloc();
  // An empty one is not at its end.
  BIO_set_mem_eof_return(bio, -1);
  return bio;
}

bool is_address(const std::string& name) {
  return std::unique_ptr<ASN1_OCTET_STRING, FreeAddress>(::a2i_IPADDRESS(name.c_str())) != nullptr;
}

std::string contents_of(BIO* bio) {
  char* data = nullptr;
  const long size = BIO_get_mem_data(bio, &data);
  return size > 0 ? std::string(data, static_cast<std::size_t>(size)) : std::string();
}

}  // namespace

TlsEngine::TlsEngine(SSL_CTX* context, bool server_side, const std::string& hostname, bool check)
    : ssl_(::SSL_new(context)), hostname_(hostname) {
  if (!ssl_) std::rethrow_exception(take_error());
  incoming_ = make_bio();
  outgoing_ = make_bio();
  ::SSL_set_bio(ssl_.get(), incoming_, outgoing_);
  SSL_set_mode(ssl_.get(), SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER | SSL_MODE_AUTO_RETRY);
  if (server_side) {
    ::SSL_set_accept_state(ssl_.get());
    return;
  }
  ::SSL_set_connect_state(ssl_.get());
  set_server_name(ssl_.get(), hostname_);
  if (hostname.empty()) {
    if (check) throw std::invalid_argument("check_hostname requires server_hostname");
    return;
  }
  const bool address = is_address(hostname);
  if (!address && SSL_set_tlsext_host_name(ssl_.get(), hostname.c_str()) != 1) std::rethrow_exception(take_error());
  if (check) check_name(address);
}

void TlsEngine::take_up(const Session& session) noexcept {
  // A session that does not fit any more is none: the handshake is a whole one then.
  if (session && ::SSL_set_session(ssl_.get(), session.get()) != 1) ::ERR_clear_error();
}

void TlsEngine::check_name(bool address) {
  X509_VERIFY_PARAM* const rules = ::SSL_get0_param(ssl_.get());
  ::X509_VERIFY_PARAM_set_hostflags(rules, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS | X509_CHECK_FLAG_NEVER_CHECK_SUBJECT);
  const int set = address ? ::X509_VERIFY_PARAM_set1_ip_asc(rules, hostname_.c_str())
                          : ::X509_VERIFY_PARAM_set1_host(rules, hostname_.data(), hostname_.size());
  if (set != 1) std::rethrow_exception(take_error());
}

TlsEngine::Result TlsEngine::result_of(int status, std::size_t count) {
  if (status > 0) return {Result::Kind::done, count};
  switch (::SSL_get_error(ssl_.get(), status)) {
    case SSL_ERROR_WANT_READ:
    case SSL_ERROR_WANT_WRITE:
      return {Result::Kind::again};
    case SSL_ERROR_ZERO_RETURN:
      return {Result::Kind::closed};
    default:
      return {Result::Kind::error, 0, take_error(ssl_.get(), hostname_)};
  }
}

TlsEngine::Result TlsEngine::handshake() {
  ::ERR_clear_error();
  return result_of(::SSL_do_handshake(ssl_.get()));
}

TlsEngine::Result TlsEngine::read(std::span<char> into) {
  ::ERR_clear_error();
  std::size_t count = 0;
  const int status = ::SSL_read_ex(ssl_.get(), into.data(), into.size(), &count);
  return result_of(status, count);
}

TlsEngine::Result TlsEngine::write(std::string_view data) {
  ::ERR_clear_error();
  std::size_t count = 0;
  const int status = ::SSL_write_ex(ssl_.get(), data.data(), data.size(), &count);
  return result_of(status, count);
}

TlsEngine::Result TlsEngine::shut_down() {
  ::ERR_clear_error();
  int status = ::SSL_shutdown(ssl_.get());
  // Ours is sent: the second call looks for the peer's.
  if (status == 0) status = ::SSL_shutdown(ssl_.get());
  return status == 0 ? Result{Result::Kind::done} : result_of(status);
}

void TlsEngine::put(std::string_view data) {
  while (!data.empty()) {
    const int size = static_cast<int>(std::min<std::size_t>(data.size(), INT_MAX));
    const int written = ::BIO_write(incoming_, data.data(), size);
    if (written <= 0) throw std::bad_alloc();
    data.remove_prefix(static_cast<std::size_t>(written));
  }
}

std::size_t TlsEngine::incoming_size() const noexcept { return ::BIO_ctrl_pending(incoming_); }
std::size_t TlsEngine::outgoing_size() const noexcept { return ::BIO_ctrl_pending(outgoing_); }

std::string TlsEngine::take_outgoing() {
  std::string data = contents_of(outgoing_);
  if (!data.empty()) (void)BIO_reset(outgoing_);
  return data;
}

std::string TlsEngine::cipher() const { return ::SSL_get_cipher_name(ssl_.get()); }
std::string TlsEngine::version() const { return ::SSL_get_version(ssl_.get()); }

bool TlsEngine::session_reused() const noexcept { return SSL_session_reused(ssl_.get()) == 1; }

std::string TlsEngine::alpn_protocol() const {
  const unsigned char* name = nullptr;
  unsigned size = 0;
  ::SSL_get0_alpn_selected(ssl_.get(), &name, &size);
  return name ? std::string(reinterpret_cast<const char*>(name), size) : std::string();
}

std::string TlsEngine::peer_certificate() const {
  const Certificate certificate(SSL_get_peer_certificate(ssl_.get()));
  if (!certificate) return {};
  const Bio text(make_bio());
  if (::PEM_write_bio_X509(text.get(), certificate.get()) != 1) return {};
  return contents_of(text.get());
}

}  // namespace asyncio::tls
