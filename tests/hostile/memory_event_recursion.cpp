// expect: failed "" or finished ""
// An event whose handler asks for what brings on the next event, for ever.
#include <cstdio>

__attribute__((import_module("asyncio_web"), import_name("fetch"))) void fetch(int, const void*, unsigned);
static int id = 0;
static void ask() {
  unsigned fields[] = {4, 0x3a3a3a3a, 3, 0x00544547};
  fetch(++id, fields, 15);
}

__attribute__((export_name("asyncio_web_event"))) void event(int, int, int) { ask(); }

int main() {
  ask();
  std::puts("went on");
}
