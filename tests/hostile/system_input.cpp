// expect: finished "nothing"
#include <cstdio>
#include <iostream>
#include <string>

int main() {
  int number = 0;
  if (!(std::cin >> number)) std::puts("nothing");
  std::string line;
  while (std::getline(std::cin, line)) std::puts("ESCAPED");
}
