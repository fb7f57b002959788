#pragma once

/// \file
/// What drain() and wait_closed() wait for. Source: FlowControlMixin in Lib/asyncio/streams.py.

#include "asyncio/detail/base/ref_counted.hpp"
#include "asyncio/detail/stream/failable_waiter.hpp"
#include "asyncio/future.hpp"

namespace asyncio::detail {

class LoopCore;

/// Between a protocol that hears of its transport and the writers of the same connection.
class StreamFlow final : public RefCounted {
 public:
  explicit StreamFlow(LoopCore& loop);

  void pause() noexcept { paused_ = true; }
  void resume();
  /// Nothing can be written any more: those who wait for room go on, with the error if there is one.
  void connection_lost(const std::exception_ptr& error);
  /// Ends closed(). \param error what ended the connection, or null
  void set_closed(const std::exception_ptr& error);

  /// \throws ConnectionResetError("Connection lost")
  void require_connected() const;
  bool paused() const noexcept { return paused_; }
  /// Those who wait for room.
  List<FailableWaiter> drain_waiters;
  /// Done once the connection is gone, with the error that ended it, if any.
  const Future<void>& closed() const noexcept { return closed_; }

 private:
  Future<void> closed_;
  bool paused_ = false;
  bool lost_ = false;
};

}  // namespace asyncio::detail
