// expect: failed "Deadlock"
#include <asyncio/asyncio.hpp>
#include <cstdio>

using namespace std::chrono_literals;

asyncio::Coro<void> async_main() { co_await asyncio::get_running_loop().create_future<int>(); }

int main() { asyncio::run(async_main()); }
