// expect: ended within 20s
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
  static Record records[10'000];
  for (unsigned batch = 0; batch < 100; ++batch) {
    for (unsigned i = 0; i < 10'000; ++i) {
      const unsigned task = 1 + batch * 10'000 + i;
      records[i] = {3, 0, 0, task, double(task), 0, task - 1, 0, 0};
    }
    trace(records, sizeof records);
  }
  std::puts("sent");
}
