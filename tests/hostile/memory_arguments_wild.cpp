// expect: failed "out of bounds" or finished "went on"
#include <cstdio>

#define WASI(name) __attribute__((import_module("wasi_snapshot_preview1"), import_name(#name)))
WASI(args_sizes_get) int args_sizes_get(unsigned, unsigned);
WASI(args_get) int args_get(unsigned, unsigned);
WASI(environ_sizes_get) int environ_sizes_get(unsigned, unsigned);
WASI(environ_get) int environ_get(unsigned, unsigned);
WASI(fd_fdstat_get) int fd_fdstat_get(unsigned, unsigned);

int main() {
  args_sizes_get(16, 0xfffffffc);
  args_get(0xfffffff0, 0xfffffffe);
  environ_sizes_get(0xfffffffd, 0xfffffffd);
  environ_get(0xfffffff0, 0xfffffffe);
  fd_fdstat_get(0xffffffff, 0xfffffff0);
  fd_fdstat_get(1, 0xfffffff0);
  std::puts("went on");
}
