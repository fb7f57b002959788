// expect: ended or stopped
// Everything that the program has, overwritten: constants, heap, the library's state.
#include <cstdio>

int main() {
  volatile unsigned char* memory = reinterpret_cast<unsigned char*>(1024);
  for (unsigned i = 0; i < (4u << 20); ++i) memory[i] = 0xff;
  std::puts("after");
}
