// expect: failed ""
#include <cstdio>

int main() {
  for (unsigned size = 1u << 16;; size *= 2) {
    volatile char* room = static_cast<char*>(__builtin_alloca(size));
    for (unsigned i = 0; i < size; i += 4096) room[i] = 1;
  }
}
