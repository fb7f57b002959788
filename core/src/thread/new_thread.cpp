#include "thread/new_thread.hpp"

#include <thread>

namespace asyncio::detail {

void NewThread::submit(Work work) {
  std::thread([work = std::move(work)]() mutable { work(); }).detach();
}

}  // namespace asyncio::detail
