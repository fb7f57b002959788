// expect: stopped
#include <cstdio>

extern "C" double asyncio_tick(double);

int main() {
  std::puts("ticking");
  for (;;) asyncio_tick(0);
}
