// expect: ended
// A report that says in the page's words that all is well.
#include <cstdio>

__attribute__((import_module("asyncio_host"), import_name("report"))) void report(int, const void*, unsigned,
                                                                                  const void*, unsigned);

int main() {
  const char text[] = "Finished\nExit code 0 \u00b7 compiled in 1 ms";
  report(1, text, sizeof text - 1, text, sizeof text - 1);
  for (volatile int i = 0; i < 1000; i = i + 1) {
  }
}
