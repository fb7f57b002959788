// expect: refused "__defineGetter__"
// Called without a receiver it throws; with one it puts a getter of the program's on a host object.
#include <cstdio>

using Getter = int (*)();
__attribute__((import_module("wasi_snapshot_preview1"), import_name("__defineGetter__"))) void define(int, int);

int main() {
  try {
    define(1, 2);
  } catch (...) {
  }
  std::puts("ESCAPED");
}
