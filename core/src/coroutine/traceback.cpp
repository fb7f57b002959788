#include "coroutine/traceback.hpp"

#include <utility>

namespace asyncio::detail {
namespace {

/// The exception that is on its way on this thread, and what it has left.
struct OnItsWay {
  OnItsWay() noexcept = default;
  OnItsWay(const OnItsWay&) = delete;
  OnItsWay& operator=(const OnItsWay&) = delete;
  ~OnItsWay() { gone = true; }

  /// Held, so that no other exception can have its address.
  std::exception_ptr error;
  Traceback traceback;

  /// The thread ends: destructors that still throw are not traced.
  static constinit thread_local bool gone;
};
constinit thread_local bool OnItsWay::gone = false;

/// Null: the thread ends.
OnItsWay* on_its_way() noexcept {
  if (OnItsWay::gone) return nullptr;
  thread_local OnItsWay exception;
  return &exception;
}

/// What is remembered of `error`, or null.
OnItsWay* remembered(const std::exception_ptr& error) noexcept {
  if (!exception_remembered || !error) return nullptr;
  OnItsWay* const known = on_its_way();
  return known && known->error == error ? known : nullptr;
}

/// Begins to remember `error`. \returns null if the thread ends
OnItsWay* remember(const std::exception_ptr& error) noexcept {
  OnItsWay* const known = on_its_way();
  if (!known) return nullptr;
  known->traceback.clear();
  known->error = error;
  exception_remembered = true;
  return known;
}

}  // namespace

void Traceback::add(const std::source_location& where) {
  if (frames_.size() == most_kept) {
    frames_.erase(frames_.begin() + kept_innermost);
    ++omitted_;
  }
  frames_.push_back({where, {}});
}

void Traceback::end_task(std::string name) {
  if (!frames_.empty()) frames_.back().task = std::move(name);
}

void Traceback::clear() noexcept {
  frames_.clear();
  omitted_ = 0;
}

void trace(const std::exception_ptr& error, const std::source_location& where) noexcept {
  OnItsWay* known = remembered(error);
  if (!known) known = remember(error);
  if (!known) return;
  try {
    known->traceback.add(where);
  } catch (...) {
    forget_exception();
  }
}

TracebackRef end_traceback(const std::exception_ptr& error, const std::string& task) noexcept {
  OnItsWay* const known = remembered(error);
  if (!known) return nullptr;
  known->traceback.end_task(task);
  return traceback_of(error);
}

TracebackRef traceback_of(const std::exception_ptr& error) noexcept {
  const OnItsWay* const known = remembered(error);
  if (!known || known->traceback.empty()) return nullptr;
  try {
    return std::make_shared<const Traceback>(known->traceback);
  } catch (...) {
    return nullptr;
  }
}

void resume_traceback(const std::exception_ptr& error, const TracebackRef& traceback) noexcept {
  OnItsWay* const known = traceback ? remember(error) : nullptr;
  if (!known) return;
  try {
    known->traceback = *traceback;
  } catch (...) {
    forget_exception();
  }
}

void rethrow(const std::exception_ptr& error, const TracebackRef& traceback) {
  resume_traceback(error, traceback);
  std::rethrow_exception(error);
}

KeepException::KeepException() noexcept {
  const OnItsWay* const known = exception_remembered ? on_its_way() : nullptr;
  if (!known) return;
  error_ = known->error;
  traceback_ = traceback_of(error_);
}

void forget_exception() noexcept {
  exception_remembered = false;
  if (OnItsWay* const known = on_its_way()) {
    known->traceback = {};
    known->error = nullptr;
  }
}

}  // namespace asyncio::detail
