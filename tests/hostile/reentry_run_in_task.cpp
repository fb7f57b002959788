// expect: ended
// What suspends the program, called where nothing can be suspended: JavaScript is on the stack.
#include <asyncio/asyncio.hpp>
#include <cstdio>

__attribute__((import_module("asyncio_host"), import_name("run"))) void host_run();

asyncio::Coro<void> async_main() {
  co_await asyncio::sleep(std::chrono::milliseconds(1));
  host_run();
  std::puts("went on");
}

int main() { asyncio::run(async_main()); }
