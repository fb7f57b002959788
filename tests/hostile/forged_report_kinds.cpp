// expect: ended
#include <cstdio>

__attribute__((import_module("asyncio_host"), import_name("report"))) void report(int, const void*, unsigned,
                                                                                  const void*, unsigned);

int main() {
  for (int kind : {-1, 2, 3, 255, 0x7fffffff, -0x7fffffff}) report(kind, "kind", 4, "what", 4);
  std::puts("said");
}
