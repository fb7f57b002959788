// expect: failed "out of bounds" or finished "went on"
// The list of buffers at the very end.
#include <cstdio>

__attribute__((import_module("wasi_snapshot_preview1"), import_name("fd_write"))) int write(int, unsigned, unsigned,
                                                                                            unsigned);

int main() {
  write(1, 0xfffffff8, 1, 0xfffffffe);
  std::puts("went on");
}
