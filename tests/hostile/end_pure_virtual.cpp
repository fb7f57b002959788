// expect: failed ""
#include <cstdio>

struct Base {
  Base() { call(); }
  void call() { f(); }
  virtual void f() = 0;
};
struct Derived : Base {
  void f() override { std::puts("derived"); }
};

int main() { Derived derived; }
