#include "asyncio/detail/loop/persistent_handle.hpp"

#include "asyncio/detail/loop/loop_core.hpp"
#include "asyncio/handle.hpp"

namespace asyncio::detail {

void PersistentHandle::run() {
  const Ref<PersistentHandle> self(this);
  const Ref<LoopCore> loop(&loop_);
  try {
    ContextHolder::Scope scope(context_);
    invoke();
  } catch (...) {
    loop->report_callback_error({}, nullptr);
  }
}

}  // namespace asyncio::detail
