// expect: ended or stopped
// Many names that are each small enough.
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
  constexpr unsigned size = 64u << 10;
  static char batch[size + 2 * sizeof(Record)];
  for (unsigned id = 1; id < 4000; ++id) {
    const Record name = {1, 0, 0, 0, 0, id, size, 0, 0};
    const Record created = {3, 0, 0, id, double(id), id, 0, id, 0};
    std::memcpy(batch, &name, sizeof name);
    std::memset(batch + sizeof name, 'a' + id % 26, size);
    std::memcpy(batch + sizeof name + size, &created, sizeof created);
    trace(batch, sizeof batch);
  }
  std::puts("sent");
}
