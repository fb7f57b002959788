// expect: failed "out of bounds" or finished "went on"
// Every import of the extras, with ids that nobody has given out and pointers to nowhere.
#include <cstdio>

#define WEB(name) __attribute__((import_module("asyncio_web"), import_name(#name)))
WEB(read) void web_read(unsigned, unsigned);
WEB(send) int web_send(unsigned, unsigned, unsigned, unsigned);
WEB(close) void web_close(unsigned, unsigned, unsigned, unsigned);
WEB(drop) void web_drop(unsigned);
WEB(take) void web_take(unsigned);

int main() {
  for (unsigned id : {0u, 1u, 0x7fffffffu, 0xffffffffu}) {
    web_read(id, 7);
    web_drop(id);
    web_send(id, 9, 16, 16);
    web_close(id, 0xffffffff, 16, 16);
  }
  web_take(0xffffffff);
  web_send(1, 1, 0xffffff00, 0xffff);
  web_close(1, 1000, 0x80000000, 0x80000000);
  std::puts("went on");
}
