// expect: ended
// Tasks that are their own parents, and that wait for each other in a ring.
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
  constexpr unsigned ring = 1000;
  for (unsigned task = 1; task <= ring; ++task) {
    Record records[] = {{3, 0, 0, task, 1, 0, task % ring + 1, 0, 0}, {6, 0, 0, task, 2, 0, task % ring + 1, 0, 0}};
    trace(records, sizeof records);
  }
  Record self[] = {{3, 0, 0, 5000, 3, 0, 5000, 0, 0}, {6, 0, 0, 5000, 4, 0, 5000, 0, 0}};
  trace(self, sizeof self);
  std::puts("sent");
}
