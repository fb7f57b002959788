// expect: ended within 20s
// main calls what calls main.
#include <cstdio>

extern "C" int asyncio_main();

int main() {
  std::puts("main");
  return asyncio_main();
}
