// expect: failed ""
#include <stdexcept>

struct Second {
  ~Second() noexcept(false) { throw std::runtime_error("second"); }
};

int main() {
  Second second;
  throw std::runtime_error("first");
}
