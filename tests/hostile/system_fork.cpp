// expect: compile-error "" or ended
#include <cstdio>
#include <unistd.h>

int main() {
  for (int i = 0; i < 3; ++i) fork();
  execl("/bin/sh", "sh", nullptr);
  std::puts("after");
}
