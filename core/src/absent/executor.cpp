/// \file
/// What stands for threads where there are none.

#include "asyncio/exceptions.hpp"
#include "thread/default_executor.hpp"

namespace asyncio {
namespace {

[[noreturn]] void no_threads() {
  throw NotSupportedError(
      "this platform has no threads: run_in_executor(), to_thread() and ThreadPool are not supported; make the "
      "function a "
      "coroutine that awaits sleep(0) now and then");
}

}  // namespace

class ThreadPool::State {};

ThreadPool::ThreadPool(std::size_t) { no_threads(); }
void ThreadPool::submit(std::unique_ptr<detail::Work>) { no_threads(); }
void ThreadPool::shutdown(bool) {}
void detail::NewThread::submit(std::unique_ptr<Work>) { no_threads(); }

}  // namespace asyncio
