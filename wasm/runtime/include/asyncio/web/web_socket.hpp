#pragma once

/// \file
/// `web::WebSocket`. Source: https://websockets.spec.whatwg.org/

#include <memory>
#include <optional>
#include <source_location>
#include <string>
#include <vector>

#include "asyncio/async_generator.hpp"
#include "asyncio/coro.hpp"
#include "asyncio/web/errors.hpp"

namespace asyncio::web {
namespace detail {
class SocketCore;
}

enum class MessageType : unsigned char { text, binary };

/// What comes through a WebSocket.
struct Message {
  /// UTF-8 where the type is text.
  std::string data;
  MessageType type = MessageType::text;
};

/// A connection to a WebSocket server. Its destructor closes it; a call that is under way in another task then ends as
/// if the server had closed it.
///
/// What arrives is kept until it is received, however much that is: the platform cannot hold a server back.
class WebSocket {
 public:
  /// Connects. Suspends until the server has agreed; the host resumes. Cancelling it drops the connection. While it
  /// waits, time that is not real stands still.
  /// \param url `ws:`, `wss:`, or relative to the page
  /// \param protocols the subprotocols to choose from
  /// \throws NetworkError; PermissionError for what the page does not grant; NotSupportedError where there is no way to
  /// wait for an answer; std::invalid_argument for an address or a subprotocol that cannot be
  /// \param where what the page names as the line that asked
  static Coro<WebSocket> connect(std::string url, std::vector<std::string> protocols = {},
                                 std::source_location where = std::source_location::current());

  WebSocket(WebSocket&&) noexcept = default;
  WebSocket& operator=(WebSocket&& other) noexcept {
    std::swap(core_, other.core_);
    return *this;
  }
  ~WebSocket();

  /// Sends a message. Suspends first while more than 64 KiB wait to leave, until less than 16 KiB do; cancelled there,
  /// it has sent nothing. \throws NetworkError once close() was called or the connection is gone
  Coro<void> send(std::string data, MessageType type = MessageType::text);

  /// The next message; none when the connection has ended and all that came was received. Suspends until there is one.
  /// Cancelling it loses no message. Several tasks may wait: each message goes to the one that has waited longest.
  Coro<std::optional<Message>> receive();
  /// All messages to come: `ASYNCIO_FOR(message, socket.messages())`, with the generator in a variable of its own.
  AsyncGenerator<Message> messages();

  /// Begins to close; at once nothing can be sent any more. What the server sends until it agrees is still received.
  /// \param code 1000 or 3000 to 4999
  /// \param reason at most 123 bytes
  /// \throws std::invalid_argument for other codes and longer reasons
  void close(int code = 1000, const std::string& reason = {});
  /// Suspends until the connection has ended.
  Coro<void> wait_closed();

  /// Once it has ended: the server's code, or 1006 where the connection broke. \see RFC 6455, 7.4
  std::optional<int> close_code() const noexcept;
  const std::string& close_reason() const noexcept;
  /// The subprotocol that the server chose; empty if none.
  const std::string& protocol() const noexcept;

 private:
  explicit WebSocket(std::shared_ptr<detail::SocketCore> core) noexcept : core_(std::move(core)) {}

  std::shared_ptr<detail::SocketCore> core_;
};

}  // namespace asyncio::web
