// expect: stopped
#include <exception>

int main() {
  std::set_terminate([] {
    for (volatile int i = 0;; i = i + 1) {
    }
  });
  std::terminate();
}
