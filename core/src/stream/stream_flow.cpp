#include "stream/stream_flow.hpp"

#include "asyncio/detail/loop/loop_core.hpp"
#include "asyncio/os_error.hpp"

namespace asyncio::detail {

StreamFlow::StreamFlow(LoopCore& loop) : closed_(make_future(loop)) {}

void StreamFlow::resume() {
  paused_ = false;
  for (auto* waiter = drain_waiters.front(); waiter; waiter = drain_waiters.after(*waiter)) waiter->set();
}

void StreamFlow::connection_lost(const std::exception_ptr& error) {
  lost_ = true;
  if (!paused_) return;
  for (auto* waiter = drain_waiters.front(); waiter; waiter = drain_waiters.after(*waiter)) {
    if (error) {
      waiter->fail(error);
    } else {
      waiter->set();
    }
  }
}

void StreamFlow::set_closed(const std::exception_ptr& error) {
  if (closed_.done()) return;
  if (!error) return closed_.set_result();
  closed_.set_exception(error);
  // Nobody has to ask how a connection ended.
  closed_.core().mark_retrieved();
}

void StreamFlow::require_connected() const {
  if (lost_) throw ConnectionResetError("Connection lost");
}

}  // namespace asyncio::detail
