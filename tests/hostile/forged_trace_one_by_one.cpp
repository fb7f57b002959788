// expect: stopped
// A call a record.
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
  for (unsigned turn = 0;; ++turn) {
    Record record = {static_cast<unsigned char>(3 + turn % 3), 0, 0, turn / 3, double(turn), 0, 0, 0, 0};
    trace(&record, sizeof record);
  }
}
