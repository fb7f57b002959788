// expect: failed ""
#include <cstdio>

extern "C" void asyncio_trap();

int main() {
  std::puts("main");
  std::fflush(stdout);
  try {
    asyncio_trap();
  } catch (...) {
    std::puts("ESCAPED: caught");
  }
}
