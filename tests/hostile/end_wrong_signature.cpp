// expect: failed "function pointer"
#include <cstdio>

int main() {
  auto print = reinterpret_cast<double (*)(double, double)>(&std::puts);
  return int(print(1, 2));
}
