#include "thread/default_executor.hpp"

#include <stdexcept>

#include "asyncio/capture.hpp"
#include "asyncio/detail/thread/thread_call.hpp"
#include "asyncio/log.hpp"
#include "asyncio/wait_for.hpp"
#include "thread/new_thread.hpp"

namespace asyncio::detail {
namespace {

/// What shuts a default executor down. Reached through a virtual function, so that a program that has no executor does
/// not link what it takes to wait for threads.
class ExecutorPart : public LoopPart {
 public:
  virtual Coro<void> shut_down(Ref<LoopCore> loop, std::optional<Duration> timeout) = 0;
};

std::string seconds(Duration time) {
  const auto tenths = std::chrono::duration_cast<std::chrono::milliseconds>(time).count() / 100;
  return std::to_string(tenths / 10) + '.' + std::to_string(tenths % 10);
}

/// Done when the pool's threads are. No thread of the pool can wait for that.
Future<void> join(LoopCore& loop, ThreadPool pool) {
  NewThread thread;
  return run_in_executor(loop, &thread, [pool]() mutable { pool.shutdown(true); });
}

class DefaultExecutor final : public ExecutorPart {
 public:
  explicit DefaultExecutor(ThreadPool p) : pool(std::move(p)) {}
  Coro<void> shut_down(Ref<LoopCore> loop, std::optional<Duration> timeout) override {
    return join_in_time(std::move(loop), pool, timeout);
  }

  ThreadPool pool;

 private:
  static Coro<void> join_in_time(Ref<LoopCore> loop, ThreadPool pool, std::optional<Duration> timeout) {
    auto joined = co_await Captured<void>(wait_for(join(*loop, pool), timeout));
    bool late = false;
    try {
      joined.value();
    } catch (const TimeoutError&) {
      late = true;
    }
    if (!late) co_return;
    log(LogLevel::warning, "RuntimeWarning: The executor did not finishing joining its threads within " +
                               seconds(timeout.value_or(Duration())) + " seconds.");
    pool.shutdown(false);
  }
};

}  // namespace

Executor& default_executor(LoopCore& loop) {
  if (loop.executor_shut_down) throw std::runtime_error("Executor shutdown has been called");
  if (!loop.default_executor) loop.default_executor = std::make_unique<DefaultExecutor>(ThreadPool());
  return static_cast<DefaultExecutor&>(*loop.default_executor).pool;
}

void set_default_executor(LoopCore& loop, ThreadPool executor) {
  loop.default_executor = std::make_unique<DefaultExecutor>(std::move(executor));
}

Coro<void> shutdown_default_executor(Ref<LoopCore> loop, std::optional<Duration> timeout) {
  loop->executor_shut_down = true;
  if (!loop->default_executor) co_return;
  auto& executor = static_cast<ExecutorPart&>(*loop->default_executor);
  co_await executor.shut_down(loop, timeout);
}

}  // namespace asyncio::detail
