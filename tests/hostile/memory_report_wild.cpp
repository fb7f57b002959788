// expect: failed ""
#include <cstdio>

__attribute__((import_module("asyncio_host"), import_name("report"))) void report(int, unsigned, unsigned, unsigned,
                                                                                  unsigned);

int main() {
  report(0, 0xfffffffc, 0xffffffff, 0x80000000, 0x80000000);
  std::puts("went on");
  return 1;
}
