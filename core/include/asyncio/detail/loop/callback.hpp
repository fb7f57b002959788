#pragma once

/// \file
/// The state behind `Handle` and `TimerHandle`.

#include <string>
#include <utility>

#include "asyncio/context.hpp"
#include "asyncio/detail/base/ref_counted.hpp"
#include "asyncio/detail/loop/timer.hpp"

namespace asyncio::detail {

/// A callback in the ready queue or the timer queue. While it is there it holds a reference to itself.
class HandleCore : public RefCounted, public Timer {
 public:
  explicit HandleCore(ContextRef context) : context_(context.cell()) {}
  /// Made on one thread for another.
  explicit HandleCore(DetachedContext context) : context_(context) {}
  /// Made on this thread for another, which hands it back.
  explicit HandleCore(EmptyContext context) noexcept : context_(context) {}

  void cancel() noexcept;
  bool cancelled() const noexcept { return cancelled_; }
  ContextHolder& context() noexcept { return context_; }
  std::string repr() const;
  std::string repr_of_timer() const;

  /// Called as it is scheduled: the queue's own reference.
  void hold() noexcept;
  void run() final;
  void discard() noexcept final { let_go(); }

 protected:
  virtual void invoke() = 0;
  /// Lets cancel() call cancel_elsewhere().
  void set_remote() noexcept { remote_ = true; }
  virtual void cancel_elsewhere() noexcept {}

 private:
  void let_go() noexcept;

  bool cancelled_ = false;
  bool held_ = false;
  bool remote_ = false;
  ContextHolder context_;
};

template <class F>
class HandleOf final : public HandleCore {
 public:
  HandleOf(ContextRef context, F f) : HandleCore(context), f_(std::move(f)) {}
  HandleOf(DetachedContext context, F f) : HandleCore(context), f_(std::move(f)) {}
  HandleOf(EmptyContext context, F f) : HandleCore(context), f_(std::move(f)) {}

 private:
  void invoke() override { f_(); }
  F f_;
};

}  // namespace asyncio::detail
