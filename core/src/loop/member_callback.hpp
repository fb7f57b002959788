#pragma once

#include <exception>

#include "asyncio/detail/base/ref_counted.hpp"
#include "asyncio/detail/loop/runnable.hpp"
#include "asyncio/exceptions.hpp"

namespace asyncio::detail {

/// Runs a member function of the counted object that it is a part of, and keeps that alive meanwhile.
template <class T>
class MemberCallback final : public Runnable {
 public:
  /// \param failed gets what `call` throws: nobody else would hear of it
  MemberCallback(T& object, void (T::*call)(), void (T::*failed)(std::exception_ptr)) noexcept
      : object_(object), call_(call), failed_(failed) {}
  void run() override {
    const Ref<T> keep(&object_);
    try {
      (object_.*call_)();
    } catch (...) {
      if (ends_the_loop(std::current_exception())) throw;
      (object_.*failed_)(std::current_exception());
    }
  }

 private:
  T& object_;
  void (T::*call_)();
  void (T::*failed_)(std::exception_ptr);
};

}  // namespace asyncio::detail
