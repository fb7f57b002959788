#pragma once

/// \file
/// What a WebSocket and the calls that are under way share.

#include <optional>
#include <string>

#include "asyncio/event.hpp"
#include "asyncio/event_loop.hpp"
#include "asyncio/queues.hpp"
#include "asyncio/web/web_socket.hpp"
#include "listener.hpp"

namespace asyncio::web::detail {

/// Owns the socket in JavaScript: closes it when it is destroyed, and when the WebSocket is.
class SocketCore final : public Listener {
 public:
  explicit SocketCore(std::string url);

  /// Suspends until the connection is open. \throws what prevented it
  Coro<void> open(std::string request);
  /// \throws NetworkError if nothing can be sent any more
  void require_open() const;
  void send(const std::string& data, MessageType type);
  void close(int code, const std::string& reason);
  /// The WebSocket is gone: ends everything at once.
  void abandon();

  void on_event(EventKind kind, std::string bytes) override;

  /// Shut down when the connection has ended.
  Queue<Message> messages;
  /// Set while more may be sent, and when nothing can be.
  Event writable;
  Event closed;
  std::optional<int> close_code;
  std::string close_reason;
  std::string protocol;

 private:
  void finish(int code, std::string reason);

  std::string url_;
  Future<> opened_;
  bool closing_ = false;
};

}  // namespace asyncio::web::detail
