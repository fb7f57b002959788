// expect: stopped
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
  static Record records[1000];
  for (unsigned turn = 0;; ++turn) {
    for (unsigned i = 0; i < 1000; ++i) {
      const unsigned char kind = 2 + (turn + i) % 9;
      records[i] = {kind, 0, 0, i, double(turn), turn, i, 0, 0};
    }
    trace(records, sizeof records);
  }
}
