#pragma once

/// \file
/// The one door of a loop for other threads.

#include <atomic>
#include <mutex>
#include <vector>

#include "asyncio/detail/callback.hpp"
#include "asyncio/host.hpp"

namespace asyncio::detail {

/// What other threads hand in. Shared with them, so that it may outlive the loop.
class LoopInbox {
 public:
  explicit LoopInbox(Host& host) noexcept : host_(host) {}

  /// From any thread. Takes the only reference to a handle of DetachedContext. \returns false if the loop is closed;
  /// the handle dies on the calling thread then.
  bool push(Ref<HandleCore> handle);
  template <class F>
  bool push_call(F f) {
    return push(Ref<HandleCore>(new HandleOf<F>(DetachedContext(), std::move(f))));
  }

  // From the loop's thread.

  /// Without the mutex: a push that is under way shows in the host's wake() at the latest.
  bool filled() const noexcept { return filled_.load(std::memory_order_relaxed); }
  std::vector<Ref<HandleCore>> take();
  /// Lets nothing in any more. The host may go afterwards.
  void close();

 private:
  std::mutex mutex_;
  std::vector<Ref<HandleCore>> handles_;
  std::atomic<bool> filled_{false};
  Host& host_;
  bool closed_ = false;
};

}  // namespace asyncio::detail
