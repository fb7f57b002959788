// expect: ended
#include <cstdio>

__attribute__((import_module("asyncio_host"), import_name("report"))) void report(int, const void*, unsigned,
                                                                                  const void*, unsigned);

int main() {
  static char text[1000];
  for (int i = 0; i < 1'000'000; ++i) report(i % 3, text, sizeof text, text, sizeof text);
  std::puts("said");
}
