#include "stream/server_core.hpp"

#include <new>

#include "asyncio/detail/stream/connecting.hpp"
#include "asyncio/exception_context.hpp"
#include "error/best_effort.hpp"

namespace asyncio::detail {
namespace {

bool is_bad_alloc(const std::exception_ptr& error) {
  try {
    std::rethrow_exception(error);
  } catch (const std::bad_alloc&) {
    return true;
  } catch (...) {
    return false;
  }
}

/// Source: _accept_connection2 in Lib/asyncio/selector_events.py.
Coro<void> make_connection(Ref<ServerCore> server, ChannelPtr channel) {
  try {
    auto making = make_transport(std::move(channel), server->make_protocol(), server->setup(), server.get());
    co_await std::move(making);
  } catch (...) {
    const auto error = std::current_exception();
    if (ends_the_loop(error)) throw;
    if (server->loop().debug || is_bad_alloc(error)) server->refused(error);
  }
}

}  // namespace

ServerCore::ServerCore(LoopCore& loop, Listeners listeners, ProtocolFactory factory, ConnectionSetup setup)
    : loop_(&loop), listeners_(std::move(listeners)), factory_(std::move(factory)), setup_(std::move(setup)) {}

void ServerCore::start_serving() {
  if (serving_) return;
  serving_ = true;
  // The listeners refer to the server until it is closed.
  loop_->self_owned.push_back(*this);
  retain();
  try {
    for (const auto& listener : listeners_) listener->start(*this);
  } catch (...) {
    close();
    throw;
  }
}

void ServerCore::close() {
  if (std::exchange(closed_, true)) return;
  for (const auto& listener : listeners_) listener->stop();
  if (serving_forever && !serving_forever.done()) serving_forever.cancel();
  if (clients_.empty()) wake_up();
  if (!std::exchange(serving_, false)) return;
  unlink();
  release();
}

void ServerCore::abandon() noexcept {
  Ref<ServerCore> keep(this);
  unlink();
  closed_ = true;
  for (const auto& listener : listeners_) listener->stop();
  if (std::exchange(serving_, false)) release();
}

std::vector<TransportSocket> ServerCore::sockets() const {
  std::vector<TransportSocket> all;
  if (closed_) return all;
  for (const auto& listener : listeners_) all.push_back(listener->socket());
  return all;
}

std::vector<Ref<StreamTransport>> ServerCore::open_clients() const {
  std::vector<Ref<StreamTransport>> all;
  for (auto* node = clients_.front(); node; node = clients_.after(*node)) all.emplace_back(&node->transport);
  return all;
}

void ServerCore::close_clients() {
  for (const auto& transport : open_clients()) transport->close();
}

void ServerCore::abort_clients() {
  for (const auto& transport : open_clients()) transport->abort();
}

void ServerCore::accepted(ChannelPtr channel) {
  try {
    create_task_on(*loop_, make_connection(Ref<ServerCore>(this), std::move(channel)), {},
                   std::source_location::current());
  } catch (...) {
    if (ends_the_loop(std::current_exception())) throw;
    refused(std::current_exception());
  }
}

void ServerCore::refused(const std::exception_ptr& error) const {
  ExceptionContext context;
  context.message = best_effort_text([] { return "Error on transport creation for incoming connection"; });
  context.exception = error;
  loop_->call_exception_handler(context);
}

void ServerCore::detach(StreamTransport::ClientNode& client) {
  client.unlink();
  if (clients_.empty() && closed_) wake_up();
}

void ServerCore::wake_up() {
  all_gone_ = true;
  for (auto* waiter = waiters.front(); waiter; waiter = waiters.after(*waiter)) waiter->set();
}

std::string ServerCore::repr() const {
  std::string text = "<Server sockets=[";
  const char* separator = "";
  for (const TransportSocket& socket : sockets()) text += std::exchange(separator, ", ") + socket.repr();
  return text + "]>";
}

}  // namespace asyncio::detail
