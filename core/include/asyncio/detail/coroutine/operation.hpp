#pragma once

/// \file
/// What the library's own waits return instead of a coroutine object.

#include "asyncio/coro.hpp"

namespace asyncio::detail {

/// Whatever its type, an operation that was not awaited yet. A destroyed one is reported: it never ran.
class OperationBase : public AwaitableObject {
 public:
  /// \param name for people: "Lock.acquire". Must outlive the operation.
  explicit OperationBase(const char* name) noexcept : name_(name) {}
  OperationBase(OperationBase&& other) noexcept : name_(std::exchange(other.name_, nullptr)) {}
  OperationBase& operator=(OperationBase&& other) noexcept {
    std::swap(name_, other.name_);
    return *this;
  }
  [[gnu::always_inline]] ~OperationBase() {
    if (name_) [[unlikely]]
      warn_never_awaited("", name_);
  }

  /// Drops it without a warning.
  void close() noexcept { name_ = nullptr; }
  /// Lets it be awaited again.
  void reopen(const char* name) noexcept { name_ = name; }
  /// Whether it can still be awaited.
  explicit operator bool() const noexcept { return name_ != nullptr; }

  /// Gives it to its awaiter. \throws std::runtime_error if it was awaited before
  [[gnu::always_inline]] const char* begin() {
    if (!name_) [[unlikely]]
      throw_awaited_twice();
    return std::exchange(name_, nullptr);
  }

 private:
  const char* name_;
};

/// The coroutine that does nothing but an operation.
template <class Op>
Coro<typename Op::value_type> run_operation(Op operation, const char* name) {
  operation.reopen(name);
  co_return co_await std::move(operation);
}

/// An operation of the library that takes at most one wait: awaited, it needs no frame, for its awaiter holds what it
/// needs. Where a coroutine object is wanted, in a container or for a task, it turns into one.
template <class Self, class T>
class Operation : public OperationBase {
 public:
  using value_type = T;
  /// Whether destroying the awaiter is all that a cancellation has to do.
  static constexpr bool cancelled_by_destruction = false;
  using OperationBase::OperationBase;

  operator Coro<T>() && {
    // One for each type: operations of one type have one name.
    const char* const own_name = this->begin();
    static NamedCall name(own_name);
    Coro<T> coroutine = run_operation(static_cast<Self&&>(*this), name.name);
    coroutine.set_name(name);
    return coroutine;
  }
};

/// An operation: what asyncio::sleep(), Lock::acquire() or Queue::get() return.
template <class A>
concept IsOperation = IsA<A, OperationBase>;

/// The coroutine object that stands for an operation, where a function takes a `Coro<T>` of any T.
template <IsOperation O>
Coro<typename O::value_type> to_coroutine(O&& operation) {
  return std::forward<O>(operation);
}

}  // namespace asyncio::detail
