#pragma once

#include <openssl/ssl.h>

#include <memory>
#include <string>

#include "asyncio/detail/stream/tls_context.hpp"
#include "tls/session_cache.hpp"

namespace asyncio::tls {

struct FreeContext {
  void operator()(SSL_CTX* context) const noexcept { ::SSL_CTX_free(context); }
};

/// Source: _SSLContext in Modules/_ssl.c.
class OpenSslContext final : public detail::TlsContext, public std::enable_shared_from_this<OpenSslContext> {
 public:
  explicit OpenSslContext(bool server_side);

  detail::TlsLayer wrap(detail::LoopCore& loop, Ref<Protocol> protocol, const detail::TlsSetup& setup,
                        const Future<void>& made) override;
  void load_cert_chain(const std::string& certfile, const std::string& keyfile, const std::string& password) override;
  void load_verify_locations(const std::string& cafile, const std::string& capath, const std::string& cadata) override;
  void load_default_certs() override;
  void set_ciphers(const std::string& ciphers) override;
  void set_alpn_protocols(const std::vector<std::string>& protocols) override;
  void set_verify_mode(ssl::VerifyMode mode) override;
  ssl::VerifyMode verify_mode() const override;
  void set_check_hostname(bool check) override;
  bool check_hostname() const override { return check_hostname_; }
  void set_minimum_version(ssl::TLSVersion version) override;
  void set_maximum_version(ssl::TLSVersion version) override;
  ssl::TLSVersion minimum_version() const override;
  ssl::TLSVersion maximum_version() const override;
  void set_sni_choice(SniChoice choice) override;
  void set_num_tickets(std::size_t count) override;
  std::size_t num_tickets() const override;
  void set_session_resumption(bool resume) override;
  ssl::SessionStats session_stats() const override;

 private:
  void trust_data(const std::string& cadata);
  static int choose_by_name(SSL* connection, int* alert, void* self);
  static int select_alpn(SSL* connection, const unsigned char** chosen, unsigned char* chosen_size,
                         const unsigned char* offered, unsigned offered_size, void* self);

  std::unique_ptr<SSL_CTX, FreeContext> context_;
  /// As they are sent: each after its length.
  std::string alpn_;
  bool server_side_;
  bool check_hostname_ = false;
  SniChoice sni_choice_;
  /// Null: clients begin anew each time.
  std::shared_ptr<SessionCache> sessions_;
};

}  // namespace asyncio::tls
