// expect: failed "out of bounds"
#include <cstdio>
#include <vector>

int main() {
  std::vector<int> three{1, 2, 3};
  volatile int i = 3;
  std::printf("%d\n", three[i]);
}
