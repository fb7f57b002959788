#include "absent/no_threads.hpp"

#include "asyncio/exceptions.hpp"

namespace asyncio::detail {

void no_threads() {
  throw NotSupportedError(
      "this platform has no threads: run_in_executor(), to_thread() and ThreadPool are not supported; make the "
      "function a coroutine that awaits sleep(0) now and then");
}

}  // namespace asyncio::detail
