#pragma once

/// \file
/// What the loop needs of a TLS library, which is a component of its own.

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "asyncio/detail/stream/tls_setup.hpp"
#include "asyncio/future.hpp"
#include "asyncio/ssl_options.hpp"
#include "asyncio/transport.hpp"

namespace asyncio::ssl {
struct SessionStats;
}

namespace asyncio::detail {

class LoopCore;

/// Between the connection and the program: two sides of one thing.
struct TlsLayer {
  /// For the transport of the connection.
  Ref<Protocol> below;
  /// For the program's protocol.
  Ref<Transport> above;
};

/// Certificates, keys and rules. Shared by connections, whatever thread their loops run on.
class TlsContext {
 public:
  virtual ~TlsContext() = default;

  /// \param made becomes done when the handshake is. \throws std::invalid_argument if the name of the peer is to be
  /// checked and there is none
  virtual TlsLayer wrap(LoopCore& loop, Ref<Protocol> protocol, const TlsSetup& setup, const Future<void>& made) = 0;

  // What ssl::SSLContext offers.

  virtual void load_cert_chain(const std::string& certfile, const std::string& keyfile,
                               const std::string& password) = 0;
  virtual void load_verify_locations(const std::string& cafile, const std::string& capath,
                                     const std::string& cadata) = 0;
  virtual void load_default_certs() = 0;
  virtual void set_ciphers(const std::string& ciphers) = 0;
  virtual void set_alpn_protocols(const std::vector<std::string>& protocols) = 0;
  virtual void set_verify_mode(ssl::VerifyMode mode) = 0;
  virtual ssl::VerifyMode verify_mode() const = 0;
  virtual void set_check_hostname(bool check) = 0;
  virtual bool check_hostname() const = 0;
  virtual void set_minimum_version(ssl::TLSVersion version) = 0;
  virtual void set_maximum_version(ssl::TLSVersion version) = 0;
  virtual ssl::TLSVersion minimum_version() const = 0;
  virtual ssl::TLSVersion maximum_version() const = 0;
  /// Gives the context to go on with; null: the same.
  using SniChoice = std::function<std::shared_ptr<TlsContext>(const std::string& name)>;
  virtual void set_sni_choice(SniChoice choice) = 0;
  virtual void set_num_tickets(std::size_t count) = 0;
  virtual std::size_t num_tickets() const = 0;
  virtual void set_session_resumption(bool resume) = 0;
  virtual ssl::SessionStats session_stats() const = 0;
};

/// Defined by the TLS component. \throws NotSupportedError where there is none
std::shared_ptr<TlsContext> make_tls_context(bool server_side);

}  // namespace asyncio::detail
