// expect: ended
// Constructors of globals, again and again.
#include <cstdio>

extern "C" void _initialize();
struct Global {
  Global() { std::puts("constructed"); }
} global;

int main() {
  for (int i = 0; i < 3; ++i) _initialize();
}
