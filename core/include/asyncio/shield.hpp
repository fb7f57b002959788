#pragma once

/// \file
/// `shield`. Source: Lib/asyncio/tasks.py.

#include "asyncio/detail/loop/self_owned.hpp"
#include "asyncio/ensure_future.hpp"
#include "asyncio/gather.hpp"

namespace asyncio {
namespace detail {

/// The future that shield() returns: it follows the inner one, but its cancellation stays with it.
class ShieldCore : public FutureCore, private SelfOwned {
 public:
  ShieldCore(LoopCore& loop, void* storage, AnyFuture inner);
  /// Starts to follow. Called once, right after construction.
  void launch();
  std::string waiting_for() const override { return "shield(" + inner_.core().waiting_for() + ")"; }

 protected:
  /// Copies the inner future's value.
  virtual void copy_value(FutureCore& inner) = 0;

 private:
  class InnerDone final : public Runnable {
   public:
    void run() override { shield->inner_done(); }
    FutureCore* awaiter() const noexcept override { return shield->shielding_task_.get(); }
    ShieldCore* shield = nullptr;
  };
  class OuterDone final : public Runnable {
   public:
    void run() override { shield->outer_done(); }
    ShieldCore* shield = nullptr;
  };
  void inner_done();
  void outer_done();
  void stop_following() noexcept;
  void abandon() noexcept override { stop_following(); }

  AnyFuture inner_;
  /// Who called shield(), for the call graph.
  Ref<FutureCore> shielding_task_;
  InnerDone on_inner_;
  OuterDone on_outer_;
};

template <class T>
class Shield final : public ShieldCore {
 public:
  Shield(LoopCore& loop, AnyFuture inner) : ShieldCore(loop, &value_, std::move(inner)) {}

 private:
  void copy_value(FutureCore& inner) override {
    if constexpr (std::is_void_v<T>) {
      value_.emplace();
    } else if constexpr (std::is_lvalue_reference_v<T>) {
      value_.emplace(static_cast<Storage<T>*>(inner.storage())->get());
    } else {
      value_.emplace(element_of<T>(AnyFuture(&inner)));
    }
  }
  Storage<T> value_;
};

}  // namespace detail

/// Protects `awaitable` from the cancellation of the one who awaits: cancelling the future that this returns leaves the
/// inner one alone. The inner one's result, error or cancellation becomes the outer's. If the inner one is done already
/// it is returned itself. An error that comes after the outer was cancelled goes to the loop's exception handler.
template <Awaitable A>
Future<await_result_t<A>> shield(A&& awaitable) {
  using T = await_result_t<A>;
  auto inner = ensure_future(std::forward<A>(awaitable));
  if (inner.done()) return Future<T>(inner.ref());
  auto* core = new detail::Shield<T>(inner.core().loop(), inner);
  Future<T> outer{detail::Ref<detail::FutureCore>(core)};
  core->launch();
  return outer;
}

}  // namespace asyncio
