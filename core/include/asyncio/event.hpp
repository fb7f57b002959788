#pragma once

/// \file
/// `Event`. Source: Lib/asyncio/locks.py.

#include "asyncio/detail/sync/acquire.hpp"
#include "asyncio/detail/sync/resource.hpp"

namespace asyncio {

namespace detail {
class QueueCore;
}

/// A flag that tasks can wait for. Must outlive those who wait: else they get DestroyedError.
class Event {
 public:
  /// \param where named to whoever watches
  Event(std::source_location where =
            std::source_location::current()) noexcept  // NOLINT(google-explicit-constructor): a default constructor
      : resource_(ResourceKind::event, where) {}
  ~Event() { end_waits("Event"); }

  /// Gives true: at once if the flag is set, else once set() was called, though the flag may be clear again by then.
  detail::Acquire<Event, bool> wait() { return {*this, "Event.wait"}; }
  /// Sets the flag and wakes all who wait, in their order.
  void set();
  void clear() noexcept {
    if (set_) resource_.note(ResourceKind::event, ResourceAct::cleared);
    shut();
  }
  bool is_set() const noexcept { return set_; }
  /// `<Event [unset, waiters:2]>`, for people.
  std::string repr() const;

 private:
  template <class, class>
  friend class detail::AcquireAwaiter;
  friend class detail::QueueCore;
  bool try_acquire() const noexcept { return set_; }
  void line_up(detail::Waiter& waiter);
  static void acquire_after(detail::Waiter&) noexcept {}
  static void give_up(detail::Waiter&) noexcept {}
  void end_waits(const char* owner) noexcept {
    if (!waiters_.empty()) [[unlikely]]
      end_pending_waits(owner);
  }
  /// What set() and clear() do, untold: a queue's event is nobody's business.
  void open();
  void shut() noexcept { set_ = false; }
  void end_pending_waits(const char* owner) noexcept;

  detail::Resource resource_;
  detail::List<detail::Waiter> waiters_;
  bool set_ = false;
};

}  // namespace asyncio
