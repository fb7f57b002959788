#pragma once

/// \file
/// `AsyncExitStack`. Source: Lib/contextlib.py.

#include <memory>
#include <vector>

#include "asyncio/with.hpp"

namespace asyncio {
namespace detail {

/// Something to do on the way out.
class ExitStep {
 public:
  virtual ~ExitStep() = default;
  virtual Coro<bool> exit(std::exception_ptr error) = 0;
};

template <class CM>
class ManagerExit final : public ExitStep {
 public:
  explicit ManagerExit(CM cm) : manager(std::move(cm)) {}
  Coro<bool> exit(std::exception_ptr error) override { return manager.aexit(std::move(error)); }
  CM manager;
};

/// Awaits the callback; it cannot suppress what is leaving.
Coro<bool> exit_by_callback(Coro<void> callback);

template <class F>
class CallbackExit final : public ExitStep {
 public:
  explicit CallbackExit(F f) : f_(std::move(f)) {}
  Coro<bool> exit(std::exception_ptr) override { return exit_by_callback(f_()); }

 private:
  F f_;
};

}  // namespace detail

/// Context managers whose number is known only at run time, for `with(AsyncExitStack(), body)`: leaving the block
/// leaves them in reverse order. One that suppresses the exception hides it from those before it.
class AsyncExitStack {
 public:
  /// Enters a manager and keeps it until the stack is left; gives what its aenter() gives.
  template <AsyncContextManager CM>
  Coro<detail::entered_t<CM>> enter(CM manager) {
    auto step = std::make_unique<detail::ManagerExit<CM>>(std::move(manager));
    CM& kept = step->manager;
    // What is entered has a place.
    if (steps_.size() == steps_.capacity()) steps_.reserve(2 * steps_.size() + 1);
    if constexpr (std::is_void_v<detail::entered_t<CM>>) {
      co_await kept.aenter();
      steps_.push_back(std::move(step));
    } else {
      detail::entered_t<CM> entered = co_await kept.aenter();
      steps_.push_back(std::move(step));
      co_return entered;
    }
  }

  /// Awaits `f()` on the way out. \param f gives a Coro<void>
  template <class F>
  void push_async_callback(F f) {
    steps_.push_back(std::make_unique<detail::CallbackExit<F>>(std::move(f)));
  }

  /// Leaves everything now.
  Coro<void> aclose();

  Coro<AsyncExitStack&> aenter();
  Coro<bool> aexit(std::exception_ptr error);

 private:
  Coro<bool> unwind();

  std::vector<std::unique_ptr<detail::ExitStep>> steps_;
  /// What leaves the block.
  std::exception_ptr error_;
  detail::Spare<bool> leaving_;
};

}  // namespace asyncio
