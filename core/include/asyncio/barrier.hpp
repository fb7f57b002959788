#pragma once

/// \file
/// `Barrier`. Source: Lib/asyncio/locks.py.

#include "asyncio/condition.hpp"

namespace asyncio {

/// Lets a fixed number of tasks wait for each other, again and again. Must outlive those who wait: else they get
/// DestroyedError.
class Barrier : public detail::DestructorCheck {
 public:
  /// \param where named to whoever watches
  /// \throws std::invalid_argument("parties must be >= 1")
  explicit Barrier(int parties, std::source_location where = std::source_location::current());
  ~Barrier() { changed_.end_waits("Barrier"); }

  /// Waits until all parties have come; gives each another index from 0. The last to come does not suspend. Cancelling
  /// one takes it out and breaks nothing. \throws BrokenBarrierError after abort(), or if reset() meets it waiting.
  Coro<int> wait();
  /// Sends those who wait away with BrokenBarrierError and makes the barrier new.
  Coro<void> reset();
  /// Breaks the barrier, for those who wait and those who come.
  Coro<void> abort();

  /// For `with(barrier, body)`: the body gets the index.
  Coro<int> aenter() { return wait(); }
  Coro<bool> aexit(std::exception_ptr);

  int parties() const noexcept { return parties_; }
  int n_waiting() const noexcept { return state_ == State::filling ? count_ : 0; }
  bool broken() const noexcept { return state_ == State::broken; }
  /// `<Barrier [filling, waiters:1/3]>`, for people.
  std::string repr() const;

 private:
  enum class State : unsigned char { filling, draining, resetting, broken };
  Coro<void> block();
  Coro<void> wait_for_others();
  void leave();

  Condition changed_;
  int parties_;
  int count_ = 0;
  State state_ = State::filling;
};

}  // namespace asyncio
