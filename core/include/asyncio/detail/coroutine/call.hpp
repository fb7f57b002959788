#pragma once

/// \file
/// The coroutine machinery below `Coro<T>`: promises, calls, and how a task passes control between them.

#include <coroutine>
#include <cstddef>
#include <exception>
#include <source_location>
#include <string_view>

#include "asyncio/detail/base/frame_pool.hpp"
#include "asyncio/detail/base/storage.hpp"
#include "asyncio/detail/coroutine/thread_state.hpp"

namespace asyncio::detail {

class CallBase;

/// Throws what a wait gave, if it gave something.
inline void throw_if(const std::exception_ptr& error) {
  if (error) std::rethrow_exception(error);
}

/// What awaiting, or scheduling, an empty coroutine object gives.
std::exception_ptr awaited_twice_error() noexcept;
[[noreturn]] void throw_awaited_twice();

/// How whoever includes this file names it.
constexpr std::string_view call_header = std::source_location::current().file_name();
/// How the program names it. No constant: the library, which may have been compiled in another place, is to see what
/// the linker takes from the program.
inline constinit std::string_view call_header_of_program = call_header;

/// What every coroutine of the library has in its frame. A task is a stack of these, linked from the innermost
/// outwards.
class PromiseBase {
 public:
  static void* operator new(std::size_t size) { return allocate_frame(size); }
  static void operator delete(void* frame, std::size_t size) noexcept { free_frame(frame, size); }

  /// Hands control back to the caller. Nothing else happens here: whoever owns the call destroys the frame.
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
  /// \param header so that each program has it, for the linker to take
  void unhandled_exception(std::string_view& header = call_header_of_program) noexcept;

  /// The caller goes on when this coroutine has suspended; if it is a task's outermost one, the task is done.
  void return_to_caller() const noexcept {
    ThreadState& thread = this_thread();
    thread.next = caller;
    thread.ended = caller == nullptr;
  }

  /// Every promise of the library is laid out alike (`promise_handle_is_portable`), so the handle can be made from
  /// here.
  std::coroutine_handle<> handle() noexcept { return std::coroutine_handle<PromiseBase>::from_promise(*this); }

  /// Null: it is a task's outermost coroutine.
  PromiseBase* caller = nullptr;
  CallBase* call = nullptr;
  /// Its latest co_await or co_yield, before the first one its head; names the function, too.
  std::source_location where;

 protected:
  ~PromiseBase() = default;
};

/// A promise handle may be made from the base only if both have the alignment that places them alike in the frame.
template <class P>
inline constexpr bool promise_handle_is_portable = alignof(P) == alignof(PromiseBase);

/// "coroutine 'f' was never awaited". \param place "main.cpp:7: ", as far as it is known
void warn_never_awaited(std::string_view place, std::string_view name) noexcept;

/// The name of the coroutine function, without return type and parameters: "fetch", "Client::fetch".
std::string_view function_name(const std::source_location& where) noexcept;
/// Whether the place is in this library's own sources.
bool is_library_file(const std::source_location& where) noexcept;
/// The innermost coroutine of the program's own, from `innermost` on outwards: the library's tell people nothing.
const PromiseBase& programs_frame(const PromiseBase& innermost) noexcept;
/// The file's name without its folders.
std::string_view file_name(const std::source_location& where) noexcept;

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

  PromiseBase* callee() const noexcept { return callee_; }
  const std::exception_ptr& error() const noexcept { return error_; }
  void set_error(std::exception_ptr error) noexcept { error_ = std::move(error); }
  std::exception_ptr take_error() noexcept { return std::exchange(error_, nullptr); }

  /// Destroys the callee's frame, locals and parameters.
  void destroy_callee() noexcept {
    // Cleared first: destroying the frame may run destructors that look here.
    if (PromiseBase* callee = std::exchange(callee_, nullptr)) callee->handle().destroy();
  }

  /// Runs the callee. \returns whether the caller has to suspend: false if the callee has ended already. \throws
  /// std::runtime_error if there is none: it was awaited before.
  bool start(PromiseBase& caller) {
    if (!callee_) [[unlikely]]
      throw_awaited_twice();
    return enter(*callee_, caller);
  }

  /// Runs `callee` up to its end or its next suspension, for `caller`. \returns whether the caller has to suspend
  bool enter(PromiseBase& callee, PromiseBase& caller) {
    callee.caller = &caller;
    callee.call = this;
    ThreadState& thread = this_thread();
    // It runs on top of its caller's native frame, unless too many do already: then the task runs it when all of them
    // have suspended, and the native stack stays flat however deep coroutines nest.
    if (thread.depth == most_nested) {
      thread.next = &callee;
      return true;
    }
    ++thread.depth;
    thread.innermost = &callee;
    callee.handle().resume();
    --thread.depth;
    if (thread.next != &caller) return true;
    thread.next = nullptr;
    thread.innermost = &caller;
    return false;
  }

  /// The callee has ended without a value: if it has no error either, it lacks a co_return, and that becomes its error.
  void require_error() noexcept;
  /// Destroys the callee, which has ended without a value. \returns its error
  std::exception_ptr end_without_value() noexcept;

  /// Destroys the callee, then throws what it threw.
  void finish() {
    destroy_callee();
    if (error_) std::rethrow_exception(take_error());
  }

 private:
  static constexpr unsigned most_nested = 16;
  PromiseBase* callee_ = nullptr;
  std::exception_ptr error_;
};

/// A call that returns a T.
template <class T>
class Call : public CallBase {
 public:
  using CallBase::CallBase;

  /// Destroys the callee, then gives what it returned or throws what it threw.
  T take() {
    if (!value.full()) [[unlikely]]
      std::rethrow_exception(end_without_value());
    destroy_callee();
    // An error would have taken the value back. Said for the destructor, which then has nothing to look at.
    if (error()) __builtin_unreachable();
    return value.take();
  }

  Storage<T> value;
};

}  // namespace asyncio::detail
