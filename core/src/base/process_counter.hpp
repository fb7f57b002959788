#pragma once

/// \file
/// Numbers that are given out once in a process.

#include <atomic>

#if __has_include(<sys/single_threaded.h>)
#include <sys/single_threaded.h>
#define ASYNCIO_SINGLE_THREADED __libc_single_threaded
#else
#define ASYNCIO_SINGLE_THREADED false
#endif

namespace asyncio::detail {

/// 1, 2, 3 … to whichever thread asks. A process that has one thread pays for no atomic operation.
template <class Number>
class ProcessCounter {
 public:
  Number next() noexcept {
    if (!ASYNCIO_SINGLE_THREADED) return last_.fetch_add(1, std::memory_order_relaxed) + 1;
    const Number number = last_.load(std::memory_order_relaxed) + 1;
    last_.store(number, std::memory_order_relaxed);
    return number;
  }

 private:
  std::atomic<Number> last_{0};
};

}  // namespace asyncio::detail
