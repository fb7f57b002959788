// expect: failed "pointer"
#include <cstdio>

struct Base {
  virtual int f() { return 1; }
};

int main() {
  Base* volatile null = nullptr;
  std::printf("%d\n", null->f());
}
