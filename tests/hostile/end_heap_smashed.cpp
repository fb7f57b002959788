// expect: ended
#include <cstdio>

int main() {
  char* p = new char[16];
  for (int i = -64; i < 4096; ++i) p[i] = char(0xff);
  for (int i = 0; i < 100; ++i) delete[] new char[i * 100];
  std::puts("after");
}
