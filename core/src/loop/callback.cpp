#include "asyncio/detail/loop/callback.hpp"

#include "asyncio/detail/loop/loop_core.hpp"
#include "asyncio/handle.hpp"

namespace asyncio::detail {

void HandleCore::hold() noexcept {
  held_ = true;
  retain();
}

void HandleCore::cancel() noexcept {
  cancelled_ = true;
  if (remote_) cancel_elsewhere();
  disarm();
  let_go();
}

void HandleCore::let_go() noexcept {
  if (!held_) return;
  held_ = false;
  release();
}

void HandleCore::run() {
  Ref<HandleCore> self(this);
  const Ref<LoopCore> loop(this_thread().loop);
  let_go();
  try {
    ContextHolder::Scope scope(context_);
    invoke();
  } catch (...) {
    loop->report_callback_error(Handle(self));
  }
}

}  // namespace asyncio::detail
