#pragma once

/// \file
/// TLS without a connection: bytes in, bytes out. Source: SSLObject in Lib/ssl.py, Modules/_ssl.c.

#include <openssl/ssl.h>

#include <exception>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "tls/session_cache.hpp"

namespace asyncio::tls {

struct FreeSsl {
  void operator()(SSL* connection) const noexcept { ::SSL_free(connection); }
};

class TlsEngine {
 public:
  /// \param hostname for a client: told to the server; empty for none. \param check whether its certificate must be for
  /// that name
  TlsEngine(SSL_CTX* context, bool server_side, const std::string& hostname, bool check);

  /// Goes on with a session of before, if the server agrees. Nothing if it names none.
  void take_up(const Session& session) noexcept;

  struct Result {
    enum class Kind : unsigned char {
      done,
      /// More of the peer's bytes are needed.
      again,
      /// read(): the peer has said that it sends no more.
      closed,
      error
    };
    Kind kind;
    std::size_t count = 0;
    std::exception_ptr error = nullptr;
  };

  Result handshake();
  /// Takes what was deciphered.
  Result read(std::span<char> into);
  Result write(std::string_view data);
  /// Says that we send no more, and takes the peer's word for the same. Done without the latter if it has been asked
  /// for twice.
  Result shut_down();

  /// Bytes from the peer.
  void put(std::string_view data);
  std::size_t incoming_size() const noexcept;
  /// Bytes for the peer.
  std::string take_outgoing();
  std::size_t outgoing_size() const noexcept;

  // Known after the handshake.

  std::string cipher() const;
  std::string version() const;
  /// Empty if nothing was agreed on.
  std::string alpn_protocol() const;
  /// Whether the session is one of before.
  bool session_reused() const noexcept;
  /// PEM; empty if the peer has shown none.
  std::string peer_certificate() const;

 private:
  /// \param address whether the name is an IP address
  void check_name(bool address);
  /// Of an OpenSSL call that returned `status`.
  Result result_of(int status, std::size_t count = 0);

  std::unique_ptr<SSL, FreeSsl> ssl_;
  /// Both belong to `ssl_`.
  BIO* incoming_;
  BIO* outgoing_;
  std::string hostname_;
};

}  // namespace asyncio::tls
