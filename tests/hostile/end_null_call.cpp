// expect: failed "function pointer"
#include <cstdio>

int main() {
  void (*volatile null)() = nullptr;
  null();
}
