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
  for (unsigned id : {0xffffffffu, 0xfffffffeu, 0x80000000u, 0x7fffffffu, 0u}) {
    Record records[] = {{3, 255, 0, id, 1, id, id, id, id}, {4, 255, 0, id, 2, id, id, id, id},
                        {6, 255, 0, id, 3, id, id, id, id}, {7, 255, 0, id, 3, id, id, id, id},
                        {8, 255, 0, id, 4, id, id, id, id}, {10, 255, 0, id, 5, id, id, id, id},
                        {9, 255, 0, id, 6, id, id, id, id}};
    trace(records, sizeof records);
  }
  std::puts("sent");
}
