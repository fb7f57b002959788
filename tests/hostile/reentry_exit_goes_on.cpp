// expect: ended
// proc_exit returns in this host, as the next instruction is a trap. Here it is not.
#include <cstdio>

__attribute__((import_module("wasi_snapshot_preview1"), import_name("proc_exit"))) void proc_exit(int);

int main() {
  for (int code : {0, 1, -1, 256, 0x7fffffff}) {
    proc_exit(code);
    std::printf("alive after exit %d\n", code);
  }
}
