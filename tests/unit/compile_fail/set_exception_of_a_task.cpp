// expect: use of deleted function|call to deleted (member )?function
#include <asyncio/task.hpp>
#include <stdexcept>

void f(asyncio::Task<int> task, asyncio::Future<int> future) {
  (void)task;
#ifdef BAD
  task.set_exception(std::runtime_error(""));
#else
  future.set_exception(std::runtime_error(""));
#endif
}
