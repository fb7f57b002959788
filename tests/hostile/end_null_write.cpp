// expect: failed "pointer"
#include <cstdio>

int main() {
  int* volatile null = nullptr;
  *null = 1;
  std::puts("wrote to null");
}
