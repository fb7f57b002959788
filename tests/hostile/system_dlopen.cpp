// expect: compile-error "" or ended
#include <cstdio>
#include <dlfcn.h>

int main() {
  void* library = dlopen("libc.so", RTLD_NOW);
  std::printf("%s\n", library ? "ESCAPED" : "no library");
}
