// expect: ended
// Everything that can happen to a task, before it is created and after it is done.
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
  const unsigned char order[] = {9, 5, 4, 6, 7, 8, 10, 5, 5, 3, 9, 4, 5, 7, 10, 9, 3, 6, 4, 4};
  for (unsigned task = 1; task < 500; ++task)
    for (unsigned i = 0; i < sizeof order; ++i) {
      Record record = {order[i], 0, 0, task, double(i), 0, task + 1, 0, 0};
      trace(&record, sizeof record);
    }
  std::puts("sent");
}
