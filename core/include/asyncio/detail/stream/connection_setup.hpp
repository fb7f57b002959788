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

/// How a connection or server is made. Owns what StreamOptions refer to. What cannot be, such as a port that is none
/// or options that lack what TLS needs, is refused where it is asked for: inside the await, as in Python, not by the
/// call that was given it.
class ConnectionSetup {
 public:
  /// For a client. \param host what its server's certificate must be for, unless the options say so.
  static ConnectionSetup client(const StreamOptions& options, const std::string& host);
  /// The same for a client of a socket in the file system, which has no host.
  static ConnectionSetup local_client(const StreamOptions& options);
  /// For a server, or one of its connections.
  static ConnectionSetup server(const StreamOptions& options);

  /// The same setup, which refuses a port that is none.
  ConnectionSetup with_port(int port) &&;
  /// The same setup, which refuses a socket that is no Unix socket for streams.
  ConnectionSetup with_local(const Socket& socket) &&;

  /// \throws std::invalid_argument, std::out_of_range
  const StreamOptions& options() const { return check().options_; }
  /// Where to connect from. \throws the same
  const std::optional<Endpoint>& local_addr() const { return check().local_addr_; }
  /// Null: no TLS. \throws the same
  const std::shared_ptr<TlsContext>& tls() const { return check().tls_; }
  const TlsSetup& tls_setup() const noexcept { return tls_setup_; }

 private:
  explicit ConnectionSetup(const StreamOptions& options) noexcept : options_(options) {}
  template <class F>
  static ConnectionSetup make(const StreamOptions& options, F complete);
  void read_options();
  template <class E>
  void keep_refusal(const char* why);
  const ConnectionSetup& check() const {
    if (refusal_) std::rethrow_exception(refusal_);
    return *this;
  }

  StreamOptions options_;
  std::optional<Endpoint> local_addr_;
  std::shared_ptr<TlsContext> tls_;
  TlsSetup tls_setup_;
  /// The first reason to refuse, or null.
  std::exception_ptr refusal_;
};

}  // namespace asyncio::detail
