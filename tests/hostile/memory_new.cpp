// expect: failed "out of memory"
#include <new>

int main() {
  for (;;) static_cast<char*>(::operator new(1 << 20))[0] = 1;
}
