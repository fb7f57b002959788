// expect: refused "\"then\"" or finished "main"
#include <cstdio>

__attribute__((export_name("then"))) void then() {
  for (;;) {
  }
}

int main() { std::puts("main"); }
