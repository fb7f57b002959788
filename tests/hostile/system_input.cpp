// expect: stopped
#include <cstdio>
#include <iostream>
#include <string>

// Nobody types: it waits for ever, and costs nothing meanwhile.
int main() {
  int number = 0;
  if (!(std::cin >> number)) std::puts("ESCAPED");
  std::string line;
  while (std::getline(std::cin, line)) std::puts("ESCAPED");
}
