#include "asyncio/concurrent_future.hpp"

#include <stdexcept>

#include "asyncio/exceptions.hpp"

namespace asyncio::detail {

void require_other_thread(const ConcurrentState& state) {
  if (state.on_loops_thread())
    throw std::runtime_error(
        "result() on the loop's own thread would wait for ever: the loop cannot go on meanwhile. co_await "
        "wrap_future(...) instead");
}

void throw_result_timeout() { throw TimeoutError("there was no result within the timeout of result()"); }

}  // namespace asyncio::detail
