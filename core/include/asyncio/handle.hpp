#pragma once

/// \file
/// What scheduling a callback gives. Source: Lib/asyncio/events.py.

#include "asyncio/detail/loop/callback.hpp"

namespace asyncio {

/// A callback that `call_soon` scheduled. A handle: dropping it does not cancel.
class Handle {
 public:
  Handle() noexcept = default;
  explicit Handle(detail::Ref<detail::HandleCore> core) noexcept : core_(std::move(core)) {}

  explicit operator bool() const noexcept { return static_cast<bool>(core_); }
  /// The callback will not run, if it has not run yet; also from an earlier callback of the same iteration.
  void cancel() {
    if (core_) core_->cancel();
  }
  bool cancelled() const noexcept { return core_ && core_->cancelled(); }
  /// The context that it runs in.
  Context get_context() const { return Context(core_->context().cell()); }
  /// `<Handle f()::{lambda()#1}>`, with the callback's type, for people.
  std::string repr() const { return core_ ? core_->repr() : "<Handle of nothing>"; }

 protected:
  detail::Ref<detail::HandleCore> core_;
};

/// A callback with a deadline.
class TimerHandle : public Handle {
 public:
  using Handle::Handle;
  /// When it is due, in loop time.
  TimePoint when() const { return core_->when(); }
  /// `<TimerHandle when=12.5 f()::{lambda()#1}>`, for people.
  std::string repr() const { return core_ ? core_->repr_of_timer() : "<TimerHandle of nothing>"; }
};

}  // namespace asyncio
