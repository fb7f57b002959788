// expect: stopped "main"
#include <cstdio>
#include <cstdlib>

int main() {
  std::atexit([] {
    for (volatile int i = 0;; i = i + 1) {
    }
  });
  std::puts("main");
}
