// expect: stopped
// what() is called by the host's side of the program.
#include <exception>

struct Endless : std::exception {
  const char* what() const noexcept override {
    for (volatile int i = 0;; i = i + 1) {
    }
  }
};

int main() { throw Endless(); }
