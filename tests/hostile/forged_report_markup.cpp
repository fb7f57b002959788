// expect: ended "<b>"
#include <cstdio>

__attribute__((import_module("asyncio_host"), import_name("report"))) void report(int, const void*, unsigned,
                                                                                  const void*, unsigned);

int main() {
  const char text[] = "<b>bold</b><img src=x onerror=\"document.title='ESCAPED'\">";
  report(0, text, sizeof text - 1, text, sizeof text - 1);
  std::puts("said");
}
