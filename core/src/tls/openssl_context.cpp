#include "tls/openssl_context.hpp"

#include <openssl/err.h>

#include <cerrno>
#include <fstream>
#include <stdexcept>

#include "asyncio/exceptions.hpp"
#include "asyncio/log.hpp"
#include "asyncio/ssl.hpp"
#include "error/best_effort.hpp"
#include "tls/certificates.hpp"
#include "tls/kept_context.hpp"
#include "tls/ssl_errors.hpp"
#include "tls/tls_transport.hpp"

namespace asyncio::tls {
namespace {

void require(int result) {
  if (result != 1) std::rethrow_exception(take_error());
}

/// OpenSSL says of a missing file what only its developers understand.
void require_file(const std::string& path) {
  errno = 0;
  if (std::ifstream(path)) return;
  const int code = errno ? errno : ENOENT;
  std::rethrow_exception(detail::os_error(code, std::generic_category().message(code) + ": '" + path + "'"));
}

int give_password(char* buffer, int size, int, void* password) {
  const auto& text = *static_cast<const std::string*>(password);
  if (text.size() > static_cast<std::size_t>(size)) return -1;
  text.copy(buffer, text.size());
  return static_cast<int>(text.size());
}

int flags_of(ssl::VerifyMode mode) noexcept {
  switch (mode) {
    case ssl::VerifyMode::none:
      return SSL_VERIFY_NONE;
    case ssl::VerifyMode::optional:
      return SSL_VERIFY_PEER;
    default:
      return SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT;
  }
}

}  // namespace

OpenSslContext::OpenSslContext(bool server_side)
    : context_(::SSL_CTX_new(server_side ? ::TLS_server_method() : ::TLS_client_method())), server_side_(server_side) {
  if (!context_) std::rethrow_exception(take_error());
  ::SSL_CTX_set_options(context_.get(), SSL_OP_ALL | SSL_OP_NO_COMPRESSION | SSL_OP_CIPHER_SERVER_PREFERENCE |
                                            SSL_OP_SINGLE_DH_USE | SSL_OP_SINGLE_ECDH_USE);
  SSL_CTX_set_min_proto_version(context_.get(), TLS1_2_VERSION);
  // Sessions are told apart by their contexts.
  static constexpr unsigned char session_id[] = "asyncio";
  ::SSL_CTX_set_session_id_context(context_.get(), session_id, sizeof session_id);
  if (!server_side) set_check_hostname(true);
}

detail::TlsLayer OpenSslContext::wrap(detail::LoopCore& loop, Ref<Protocol> protocol, const detail::TlsSetup& setup,
                                      const Future<void>& made) {
  if (setup.server_side != server_side_) {
    throw ssl::SSLError(server_side_ ? "Cannot create a client socket with a PROTOCOL_TLS_SERVER context"
                                     : "Cannot create a server socket with a PROTOCOL_TLS_CLIENT context");
  }
  auto engine = std::make_unique<TlsEngine>(context_.get(), setup.server_side, setup.server_hostname, check_hostname_);
  if (sessions_) engine->take_up(sessions_->take(setup.server_hostname));
  return make_tls_layer(loop, shared_from_this(), std::move(engine), std::move(protocol), setup, made);
}

void OpenSslContext::load_cert_chain(const std::string& certfile, const std::string& keyfile,
                                     const std::string& password) {
  require_file(certfile);
  require_file(keyfile);
  // Never a question on the terminal: with a wrong password it is an error.
  ::SSL_CTX_set_default_passwd_cb(context_.get(), give_password);
  ::SSL_CTX_set_default_passwd_cb_userdata(context_.get(), const_cast<std::string*>(&password));
  ::ERR_clear_error();
  const bool loaded = ::SSL_CTX_use_certificate_chain_file(context_.get(), certfile.c_str()) == 1 &&
                      ::SSL_CTX_use_PrivateKey_file(context_.get(), keyfile.c_str(), SSL_FILETYPE_PEM) == 1 &&
                      ::SSL_CTX_check_private_key(context_.get()) == 1;
  ::SSL_CTX_set_default_passwd_cb(context_.get(), nullptr);
  ::SSL_CTX_set_default_passwd_cb_userdata(context_.get(), nullptr);
  if (!loaded) std::rethrow_exception(take_error());
}

void OpenSslContext::load_verify_locations(const std::string& cafile, const std::string& capath,
                                           const std::string& cadata) {
  if (!cafile.empty()) require_file(cafile);
  ::ERR_clear_error();
  if (!cafile.empty() || !capath.empty()) {
    require(::SSL_CTX_load_verify_locations(context_.get(), cafile.empty() ? nullptr : cafile.c_str(),
                                            capath.empty() ? nullptr : capath.c_str()));
  }
  if (!cadata.empty()) trust_data(cadata);
}

void OpenSslContext::trust_data(const std::string& cadata) {
  X509_STORE* const store = ::SSL_CTX_get_cert_store(context_.get());
  const auto certificates = read_certificates(cadata);
  if (certificates.empty()) throw ssl::SSLError("not enough data: cadata does not contain a certificate");
  // One that is trusted already is no error.
  for (const auto& certificate : certificates) require(::X509_STORE_add_cert(store, certificate.get()));
}

void OpenSslContext::load_default_certs() { require(::SSL_CTX_set_default_verify_paths(context_.get())); }

void OpenSslContext::set_ciphers(const std::string& ciphers) {
  if (::SSL_CTX_set_cipher_list(context_.get(), ciphers.c_str()) == 1) return;
  ::ERR_clear_error();
  throw ssl::SSLError("No cipher can be selected.");
}

void OpenSslContext::set_alpn_protocols(const std::vector<std::string>& protocols) {
  std::string all;
  for (const std::string& protocol : protocols) {
    if (protocol.empty() || protocol.size() > 255)
      throw ssl::SSLError("ALPN protocols must be 1 to 255 characters long: '" + protocol + "'");
    all += static_cast<char>(static_cast<unsigned char>(protocol.size()));
    all += protocol;
  }
  alpn_ = std::move(all);
  const auto* data = reinterpret_cast<const unsigned char*>(alpn_.data());
  // Unlike the others it returns 0 if all is well.
  if (::SSL_CTX_set_alpn_protos(context_.get(), data, static_cast<unsigned>(alpn_.size())) != 0) throw std::bad_alloc();
  ::SSL_CTX_set_alpn_select_cb(context_.get(), select_alpn, this);
}

int OpenSslContext::select_alpn(SSL*, const unsigned char** chosen, unsigned char* chosen_size,
                                const unsigned char* offered, unsigned offered_size, void* self) {
  const std::string& ours = static_cast<const OpenSslContext*>(self)->alpn_;
  unsigned char* found = nullptr;
  const auto* data = reinterpret_cast<const unsigned char*>(ours.data());
  const int result =
      ::SSL_select_next_proto(&found, chosen_size, data, static_cast<unsigned>(ours.size()), offered, offered_size);
  *chosen = found;
  return result == OPENSSL_NPN_NEGOTIATED ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_NOACK;
}

void OpenSslContext::set_verify_mode(ssl::VerifyMode mode) {
  if (mode == ssl::VerifyMode::none && check_hostname_)
    throw std::invalid_argument("Cannot set verify_mode to CERT_NONE when check_hostname is enabled.");
  ::SSL_CTX_set_verify(context_.get(), flags_of(mode), nullptr);
}

ssl::VerifyMode OpenSslContext::verify_mode() const {
  const int flags = ::SSL_CTX_get_verify_mode(context_.get());
  if (!(flags & SSL_VERIFY_PEER)) return ssl::VerifyMode::none;
  return flags & SSL_VERIFY_FAIL_IF_NO_PEER_CERT ? ssl::VerifyMode::required : ssl::VerifyMode::optional;
}

void OpenSslContext::set_check_hostname(bool check) {
  check_hostname_ = check;
  if (check && verify_mode() == ssl::VerifyMode::none) set_verify_mode(ssl::VerifyMode::required);
}

namespace {

int number_of(ssl::TLSVersion version) noexcept {
  return version == ssl::TLSVersion::tls1_3 ? TLS1_3_VERSION : TLS1_2_VERSION;
}

/// 0 is OpenSSL's word for no bound.
ssl::TLSVersion version_of(long number) noexcept {
  return number == 0 || number == TLS1_3_VERSION ? ssl::TLSVersion::tls1_3 : ssl::TLSVersion::tls1_2;
}

}  // namespace

void OpenSslContext::set_minimum_version(ssl::TLSVersion version) {
  SSL_CTX_set_min_proto_version(context_.get(), number_of(version));
}
void OpenSslContext::set_maximum_version(ssl::TLSVersion version) {
  SSL_CTX_set_max_proto_version(context_.get(), number_of(version));
}
ssl::TLSVersion OpenSslContext::minimum_version() const {
  return version_of(SSL_CTX_get_min_proto_version(context_.get()));
}
ssl::TLSVersion OpenSslContext::maximum_version() const {
  return version_of(SSL_CTX_get_max_proto_version(context_.get()));
}

void OpenSslContext::set_sni_choice(SniChoice choice) {
  sni_choice_ = std::move(choice);
  int (*const callback)(SSL*, int*, void*) = sni_choice_ ? &OpenSslContext::choose_by_name : nullptr;
  SSL_CTX_set_tlsext_servername_callback(context_.get(), callback);
  SSL_CTX_set_tlsext_servername_arg(context_.get(), this);
}

int OpenSslContext::choose_by_name(SSL* connection, int* alert, void* self) {
  try {
    const char* name = ::SSL_get_servername(connection, TLSEXT_NAMETYPE_host_name);
    const SniChoice choice = static_cast<const OpenSslContext*>(self)->sni_choice_;
    const auto chosen = std::dynamic_pointer_cast<OpenSslContext>(choice(name ? name : ""));
    if (!chosen) return SSL_TLSEXT_ERR_OK;
    ::SSL_set_SSL_CTX(connection, chosen->context_.get());
    keep_context(connection, chosen);
    return SSL_TLSEXT_ERR_OK;
  } catch (...) {
    detail::log(LogLevel::error, detail::best_effort_text([] {
                  return "Exception ignored in sni_callback: " + detail::describe(std::current_exception());
                }));
    *alert = SSL_AD_HANDSHAKE_FAILURE;
    return SSL_TLSEXT_ERR_ALERT_FATAL;
  }
}

void OpenSslContext::set_num_tickets(std::size_t count) { require(::SSL_CTX_set_num_tickets(context_.get(), count)); }
std::size_t OpenSslContext::num_tickets() const { return ::SSL_CTX_get_num_tickets(context_.get()); }

void OpenSslContext::set_session_resumption(bool resume) {
  if (server_side_) throw std::invalid_argument("set_session_resumption() is for clients: servers give out tickets");
  sessions_ = resume ? std::make_shared<SessionCache>() : nullptr;
  if (sessions_) return sessions_->serve(context_.get());
  SSL_CTX_set_session_cache_mode(context_.get(), SSL_SESS_CACHE_OFF);
}

ssl::SessionStats OpenSslContext::session_stats() const {
  SSL_CTX* const context = context_.get();
  return {SSL_CTX_sess_number(context), SSL_CTX_sess_connect(context),     SSL_CTX_sess_connect_good(context),
          SSL_CTX_sess_accept(context), SSL_CTX_sess_accept_good(context), SSL_CTX_sess_hits(context),
          SSL_CTX_sess_misses(context), SSL_CTX_sess_timeouts(context),    SSL_CTX_sess_cache_full(context)};
}

}  // namespace asyncio::tls
