// expect: failed "" or finished "went on"
// The same number for a thousand things.
#include <cstdio>

__attribute__((import_module("asyncio_web"), import_name("fetch"))) void fetch(int, const void*, unsigned);
__attribute__((import_module("asyncio_web"), import_name("connect"))) void connect(int, const void*, unsigned);

int main() {
  const char address[] = "\x07\0\0\0nothing\x03\0\0\0GET";
  for (int i = 0; i < 1000; ++i) {
    fetch(1, address, sizeof address - 1);
    connect(1, address, 11);
  }
  std::puts("went on");
}
