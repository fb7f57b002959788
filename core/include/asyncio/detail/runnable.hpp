#pragma once

/// \file
/// What a loop's ready queue and a future's callback list hold.

#include "asyncio/detail/list.hpp"

namespace asyncio::detail {

class FutureCore;

/// Something to run on the loop. First it may wait in a future's callback list, then it moves to the ready queue: it is
/// in at most one of the two, so one link serves both. Whoever owns it may destroy it while it is queued: it unlinks
/// itself.
class Runnable : public ListNode {
 public:
  /// Called once the loop has taken it out of the ready queue.
  virtual void run() = 0;

  /// Called as the future that this waits for moves it to the ready queue: what must live until run() is retained here.
  virtual void scheduled_by(FutureCore& future) { (void)future; }

  /// Called instead of run() when the loop or the future goes away with this in its list: give back what running would
  /// have.
  virtual void discard() noexcept {}

  /// The future (or task) that waits by means of this callback, for the call graph; null if it is no one's wait.
  virtual FutureCore* awaiter() const noexcept { return nullptr; }

 protected:
  ~Runnable() = default;
};

}  // namespace asyncio::detail
