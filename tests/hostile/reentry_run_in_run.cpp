// expect: failed "cannot be called from a running event loop"
#include <asyncio/asyncio.hpp>
#include <cstdio>

asyncio::Coro<void> inner() { co_return; }
asyncio::Coro<void> async_main() {
  asyncio::run(inner());
  co_return;
}

int main() { asyncio::run(async_main()); }
