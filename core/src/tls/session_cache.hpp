#pragma once

#include <openssl/ssl.h>

#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace asyncio::tls {

struct FreeSession {
  void operator()(SSL_SESSION* session) const noexcept { ::SSL_SESSION_free(session); }
};
using Session = std::unique_ptr<SSL_SESSION, FreeSession>;

/// The latest session with each server, by its name. Connections of any thread may share one.
class SessionCache {
 public:
  /// Lets the connections of a context remember their sessions here. It must outlive them.
  void serve(SSL_CTX* context) noexcept;
  /// Takes the session, as each may be taken up once. \returns null if there is none
  Session take(const std::string& server);

 private:
  static int remember(SSL* connection, SSL_SESSION* session) noexcept;

  std::mutex mutex_;
  std::map<std::string, Session> sessions_;
};

/// Names the server of a connection, for its sessions. The text must outlive the connection.
void set_server_name(SSL* connection, const std::string& name) noexcept;

}  // namespace asyncio::tls
