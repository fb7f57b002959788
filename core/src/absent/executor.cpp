#include "asyncio/executor.hpp"

#include "absent/no_threads.hpp"

namespace asyncio {

class ThreadPool::State {};

ThreadPool::ThreadPool(std::size_t) { detail::no_threads(); }
void ThreadPool::submit(Work) { detail::no_threads(); }
void ThreadPool::shutdown(bool) {}

}  // namespace asyncio
