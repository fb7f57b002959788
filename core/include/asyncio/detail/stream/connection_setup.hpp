#pragma once

#include <memory>
#include <optional>

#include "asyncio/detail/stream/tls_context.hpp"
#include "asyncio/stream_options.hpp"

namespace asyncio::detail {

class LoopCore;
class ServerCore;
class StreamTransport;

/// How a connection or server is made. Owns what StreamOptions refer to.
class ConnectionSetup {
 public:
  /// For a client. \param host what its server's certificate must be for, unless the options say so.
  /// \throws std::invalid_argument for options that only make sense with TLS, or lack what TLS needs
  static ConnectionSetup client(const StreamOptions& options, const std::string& host);
  /// The same for a client of a socket in the file system, which has no host.
  static ConnectionSetup local_client(const StreamOptions& options);
  /// For a server, or one of its connections. \throws std::invalid_argument
  static ConnectionSetup server(const StreamOptions& options);

  const StreamOptions& options() const noexcept { return options_; }
  /// Where to connect from.
  const std::optional<Endpoint>& local_addr() const noexcept { return local_addr_; }
  /// Null: no TLS.
  const std::shared_ptr<TlsContext>& tls() const noexcept { return tls_; }
  const TlsSetup& tls_setup() const noexcept { return tls_setup_; }

 private:
  explicit ConnectionSetup(const StreamOptions& options);

  StreamOptions options_;
  std::optional<Endpoint> local_addr_;
  std::shared_ptr<TlsContext> tls_;
  TlsSetup tls_setup_;
};

}  // namespace asyncio::detail
