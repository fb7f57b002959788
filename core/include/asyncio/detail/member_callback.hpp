#pragma once

#include "asyncio/detail/ref.hpp"
#include "asyncio/detail/runnable.hpp"

namespace asyncio::detail {

/// Runs a member function of the counted object that it is a part of, and keeps that alive meanwhile.
template <class T>
class MemberCallback final : public Runnable {
 public:
  MemberCallback(T& object, void (T::*call)()) noexcept : object_(object), call_(call) {}
  void run() override {
    const Ref<T> keep(&object_);
    (object_.*call_)();
  }

 private:
  T& object_;
  void (T::*call_)();
};

}  // namespace asyncio::detail
