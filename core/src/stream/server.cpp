#include "asyncio/server.hpp"

#include <stdexcept>

#include "asyncio/capture.hpp"
#include "stream/server_core.hpp"

namespace asyncio {
namespace {

using detail::Ref;
using detail::ServerCore;

Coro<void> wait_until_gone(Ref<ServerCore> server) {
  if (server->all_gone()) co_return;
  detail::Waiter waiter("Server.wait_closed");
  server->waiters.push_back(waiter);
  const auto interrupted = co_await waiter.wait();
  detail::throw_if(interrupted);
}

Coro<void> begin_serving(Ref<ServerCore> server) {
  if (server->closed()) throw std::runtime_error("server <Server> is closed");
  server->start_serving();
  co_await detail::YieldAwaiter();
}

Coro<void> wait_for(Future<void> future) { co_await future; }

Coro<void> serve(Ref<ServerCore> server) {
  if (server->serving_forever) throw std::runtime_error("server <Server> is already being awaited on serve_forever()");
  if (server->closed()) throw std::runtime_error("server <Server> is closed");
  server->start_serving();
  struct Forget {
    ServerCore& server;
    ~Forget() { server.serving_forever = {}; }
  } forget{*server};
  const auto forever = detail::make_future(server->loop());
  server->serving_forever = forever;
  auto ended = co_await detail::Captured<void>(wait_for(forever));
  if (ended.exception() && detail::is_cancelled_error(ended.exception())) {
    server->close();
    server->close_clients();
    // Its own end does not count: what is told is the cancellation.
    auto gone = co_await detail::Captured<void>(wait_until_gone(server));
  }
  ended.value();
}

Coro<Server> same(Ref<ServerCore> server) { co_return Server(server); }

Coro<bool> wait_after_close(Ref<ServerCore> server) {
  co_await wait_until_gone(server);
  co_return false;
}

}  // namespace

Server::Server(Ref<ServerCore> core) noexcept : core_(std::move(core)) {}
Server::Server(const Server&) noexcept = default;
Server::Server(Server&&) noexcept = default;
Server& Server::operator=(Server other) noexcept {
  core_ = std::move(other.core_);
  return *this;
}
Server::~Server() = default;

void Server::close() { core_->close(); }
Coro<void> Server::wait_closed() { return wait_until_gone(core_); }
Coro<void> Server::start_serving() { return begin_serving(core_); }
Coro<void> Server::serve_forever() { return serve(core_); }
bool Server::is_serving() const noexcept { return core_->serving(); }
EventLoop& Server::get_loop() const { return core_->loop().face(); }
std::vector<TransportSocket> Server::sockets() const { return core_->sockets(); }
void Server::close_clients() { core_->close_clients(); }
void Server::abort_clients() { core_->abort_clients(); }
Coro<Server> Server::aenter() { return same(core_); }
Coro<bool> Server::aexit(std::exception_ptr) {
  // Before anything can fail.
  core_->close();
  return wait_after_close(core_);
}

std::string Server::repr() const { return core_->repr(); }

}  // namespace asyncio
