// expect: ended
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
  for (int kind = 0; kind < 256; ++kind) {
    Record record = {static_cast<unsigned char>(kind), 255, 0xffff, 1, 1, 1, 1, 1, 1};
    if (kind != 1) trace(&record, sizeof record);
  }
  std::puts("sent");
}
