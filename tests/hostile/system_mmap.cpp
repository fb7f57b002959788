// expect: compile-error "" or ended
#include <cstdio>
#include <sys/mman.h>

int main() {
  void* memory = mmap(nullptr, 1u << 31, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  std::printf("%p\n", memory);
}
