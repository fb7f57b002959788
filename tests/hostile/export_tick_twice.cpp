// expect: compile-error "asyncio_tick" or compile-error "not valid"
#include <asyncio/asyncio.hpp>
#include <cstdio>

__attribute__((export_name("asyncio_tick"))) double my_tick(double) { return 0; }
asyncio::Coro<void> async_main() { co_await asyncio::sleep(std::chrono::milliseconds(1)); }

int main() {
  asyncio::run(async_main());
  std::puts("main");
}
