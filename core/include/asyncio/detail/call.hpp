#pragma once

/// \file
/// The coroutine machinery below `Coro<T>`: promises, calls, and how a task passes control between them.

#include <coroutine>
#include <cstddef>
#include <exception>
#include <source_location>
#include <string_view>

#include "asyncio/detail/frame_pool.hpp"
#include "asyncio/detail/storage.hpp"

namespace asyncio::detail {

class TaskCore;
class CallBase;

/// Throws what a wait gave, if it gave something.
inline void throw_if(const std::exception_ptr& error) {
  if (error) std::rethrow_exception(error);
}

/// What awaiting, or scheduling, an empty coroutine object gives.
std::exception_ptr awaited_twice_error();

/// What every coroutine of the library has in its frame. A task is a stack of these, linked from the innermost
/// outwards.
class PromiseBase {
 public:
  static void* operator new(std::size_t size) { return allocate_frame(size); }
  static void operator delete(void* frame, std::size_t size) noexcept { free_frame(frame, size); }

  /// Hands control back to the task, which goes on with the caller. Nothing else happens here: whoever owns the call
  /// destroys the frame.
  struct FinalAwaiter {
    bool await_ready() const noexcept { return false; }
    template <class P>
    void await_suspend(std::coroutine_handle<P> self) const noexcept {
      self.promise().return_to_caller();
    }
    void await_resume() const noexcept {}
  };

  std::suspend_always initial_suspend() const noexcept { return {}; }
  FinalAwaiter final_suspend() const noexcept { return {}; }
  void unhandled_exception() noexcept;

  /// Takes the caller's place in its task: this coroutine runs next, and `caller` goes on when it is done. Null: it is
  /// a task's outermost coroutine.
  void enter(TaskCore& task, PromiseBase* caller, CallBase& call) noexcept;
  void return_to_caller() noexcept;

  /// Every promise of the library is laid out alike (`promise_handle_is_portable`), so the handle can be made from
  /// here.
  std::coroutine_handle<> handle() noexcept { return std::coroutine_handle<PromiseBase>::from_promise(*this); }

  TaskCore* task = nullptr;
  PromiseBase* caller = nullptr;
  CallBase* call = nullptr;
  /// The coroutine function, for messages.
  std::source_location origin;
  /// Its latest co_await or co_yield.
  std::source_location where;

 protected:
  ~PromiseBase() = default;
};

/// A promise handle may be made from the base only if both have the alignment that places them alike in the frame.
template <class P>
inline constexpr bool promise_handle_is_portable = alignof(P) == alignof(PromiseBase);

/// The name of the coroutine function, without return type and parameters: "fetch", "Client::fetch".
std::string_view function_name(const std::source_location& where) noexcept;
/// Whether the place is in this library's own sources.
bool is_library_file(const std::source_location& where) noexcept;
/// The innermost coroutine of the program's own, from `innermost` on outwards: the library's tell people nothing.
const PromiseBase& programs_frame(const PromiseBase& innermost) noexcept;
/// The file's name without its folders.
std::string_view file_name(const std::source_location& where) noexcept;

/// What a coroutine object may hold instead of a coroutine: an operation of the library that mostly ends at once, or
/// only yields, and then needs no frame. A task, or one that has to wait, gets the coroutine after all.
struct Leaf {
  /// For people: "Lock.acquire".
  const char* name;
  /// Does it without waiting, if that is possible, and leaves the value in `call`. Null: a bare yield.
  bool (*try_finish)(void* self, CallBase& call);
  /// Makes the coroutine that does it.
  PromiseBase* (*make)(void* self);
};

/// A call of a coroutine: owns the callee's frame and receives what it returns or throws.
class CallBase {
 public:
  CallBase() noexcept = default;
  explicit CallBase(PromiseBase* callee) noexcept : callee_(callee) {}
  CallBase(const CallBase&) = delete;
  CallBase& operator=(const CallBase&) = delete;
  ~CallBase() {
    if (callee_) destroy_callee();
  }

  /// Calls a leaf; after this ready() says whether it has ended.
  void begin(const Leaf& leaf, void* self) {
    if (!leaf.try_finish) {
      yields_ = true;
    } else if (leaf.try_finish(self, *this)) {
      ready_ = true;
    } else {
      callee_ = leaf.make(self);
    }
  }
  bool ready() const noexcept { return ready_; }

  PromiseBase* callee() const noexcept { return callee_; }
  const std::exception_ptr& error() const noexcept { return error_; }
  void set_error(std::exception_ptr error) noexcept { error_ = std::move(error); }

  /// Destroys the callee's frame, locals and parameters.
  void destroy_callee() noexcept;

  /// Starts the callee, or yields, in place of `caller`. \throws std::runtime_error if there is none: it was awaited
  /// before.
  void start(PromiseBase& caller);

  /// Destroys the callee, then throws what it threw.
  void finish();

 private:
  PromiseBase* callee_ = nullptr;
  std::exception_ptr error_;
  bool ready_ = false;
  bool yields_ = false;
};

/// A call that returns a T.
template <class T>
class Call : public CallBase {
 public:
  using CallBase::CallBase;
  Storage<T> value;
};

}  // namespace asyncio::detail
