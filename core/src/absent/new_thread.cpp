#include "thread/new_thread.hpp"

#include "absent/no_threads.hpp"

namespace asyncio::detail {

void NewThread::submit(std::unique_ptr<Work>) { no_threads(); }

}  // namespace asyncio::detail
