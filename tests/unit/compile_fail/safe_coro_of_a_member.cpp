// expect: a SafeCoro owns all that it uses
#include <asyncio/safe_coro.hpp>

class Counter {
 public:
#ifdef BAD
  asyncio::SafeCoro<int> next() { co_return ++count_; }
#else
  static asyncio::SafeCoro<int> next(Counter counter) { co_return ++counter.count_; }
#endif

 private:
  int count_ = 0;
};
