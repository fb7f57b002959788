// expect: failed "Exit code 7"
#include <cstdio>
#include <cstdlib>

int main() {
  std::at_quick_exit([] { std::puts("quick"); });
  std::quick_exit(7);
}
