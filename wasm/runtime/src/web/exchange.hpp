#pragma once

/// \file
/// A request and its answer.

#include <exception>
#include <string>

#include "asyncio/event_loop.hpp"
#include "listener.hpp"

namespace asyncio::web::detail {

/// Owns the request in JavaScript: ends it when it is destroyed.
class Exchange final : public Listener {
 public:
  /// Sends the request and gives the head of its answer, as fields. Ends the request when it is cancelled.
  Coro<std::string> ask(std::string request);
  /// Reads the body. Ends the request when it is cancelled.
  Coro<std::string> read(bool as_text);
  /// \throws InvalidStateError if it was called before
  void require_unread();

  void on_event(EventKind kind, std::string bytes) override;

 private:
  class Waiting;
  std::string take();

  /// Done when the next event has come; what that was is below.
  Future<> arrived_;
  std::string answer_;
  std::exception_ptr error_;
  bool read_ = false;
};

}  // namespace asyncio::web::detail
