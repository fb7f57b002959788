#include "thread/new_thread.hpp"

#include <thread>

namespace asyncio::detail {

void NewThread::submit(std::unique_ptr<Work> work) {
  std::thread([work = std::move(work)]() mutable {
    Work& call = *work;
    call.run(std::move(work));
  }).detach();
}

}  // namespace asyncio::detail
