// expect: failed ""
#include <exception>

struct Null : std::exception {
  const char* what() const noexcept override { return nullptr; }
};

int main() { throw Null(); }
