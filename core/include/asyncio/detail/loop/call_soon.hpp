#pragma once

#include "asyncio/detail/loop/loop_core.hpp"
#include "asyncio/handle.hpp"

namespace asyncio::detail {

template <class F>
Ref<HandleCore> make_handle(F f, ContextRef context) {
  return Ref<HandleCore>(new HandleOf<F>(context, std::move(f)));
}

/// \see EventLoop::call_soon, EventLoop::call_at
template <class F>
Handle call_soon(LoopCore& loop, F f, ContextRef context = {}) {
  return Handle(loop.schedule(make_handle(std::move(f), context)));
}
template <class F>
TimerHandle call_at(LoopCore& loop, TimePoint when, F f, ContextRef context = {}) {
  return TimerHandle(loop.schedule_at(make_handle(std::move(f), context), when));
}

}  // namespace asyncio::detail
