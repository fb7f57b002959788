// finds: deadlock 8
#include <asyncio/asyncio.hpp>

struct Pair {
  asyncio::Task<void> one, other;
};

asyncio::Coro<void> waits_for(asyncio::Task<void>& task) { co_await task; }

asyncio::Coro<void> both() {
  Pair pair;
  pair.one = asyncio::create_task(waits_for(pair.other), {.name = "one"});
  pair.other = asyncio::create_task(waits_for(pair.one), {.name = "other"});
  co_await asyncio::wait(pair.one, pair.other);
}

int main() { asyncio::run(both()); }
