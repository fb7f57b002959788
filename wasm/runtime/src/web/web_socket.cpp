#include "asyncio/web/web_socket.hpp"

#include <utility>

#include "fields.hpp"
#include "socket_core.hpp"

namespace asyncio::web {
namespace {

// Each keeps the core, as the WebSocket may go while it waits.
using Core = std::shared_ptr<detail::SocketCore>;

Coro<void> send_message(Core core, std::string data, MessageType type) {
  core->require_open();
  while (!core->writable.is_set()) co_await core->writable.wait();
  core->require_open();
  core->send(data, type);
}

Coro<std::optional<Message>> next_message(Core core) {
  try {
    co_return co_await core->messages.get();
  } catch (const QueueShutDown&) {
    co_return std::nullopt;
  }
}

AsyncGenerator<Message> all_messages(Core core) {
  while (std::optional<Message> message = co_await next_message(core)) co_yield *std::move(message);
}

Coro<void> wait_until_closed(Core core) { co_await core->closed.wait(); }

}  // namespace

Coro<WebSocket> WebSocket::connect(std::string url, std::vector<std::string> protocols, std::source_location where) {
  std::string request;
  append_field(request, place(where));
  append_field(request, url);
  for (const std::string& protocol : protocols) append_field(request, protocol);
  WebSocket socket(std::make_shared<detail::SocketCore>(std::move(url)));
  co_await socket.core_->open(std::move(request));
  co_return std::move(socket);
}

WebSocket::~WebSocket() {
  if (core_) core_->abandon();
}

Coro<void> WebSocket::send(std::string data, MessageType type) { return send_message(core_, std::move(data), type); }
Coro<std::optional<Message>> WebSocket::receive() { return next_message(core_); }
AsyncGenerator<Message> WebSocket::messages() { return all_messages(core_); }
void WebSocket::close(int code, const std::string& reason) { core_->close(code, reason); }
Coro<void> WebSocket::wait_closed() { return wait_until_closed(core_); }

std::optional<int> WebSocket::close_code() const noexcept { return core_->close_code; }
const std::string& WebSocket::close_reason() const noexcept { return core_->close_reason; }
const std::string& WebSocket::protocol() const noexcept { return core_->protocol; }

}  // namespace asyncio::web
