#pragma once

/// \file
/// What a loop's ready queue and a future's callback list hold.

#include <utility>

namespace asyncio::detail {

class FutureCore;
class TimerQueue;

/// Something to run on the loop. First it may wait in a future's callback list, then it moves to the ready queue: it is
/// in at most one of the two, so one place serves both. Whoever owns it may destroy it while it is queued: it unlinks
/// itself.
class Runnable {
 public:
  Runnable() noexcept = default;
  Runnable(const Runnable&) = delete;
  Runnable& operator=(const Runnable&) = delete;

  /// Called once the loop has taken it out of the ready queue.
  virtual void run() = 0;

  /// Called as the future that this waits for moves it to the ready queue: what must live until run() is retained here.
  virtual void scheduled_by(FutureCore& future) { (void)future; }

  /// Called instead of run() when the loop or the future goes away with this in its list: give back what running would
  /// have.
  virtual void discard() noexcept {}

  /// The future (or task) that waits by means of this callback, for the call graph; null if it is no one's wait.
  virtual FutureCore* awaiter() const noexcept { return nullptr; }

  /// Whether it is in a queue or a list.
  bool linked() const noexcept { return place_ != nullptr; }

  /// Takes it out of where it is, if it is anywhere, in O(1): a callback list closes up, in the ready queue an empty
  /// slot remains.
  void unlink() noexcept {
    if (!place_) return;
    *place_ = next_;
    if (next_) next_->place_ = place_;
    place_ = nullptr;
    next_ = nullptr;
  }

 protected:
  virtual ~Runnable() { unlink(); }

 private:
  friend class ReadyQueue;
  friend class CallbackList;
  friend class Timer;
  friend class TimerQueue;

  union {
    /// The one behind it in a callback list; null in the ready queue.
    Runnable* next_ = nullptr;
    /// Where a timer waits before it comes to a queue.
    TimerQueue* timers_;
  };
  /// What points to this: a slot of the ready queue, the list's head, or the `next_` of the one before.
  Runnable** place_ = nullptr;
};

/// A future's callbacks: one pointer, for mostly there is one callback or none. Kept latest first, so that adding needs
/// no second pointer, and turned round when they are taken.
class CallbackList {
 public:
  CallbackList() noexcept = default;
  CallbackList(const CallbackList&) = delete;
  CallbackList& operator=(const CallbackList&) = delete;

  bool empty() const noexcept { return !latest_; }

  void add(Runnable& node) noexcept {
    node.next_ = std::exchange(latest_, &node);
    if (node.next_) node.next_->place_ = &node.next_;
    node.place_ = &latest_;
  }

  /// Takes the one out that was added last; null if there is none.
  Runnable* take_latest() noexcept {
    Runnable* node = latest_;
    if (node) node->unlink();
    return node;
  }

  /// Takes over all that `other` has. \pre this is empty
  void take_from(CallbackList& other) noexcept {
    latest_ = std::exchange(other.latest_, nullptr);
    if (latest_) latest_->place_ = &latest_;
  }

  /// Takes all out, in the order in which they were added, and gives each to `f`, which may destroy it.
  template <class F>
  void take_each(F f) {
    if (latest_ && latest_->next_) reverse();
    while (Runnable* node = latest_) {
      node->unlink();
      f(*node);
    }
  }

  /// Gives each to `f`, the latest first; `f` may unlink the one it gets.
  template <class F>
  void each_backwards(F f) const {
    for (Runnable* node = latest_; node;) {
      Runnable* next = node->next_;
      f(*node);
      node = next;
    }
  }

 private:
  void reverse() noexcept {
    Runnable* node = std::exchange(latest_, nullptr);
    while (node) add(*std::exchange(node, node->next_));
  }

  Runnable* latest_ = nullptr;
};

}  // namespace asyncio::detail
