#include "thread/default_executor.hpp"

#include <stdexcept>

#include "asyncio/capture.hpp"
#include "asyncio/detail/thread/thread_call.hpp"
#include "asyncio/event_loop.hpp"
#include "asyncio/log.hpp"
#include "asyncio/wait_for.hpp"

namespace asyncio {
namespace {

class DefaultExecutor final : public detail::LoopPart {
 public:
  explicit DefaultExecutor(ThreadPool p) : pool(std::move(p)) {}
  ThreadPool pool;
};

std::string seconds(Duration time) {
  const auto tenths = std::chrono::duration_cast<std::chrono::milliseconds>(time).count() / 100;
  return std::to_string(tenths / 10) + '.' + std::to_string(tenths % 10);
}

/// Done when the pool's threads are. No thread of the pool can wait for that.
Future<void> join(detail::LoopCore& loop, ThreadPool pool) {
  auto wait = [pool]() mutable { pool.shutdown(true); };
  const auto future = loop.face().create_future<void>();
  detail::NewThread thread;
  detail::submit_call(loop, &thread,
                      std::make_unique<detail::ThreadCallOf<void, decltype(wait)>>(loop, std::move(wait)), future);
  return future;
}

Coro<void> shut_down(detail::Ref<detail::LoopCore> loop, std::optional<Duration> timeout) {
  loop->executor_shut_down = true;
  if (!loop->default_executor) co_return;
  ThreadPool pool = static_cast<DefaultExecutor&>(*loop->default_executor).pool;
  auto joined = co_await detail::Captured<void>(wait_for(join(*loop, pool), timeout));
  bool late = false;
  try {
    joined.value();
  } catch (const TimeoutError&) {
    late = true;
  }
  if (!late) co_return;
  detail::log(LogLevel::warning, "RuntimeWarning: The executor did not finishing joining its threads within " +
                                     seconds(timeout.value_or(Duration())) + " seconds.");
  pool.shutdown(false);
}

}  // namespace

Executor& detail::default_executor(LoopCore& loop) {
  if (loop.executor_shut_down) throw std::runtime_error("Executor shutdown has been called");
  if (!loop.default_executor) loop.default_executor = std::make_unique<DefaultExecutor>(ThreadPool());
  return static_cast<DefaultExecutor&>(*loop.default_executor).pool;
}

void EventLoop::set_default_executor(ThreadPool executor) {
  core_->default_executor = std::make_unique<DefaultExecutor>(std::move(executor));
}

Coro<void> EventLoop::shutdown_default_executor(std::optional<Duration> timeout) { return shut_down(core_, timeout); }

}  // namespace asyncio
