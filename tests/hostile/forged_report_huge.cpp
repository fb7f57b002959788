// expect: ended
// A type and a message of 200 MB each.
#include <cstdio>

__attribute__((import_module("asyncio_host"), import_name("report"))) void report(int, const void*, unsigned,
                                                                                  const void*, unsigned);

int main() {
  static char text[200u << 20];
  __builtin_memset(text, 'r', sizeof text);
  report(0, text, sizeof text, text, sizeof text);
  std::puts("said");
}
