// expect: ended
// Records that end too soon, and names that are longer than their batch.
#include <cstdio>

struct Record {
  unsigned char kind, detail;
  unsigned short zero;
  unsigned task;
  double time;
  unsigned a, b, c, d;
};
__attribute__((import_module("asyncio_host"), import_name("trace"))) void trace(const void*, unsigned);

int main() {
  std::puts("sending");
  std::fflush(stdout);
  Record name = {1, 0, 0, 0, 0, 1, 0xffffffff, 0, 0};
  for (unsigned size = 0; size <= sizeof name; ++size) trace(&name, size);
  std::puts("sent");
}
