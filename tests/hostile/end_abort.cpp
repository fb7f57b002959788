// expect: failed "abort"
#include <cstdio>
#include <cstdlib>

int main() {
  std::puts("before");
  std::abort();
}
