// expect: refused "fd_write"
// A BigInt in the place of a number throws inside the host.
#include <cstdio>

__attribute__((import_module("wasi_snapshot_preview1"), import_name("fd_write"))) int write(long long, long long,
                                                                                            long long, long long);

int main() {
  write(1, 0, 1, 0);
  std::puts("ESCAPED");
}
