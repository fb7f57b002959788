#pragma once

/// \file
/// TLS: contexts for `StreamOptions::ssl` and `start_tls`. Natively it is the component asyncio::tls, over OpenSSL.
/// Source: Lib/ssl.py.

#include <functional>
#include <memory>
#include <optional>
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

/// How often sessions of a context's connections were begun and taken up again. Source: SSLContext.session_stats.
struct SessionStats {
  long number = 0;
  long connect = 0;
  long connect_good = 0;
  long accept = 0;
  long accept_good = 0;
  /// Sessions that a client has taken up again.
  long hits = 0;
  long misses = 0;
  long timeouts = 0;
  long cache_full = 0;
};

class SSLContext;

/// Chooses the context that a server goes on with, by the name that the client has asked for, which is empty if it has
/// not said; none: the one it has. What it throws is logged, and ends the handshake. Called on the thread of the
/// connection's loop. Source: SSLContext.sni_callback.
using SniCallback = std::function<std::optional<SSLContext>(const std::string& server_name)>;

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
  /// Trusts the certificates of a file, of a directory, and of a text: PEM, or one or more of them as DER. What is
  /// empty is left out. \throws SSLError, OSError
  void load_verify_locations(const std::string& cafile, const std::string& capath = {}, const std::string& cadata = {});
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
  void set_maximum_version(TLSVersion version);
  TLSVersion minimum_version() const;
  TLSVersion maximum_version() const;

  /// For servers of several names. An empty one takes it away.
  void set_sni_callback(SniCallback callback);

  /// Servers: how many tickets a client gets to take its session up again with TLS 1.3; 2 if nothing is said, 0: none.
  void set_num_tickets(std::size_t count);
  std::size_t num_tickets() const;
  /// Clients: a connection takes up the latest session with a server of the same name, if that agrees: a shorter
  /// handshake, without certificates. `get_extra_info("session_reused")` tells. Python's asyncio has no way to do so.
  void set_session_resumption(bool resume);
  SessionStats session_stats() const;

  const std::shared_ptr<detail::TlsContext>& core() const noexcept { return core_; }

 private:
  std::shared_ptr<detail::TlsContext> core_;
};

/// What the peers of a default context prove. Source: ssl.Purpose.
enum class Purpose : std::uint8_t { server_auth, client_auth };

/// For a client (`server_auth`): trusts whom the system trusts, or the file's certificates, and checks the name. For a
/// server (`client_auth`): load_cert_chain() has to follow.
/// \param cafile, capath, cadata \see SSLContext::load_verify_locations; for a server: whose clients it trusts
SSLContext create_default_context(Purpose purpose = Purpose::server_auth, const std::string& cafile = {},
                                  const std::string& capath = {}, const std::string& cadata = {});

}  // namespace ssl
}  // namespace asyncio
