// expect: no matching (member )?function for call to|no matching function
#include <asyncio/future.hpp>
#include <string>
#include <vector>

void f(asyncio::Future<std::string> future) {
#ifdef BAD
  future.set_result(std::vector<int>());
#else
  future.set_result("text");
#endif
}
