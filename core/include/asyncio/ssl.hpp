#pragma once

/// \file
/// TLS: contexts for `StreamOptions::ssl` and `start_tls`. Natively it is the component asyncio::tls, over OpenSSL.
/// Source: Lib/ssl.py.

#include <memory>
#include <string>
#include <vector>

#include "asyncio/os_error.hpp"
#include "asyncio/ssl_options.hpp"

namespace asyncio {

namespace detail {
class TlsContext;
}

namespace ssl {

/// TLS failed: "[SSL: WRONG_VERSION_NUMBER] wrong version number".
class SSLError : public OSError {
 public:
  using OSError::OSError;
};
/// The peer's certificate is not one to trust, or not for the name that was asked for.
class SSLCertVerificationError : public SSLError {
 public:
  using SSLError::SSLError;
};

/// Certificates, keys and rules for connections. A handle: copies name the same context. Connections of any thread may
/// share one; change it before they do.
class SSLContext {
 public:
  /// A client's context asks for a certificate of the server's name, but trusts nobody yet; a server's asks nothing.
  /// \throws NotSupportedError where there is no TLS: in a browser, or without ASYNCIO_WITH_TLS
  explicit SSLContext(Side side);

  /// Says who we are: a file of certificates, ours first, and one with its key; both may be one. All files are PEM.
  /// \throws SSLError, OSError
  void load_cert_chain(const std::string& certfile, const std::string& keyfile = {}, const std::string& password = {});
  /// Trusts the certificates of a file, of a directory, or of both. \throws SSLError, OSError
  void load_verify_locations(const std::string& cafile, const std::string& capath = {});
  /// Trusts whom the system trusts.
  void load_default_certs();

  /// \throws SSLError("No cipher can be selected.")
  void set_ciphers(const std::string& ciphers);
  /// What may be spoken within, the most liked first: {"h2", "http/1.1"}. The choice is
  /// `get_extra_info("alpn_protocol")`.
  void set_alpn_protocols(const std::vector<std::string>& protocols);
  /// \throws std::invalid_argument for none while check_hostname() is set
  void set_verify_mode(VerifyMode mode);
  VerifyMode verify_mode() const;
  /// Whether a server's certificate must be for the name that was connected to. Setting it asks for a certificate, too.
  void set_check_hostname(bool check);
  bool check_hostname() const;
  void set_minimum_version(TLSVersion version);

  const std::shared_ptr<detail::TlsContext>& core() const noexcept { return core_; }

 private:
  std::shared_ptr<detail::TlsContext> core_;
};

/// What the peers of a default context prove. Source: ssl.Purpose.
enum class Purpose : std::uint8_t { server_auth, client_auth };

/// For a client (`server_auth`): trusts whom the system trusts, or the file's certificates, and checks the name. For a
/// server (`client_auth`): load_cert_chain() has to follow.
SSLContext create_default_context(Purpose purpose = Purpose::server_auth, const std::string& cafile = {});

}  // namespace ssl
}  // namespace asyncio
