// expect: use of deleted function|call to deleted (member )?function
#include <asyncio/task.hpp>

void f(asyncio::Task<int> task, asyncio::Future<int> future) {
  (void)task;
#ifdef BAD
  task.set_result(1);
#else
  future.set_result(1);
#endif
}
