// expect: failed ""
#include <exception>

struct Wild : std::exception {
  const char* what() const noexcept override { return reinterpret_cast<const char*>(0xfffffff0); }
};

int main() { throw Wild(); }
