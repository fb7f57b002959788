// expect: stopped or ended
#include <cstdio>

__attribute__((import_module("wasi_snapshot_preview1"), import_name("proc_exit"))) void proc_exit(int);

int main() {
  proc_exit(0);
  for (;;) {
  }
}
