// expect: ended
// Times that run backwards, below zero and apart from each other.
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
  for (int i = 0; i < 1000; ++i) {
    const unsigned task = i % 7;
    Record records[] = {{3, 0, 0, task, 1000.0 - i, 0, 0, 0, 4000000000u},
                        {4, 0, 0, task, 5.0 * i, 0, 0, 0, 0},
                        {9, 77, 0, task, -3.0 * i, 99, 98, 0, 0}};
    trace(records, sizeof records);
  }
  std::puts("sent");
}
