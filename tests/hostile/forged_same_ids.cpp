// expect: ended
// The same task created, done and created again.
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
  for (int i = 0; i < 10'000; ++i) {
    Record records[] = {
        {3, 0, 0, 1, double(i), 0, 1, 0, 0}, {3, 0, 0, 1, double(i), 0, 0, 0, 0}, {9, 0, 0, 1, double(i), 0, 0, 0, 0}};
    trace(records, sizeof records);
  }
  std::puts("sent");
}
