#pragma once

/// \file
/// The untemplated half of an async generator.

#include "asyncio/coro.hpp"
#include "asyncio/detail/base/list.hpp"
#include "asyncio/detail/base/ref_counted.hpp"

namespace asyncio::detail {

/// A generator's promise: its call is the `next()` that waits for it, its caller whoever awaits that.
class GeneratorCore : public PromiseBase, public ListNode {
 public:
  enum class State : unsigned char { created, suspended, running, finished };

  // For Ref: the coroutine is destroyed when neither its owner nor anybody who runs it is left.
  void retain() noexcept { ++references_; }
  void release() noexcept {
    if (--references_ == 0) handle().destroy();
  }

  State state() const noexcept { return state_; }

  /// Before a value is asked for. \throws std::runtime_error if somebody waits for one already.
  void prepare() const;
  /// \throws std::logic_error if it has not started.
  void require_started() const;
  /// The next run begins by throwing `error`; one that has not started is closed instead, and throws it here.
  /// \returns whether there is to be such a run: not of one that is finished or has ignored aclose()
  bool inject(std::exception_ptr error);
  void throw_injected();

  /// Runs it up to its next `co_yield`, in the caller's task. \returns whether the caller has to suspend
  bool resume(PromiseBase& caller, CallBase& call);
  void suspend_at_yield() noexcept;
  void close() noexcept;
  /// Whether it has heard of aclose(). If it has ignored that, it goes on, but nothing is thrown into it any more.
  bool told_to_close() const noexcept { return told_to_close_; }
  void note_told_to_close() noexcept { told_to_close_ = true; }

  void return_void() noexcept { close(); }
  void unhandled_exception() noexcept;

 protected:
  ~GeneratorCore() = default;

 private:
  std::uint32_t references_ = 0;
  State state_ = State::created;
  bool told_to_close_ = false;
  std::exception_ptr injected_;
};

/// Awaits the generator's next suspension: at a `co_yield`, or at its end.
class GeneratorAwaiter : public TaskAwaiter {
 public:
  explicit GeneratorAwaiter(GeneratorCore& generator) noexcept : generator_(generator) {}
  bool await_ready() const noexcept { return generator_.state() == GeneratorCore::State::finished; }
  template <class P>
  bool await_suspend(std::coroutine_handle<P> caller) {
    return generator_.resume(caller.promise(), call_);
  }
  void await_resume() { call_.finish(); }

 private:
  GeneratorCore& generator_;
  CallBase call_;
};

/// `co_await Advanced{generator}`.
struct Advanced : AwaitableObject {
  explicit Advanced(GeneratorCore& g) noexcept : generator(g) {}
  GeneratorCore& generator;
};
inline GeneratorAwaiter make_awaiter(Advanced&& advanced) noexcept { return GeneratorAwaiter(advanced.generator); }

/// `aclose()`.
Coro<void> close_generator(Ref<GeneratorCore> generator);

}  // namespace asyncio::detail
