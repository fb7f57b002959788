#include "thread/new_thread.hpp"

#include "absent/no_threads.hpp"

namespace asyncio::detail {

void NewThread::submit(Work) { no_threads(); }

}  // namespace asyncio::detail
