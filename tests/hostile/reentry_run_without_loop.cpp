// expect: ended
#include <cstdio>

__attribute__((import_module("asyncio_host"), import_name("run"))) void host_run();

int main() {
  for (int i = 0; i < 100; ++i) host_run();
  std::puts("went on");
}
