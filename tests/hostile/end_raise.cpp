// expect: ended or compile-error "raise"
#include <csignal>
#include <cstdio>

int main() {
  std::raise(SIGSEGV);
  std::puts("after");
}
