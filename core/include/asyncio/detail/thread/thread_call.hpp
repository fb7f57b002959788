#pragma once

/// \file
/// A function's way from the loop through a thread and back. Source: wrap_future and _chain_future in
/// Lib/asyncio/futures.py.

#include <atomic>
#include <memory>
#include <type_traits>

#include "asyncio/detail/loop/loop_core.hpp"
#include "asyncio/executor.hpp"
#include "asyncio/future.hpp"

namespace asyncio::detail {

/// The loop's side: keeps the future, which no other thread may touch.
class PendingCall final : public SelfOwned {
 public:
  /// \param count of the loop's, in which it counts
  PendingCall(LoopCore& loop, Ref<FutureCore> future, std::size_t& count);
  PendingCall(const PendingCall&) = delete;
  PendingCall& operator=(const PendingCall&) = delete;

  FutureCore& future() const noexcept { return *future_; }
  /// The call has come back. Destroys this.
  void finish() noexcept;
  void abandon() noexcept override { finish(); }

 private:
  ~PendingCall() = default;
  LoopCore& loop_;
  std::size_t& count_;
  Ref<FutureCore> future_;
};

/// The thread's side. Owned by whoever has it just now: the executor's queue, the thread, then the loop's inbox.
class ThreadCall : public ThreadWork {
 public:
  explicit ThreadCall(LoopCore& loop);
  ~ThreadCall() override;
  void run(std::unique_ptr<ThreadWork> self) noexcept final;
  void drop(std::unique_ptr<ThreadWork> self) noexcept final;

  /// Takes the call back if it does not run yet. Shared with the future's callback.
  /// Refused: the executor has thrown it back, and its future has never been given out.
  enum class State : unsigned char { waiting, running, cancelled, dropped, refused };
  using SharedState = std::shared_ptr<std::atomic<State>>;
  const SharedState& state() const noexcept { return state_; }

 protected:
  virtual void call() = 0;
  /// Moves the value into the future's storage.
  virtual void store_value(void* storage) = 0;

 private:
  friend void submit_call(LoopCore& loop, Executor* executor, std::unique_ptr<ThreadCall> call,
                          const AnyFuture& future);
  class Delivery;
  void hand_back(std::unique_ptr<ThreadWork> self) noexcept;
  void deliver();

  std::shared_ptr<LoopInbox> inbox_;
  /// Made beforehand: on the way back nothing may fail.
  Ref<Delivery> delivery_;
  PendingCall* pending_ = nullptr;
  SharedState state_ = std::make_shared<std::atomic<State>>(State::waiting);
  std::exception_ptr error_;
};

template <class R, class F>
class ThreadCallOf final : public ThreadCall {
 public:
  ThreadCallOf(LoopCore& loop, F f) : ThreadCall(loop), f_(std::move(f)) {}

 private:
  void call() override {
    if constexpr (std::is_void_v<R>) {
      f_();
      value_.emplace();
    } else {
      value_.emplace(f_());
    }
  }
  void store_value(void* storage) override {
    if constexpr (std::is_void_v<R>) {
      static_cast<Storage<R>*>(storage)->emplace();
    } else {
      static_cast<Storage<R>*>(storage)->emplace(value_.take());
    }
  }

  F f_;
  Storage<R> value_;
};

/// Gives the call to the executor (null: the default one); its end resolves the future.
void submit_call(LoopCore& loop, Executor* executor, std::unique_ptr<ThreadCall> call, const AnyFuture& future);

/// \see EventLoop::run_in_executor
template <class F, class... A>
Future<std::invoke_result_t<F&, A&...>> run_in_executor(LoopCore& loop, Executor* executor, F f, A... args) {
  using R = std::invoke_result_t<F&, A&...>;
  auto call = [f = std::move(f), ... args = std::move(args)]() mutable -> R { return f(args...); };
  auto future = make_future<R>(loop);
  submit_call(loop, executor, std::make_unique<ThreadCallOf<R, decltype(call)>>(loop, std::move(call)), future);
  return future;
}

/// Takes part in a coroutine: parameters live in its frame, and the call in a thread of the default executor.
template <class R, class F>
Coro<R> run_in_thread(F call) {
  auto future = run_in_executor(running_loop(), nullptr, std::move(call));
  co_return co_await std::move(future);
}

}  // namespace asyncio::detail
