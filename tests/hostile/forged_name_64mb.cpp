// expect: stopped or ended
// A name of 64 MB, of one task.
#include <cstdio>
#include <cstring>

struct Record {
  unsigned char kind, detail;
  unsigned short zero;
  unsigned task;
  double time;
  unsigned a, b, c, d;
};
__attribute__((import_module("asyncio_host"), import_name("trace"))) void trace(const void*, unsigned);

int main() {
  constexpr unsigned size = 64u << 20;
  static char batch[size + 2 * sizeof(Record)];
  const Record name = {1, 0, 0, 0, 0, 5, size, 0, 0};
  const Record created = {3, 0, 0, 1, 0, 5, 0, 0, 0};
  std::memcpy(batch, &name, sizeof name);
  std::memset(batch + sizeof name, 'n', size);
  std::memcpy(batch + sizeof name + size, &created, sizeof created);
  trace(batch, sizeof batch);
  std::puts("sent");
}
