// expect: failed "memory" or failed "deep" within 30s
#include <asyncio/asyncio.hpp>
#include <cstdio>

asyncio::Coro<int> deeper(int n) { co_return 1 + co_await deeper(n + 1); }

int main() { std::printf("%d\n", asyncio::run(deeper(0))); }
