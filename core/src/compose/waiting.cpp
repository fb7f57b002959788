#include "compose/waiting.hpp"

#include "asyncio/detail/loop/loop_core.hpp"

namespace asyncio::detail {

Waiting::Waiting(const std::vector<AnyFuture>& futures, const std::vector<std::size_t>& mentions,
                 const WaitOptions& options)
    : waiter_("wait"),
      task_(current_task_core()),
      watches_(new Watch[mentions.size()]),
      left_(mentions.size()),
      return_when_(options.return_when) {
  LoopCore& loop = running_loop();
  if (options.timeout) loop.timers().add(*this, loop.time() + *options.timeout);
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    watches_[i].waiting = this;
    watches_[i].future = &futures[mentions[i]].core();
    watches_[i].future->add_callback(watches_[i]);
  }
}

void Waiting::future_done(FutureCore& future) {
  // Looked at, an error is no longer one that was never retrieved: that of the last one is nobody's business here.
  const auto failed = [&] { return return_when_ == FIRST_EXCEPTION && !future.cancelled() && future.exception(); };
  if (--left_ > 0 && return_when_ != FIRST_COMPLETED && !failed()) return;
  disarm();
  waiter_.set();
}

void Watch::run() { waiting->future_done(*future); }
FutureCore* Watch::awaiter() const noexcept { return waiting->task(); }

}  // namespace asyncio::detail
