// expect: stopped "left out"
#include <cstdio>
#include <string>

int main() {
  std::string line(100'000, 'l');
  for (;;) std::puts(line.c_str());
}
