// expect: failed "out of bounds" or finished "went on"
// Two thousand million buffers.
#include <cstdio>

__attribute__((import_module("wasi_snapshot_preview1"), import_name("fd_write"))) int write(int, unsigned, unsigned,
                                                                                            unsigned);

int main() {
  write(1, 16, 0x7fffffff, 8);
  std::puts("went on");
}
