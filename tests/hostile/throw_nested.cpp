// expect: failed "level" within 20s
#include <exception>
#include <stdexcept>
#include <string>

void deeper(int n) try {
  if (n == 0) throw std::runtime_error("level 0");
  deeper(n - 1);
} catch (...) {
  std::throw_with_nested(std::runtime_error("level " + std::to_string(n)));
}

int main() { deeper(500); }
