// expect: refused "sock_accept"
#include <cstdio>

__attribute__((import_module("wasi_snapshot_preview1"), import_name("sock_accept"))) int accept(int, int, int*);

int main() {
  int fd = 0;
  accept(3, 0, &fd);
  std::puts("ESCAPED");
}
