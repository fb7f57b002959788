// expect: failed ""
#include <stdexcept>

struct Global {
  Global() { throw std::runtime_error("too early"); }
} global;

int main() {}
