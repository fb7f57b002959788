// expect: asyncio: a duration is needed, not a number
#include <asyncio/asyncio.hpp>

asyncio::Timeout f() {
#ifdef BAD
  return asyncio::timeout(0.5);
#else
  return asyncio::timeout(std::chrono::milliseconds(500));
#endif
}
