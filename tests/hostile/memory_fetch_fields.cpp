// expect: failed "" or finished "went on"
// Fields whose lengths reach past what was handed over, and past the memory.
#include <cstdio>

__attribute__((import_module("asyncio_web"), import_name("fetch"))) void fetch(int, const void*, unsigned);
__attribute__((import_module("asyncio_web"), import_name("connect"))) void connect(int, const void*, unsigned);

int main() {
  unsigned fields[] = {0xffffffff, 4, 0x41414141, 0xfffffff8, 3, 0x7fffffff};
  for (unsigned size = 0; size <= sizeof fields; ++size) {
    fetch(1 + size, fields, size);
    connect(100 + size, fields, size);
  }
  std::puts("went on");
}
