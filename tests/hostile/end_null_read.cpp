// expect: failed "pointer"
#include <cstdio>

int main() {
  int* volatile null = nullptr;
  std::printf("%d\n", *null);
}
