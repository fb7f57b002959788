// expect: failed ""
#include <asyncio/asyncio.hpp>
#include <cstdio>

using namespace std::chrono_literals;

asyncio::Coro<void> async_main() {
  auto process = co_await asyncio::create_subprocess_exec("cat", {"/etc/passwd"});
  std::puts("ESCAPED");
}

int main() { asyncio::run(async_main()); }
