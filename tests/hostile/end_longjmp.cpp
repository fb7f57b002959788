// expect: ended or compile-error "longjmp" or compile-error "setjmp"
#include <csetjmp>
#include <cstdio>

static std::jmp_buf place;

int main() {
  if (setjmp(place) == 0) std::longjmp(place, 1);
  std::puts("back");
}
