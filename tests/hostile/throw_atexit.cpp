// expect: failed ""
#include <cstdlib>
#include <stdexcept>

int main() {
  std::atexit([] { throw std::runtime_error("too late"); });
}
