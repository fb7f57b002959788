#pragma once

/// \file
/// A future whose cancellation is that of others.

#include <cstddef>

#include "asyncio/detail/task/future_core.hpp"

namespace asyncio::detail {

/// A future that passes a request to cancel on to several others, one after the other: what gather() returns. It has
/// taken the request if one of them has. CancelRequest goes through it, and keeps here where it stands, so that a chain
/// of any length needs no native stack and no memory, and a circle is noticed.
class FanOut : public FutureCore {
 public:
  using FutureCore::FutureCore;

  /// \throws RecursionError if it is passed on to itself
  bool cancel(const CancelMessage& message) final;
  FanOut* as_fan_out() noexcept final { return this; }

 protected:
  /// The future to ask as the `index`th; null after the last one, or if there is nothing to cancel.
  virtual FutureCore* to_cancel(std::size_t index) const noexcept = 0;
  /// One of them has taken the request.
  virtual void cancel_taken() noexcept = 0;

 private:
  friend class CancelRequest;
  friend class CancelSweep;

  /// A request that is under way here.
  struct UnderWay {
    /// The one that has passed it on to this one, over tasks or not.
    FanOut* outer = nullptr;
    /// The tasks between the two, each of which awaits the next; null if there are none.
    TaskCore* first_task = nullptr;
    TaskCore* last_task = nullptr;
    std::size_t next = 0;
    bool taken = false;
  };
  UnderWay under_way_;
  bool asks_ = false;
  /// It has asked in this sweep. \see CancelSweep
  bool swept_ = false;
};

}  // namespace asyncio::detail
