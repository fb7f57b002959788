#include "socket_core.hpp"

#include <cstdlib>
#include <stdexcept>
#include <utility>

#include "fields.hpp"
#include "imports.hpp"

namespace asyncio::web::detail {
namespace {

/// What RFC 6455 calls a connection that ended without a closing handshake.
constexpr int abnormal_closure = 1006;
constexpr std::size_t longest_reason = 123;

}  // namespace

SocketCore::SocketCore(std::string url) : url_(std::move(url)) { writable.set(); }

Coro<void> SocketCore::open(std::string request) {
  const StandingTime standing;
  opened_ = get_running_loop().create_future<void>();
  listen();
  imports::connect(id(), request.data(), request.size());
  co_await opened_;
}

void SocketCore::require_open() const {
  if (!closing_) return;
  if (!close_code) throw NetworkError("the WebSocket to " + url_ + " is being closed: nothing more can be sent");
  const std::string reason = close_reason.empty() ? "" : ' ' + close_reason;
  throw NetworkError("the WebSocket to " + url_ + " is closed (" + std::to_string(*close_code) + reason + ')');
}

void SocketCore::send(const std::string& data, MessageType type) {
  if (imports::send(id(), type == MessageType::binary, data.data(), data.size()) != 0) writable.clear();
}

void SocketCore::close(int code, const std::string& reason) {
  if (code != 1000 && (code < 3000 || code > 4999))
    throw std::invalid_argument("close(): the code must be 1000 or 3000 to 4999, not " + std::to_string(code));
  if (reason.size() > longest_reason) throw std::invalid_argument("close(): the reason is longer than 123 bytes");
  if (std::exchange(closing_, true)) return;
  writable.set();
  imports::close(id(), code, reason.data(), reason.size());
}

void SocketCore::abandon() {
  drop();
  if (!close_code) finish(abnormal_closure, {});
}

void SocketCore::finish(int code, std::string reason) {
  closing_ = true;
  close_code = code;
  close_reason = std::move(reason);
  messages.shutdown();
  writable.set();
  closed.set();
}

void SocketCore::on_event(EventKind kind, std::string bytes) {
  switch (kind) {
    case EventKind::opened:
      protocol = std::move(bytes);
      // Cancelled: its task has not come to its turn yet.
      if (!opened_.done()) opened_.set_result();
      return;
    case EventKind::text:
      return messages.put_nowait({std::move(bytes), MessageType::text});
    case EventKind::binary:
      return messages.put_nowait({std::move(bytes), MessageType::binary});
    case EventKind::drained:
      return writable.set();
    case EventKind::closed: {
      stop_listening();
      auto fields = split_fields(bytes, 2);
      return finish(std::atoi(fields[0].c_str()), std::move(fields[1]));
    }
    default:
      stop_listening();
      if (!opened_.done()) opened_.set_exception(error_of(kind, bytes));
  }
}

}  // namespace asyncio::web::detail
