#pragma once

/// \file
/// The one door of a loop for other threads.

#include <atomic>
#include <mutex>

#include "asyncio/detail/loop/callback.hpp"
#include "asyncio/host.hpp"

namespace asyncio::detail {

/// What other threads hand in. Shared with them, so that it may outlive the loop.
class LoopInbox {
 public:
  explicit LoopInbox(Host& host) noexcept : host_(host) {}
  ~LoopInbox();

  /// From any thread, and never for want of memory. Takes the only reference to a handle whose context shares nothing
  /// with a thread. \returns false if the loop is closed; the handle dies on the calling thread then.
  bool push(Ref<HandleCore> handle) noexcept;

  // From the loop's thread.

  /// Without the mutex: a push that is under way shows in the host's wake() at the latest.
  bool filled() const noexcept { return filled_.load(std::memory_order_relaxed); }
  /// Puts all that was handed in into `handles`, which holds each by a reference of its own. \pre it is empty
  void take(CallbackList& handles) noexcept;
  /// Lets nothing in any more. The host may go afterwards.
  void close() noexcept;

 private:
  std::mutex mutex_;
  CallbackList handles_;
  std::atomic<bool> filled_{false};
  Host& host_;
  bool closed_ = false;
};

}  // namespace asyncio::detail
