#include "exchange.hpp"

#include <utility>

#include "imports.hpp"

namespace asyncio::web::detail {

/// Listens for one event.
class Exchange::Waiting {
 public:
  explicit Waiting(Exchange& exchange) : exchange_(exchange) {
    exchange.arrived_ = get_running_loop().create_future<void>();
    exchange.listen();
  }
  Waiting(const Waiting&) = delete;
  Waiting& operator=(const Waiting&) = delete;
  /// Nobody wants the event any more if it has not come by now.
  ~Waiting() {
    const Future<>& arrived = exchange_.arrived_;
    arrived.done() && !arrived.cancelled() ? exchange_.stop_listening() : exchange_.drop();
  }

 private:
  Exchange& exchange_;
  StandingTime standing_;
};

Coro<std::string> Exchange::ask(std::string request) {
  const Waiting waiting(*this);
  imports::fetch(id(), request.data(), request.size());
  co_await arrived_;
  co_return take();
}

Coro<std::string> Exchange::read(bool as_text) {
  const Waiting waiting(*this);
  imports::read(id(), as_text);
  co_await arrived_;
  co_return take();
}

void Exchange::require_unread() {
  if (std::exchange(read_, true)) throw InvalidStateError("the body of this response was read before");
}

void Exchange::on_event(EventKind kind, std::string bytes) {
  // Cancelled: its task has not come to its turn yet.
  if (arrived_.done()) return;
  error_ = error_of(kind, bytes);
  answer_ = std::move(bytes);
  arrived_.set_result();
}

std::string Exchange::take() {
  if (error_) std::rethrow_exception(std::exchange(error_, nullptr));
  return std::move(answer_);
}

}  // namespace asyncio::web::detail
