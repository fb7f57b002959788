#pragma once

#include <optional>

#include "asyncio/detail/loop/loop_core.hpp"
#include "asyncio/handle.hpp"

namespace asyncio::detail {

/// Something that happens to the object that it is a part of, told in the next iteration. Unlike call_soon() it
/// cannot fail: its place is there already.
template <class T>
class MemberEvent final : public Runnable {
 public:
  /// \param counted the object, or what it is a part of: kept alive during the call
  MemberEvent(RefCounted& counted, T& object, void (T::*call)()) noexcept
      : counted_(counted), object_(object), call_(call) {}

  /// Lets the call run in a copy of the current context. Nothing if it is due already. The object keeps itself alive
  /// until then, or is not called.
  void schedule(LoopCore& loop) noexcept {
    if (linked()) return;
    prepare(loop);
    loop.push(*this);
  }
  /// The same, for who puts it into the loop's queue later.
  void prepare(LoopCore& loop) noexcept {
    loop_ = Ref<LoopCore>(&loop);
    context_.emplace(nullptr);
  }

  void run() override {
    const Ref<RefCounted> keep(&counted_);
    const Ref<LoopCore> loop = std::exchange(loop_, {});
    try {
      ContextHolder::Scope scope(*context_);
      (object_.*call_)();
    } catch (...) {
      loop->report_callback_error({}, nullptr);
    }
  }
  void discard() noexcept override { loop_ = {}; }

 private:
  RefCounted& counted_;
  T& object_;
  void (T::*call_)();
  Ref<LoopCore> loop_;
  std::optional<ContextHolder> context_;
};

}  // namespace asyncio::detail
