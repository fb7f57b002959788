// expect: ended
#include <cstdio>

int main() {
  int* volatile p = new int(5);
  delete p;
  delete p;
  std::puts("twice");
}
