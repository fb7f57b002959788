#pragma once

#include <exception>
#include <memory>
#include <optional>

#include "asyncio/detail/stream/tls_context.hpp"
#include "asyncio/stream_options.hpp"

namespace asyncio::detail {

class LoopCore;
class ServerCore;
class StreamTransport;

/// How a connection or server is made. Owns what StreamOptions refer to. Options that only make sense with TLS, or lack
/// what TLS needs, are refused where they are asked for: inside the await, as in Python, not by the call that was given
/// them.
class ConnectionSetup {
 public:
  /// For a client. \param host what its server's certificate must be for, unless the options say so.
  static ConnectionSetup client(const StreamOptions& options, const std::string& host);
  /// The same for a client of a socket in the file system, which has no host.
  static ConnectionSetup local_client(const StreamOptions& options);
  /// For a server, or one of its connections.
  static ConnectionSetup server(const StreamOptions& options);

  /// \throws std::invalid_argument
  const StreamOptions& options() const { return check().options_; }
  /// Where to connect from. \throws std::invalid_argument
  const std::optional<Endpoint>& local_addr() const { return check().local_addr_; }
  /// Null: no TLS. \throws std::invalid_argument
  const std::shared_ptr<TlsContext>& tls() const { return check().tls_; }
  const TlsSetup& tls_setup() const noexcept { return tls_setup_; }

 private:
  explicit ConnectionSetup(const StreamOptions& options) noexcept : options_(options) {}
  template <class F>
  static ConnectionSetup make(const StreamOptions& options, F complete);
  void read_options();
  const ConnectionSetup& check() const {
    if (refusal_) std::rethrow_exception(refusal_);
    return *this;
  }

  StreamOptions options_;
  std::optional<Endpoint> local_addr_;
  std::shared_ptr<TlsContext> tls_;
  TlsSetup tls_setup_;
  /// Of the options, or null.
  std::exception_ptr refusal_;
};

}  // namespace asyncio::detail
