#include <asyncio/asyncio.hpp>
#include <cstdlib>
#include <iostream>
#include <print>
#include <string>

asyncio::Coro<void> greet() {
  std::string line;
  while (std::getline(std::cin, line)) {
    co_await asyncio::sleep(std::chrono::milliseconds(1));
    std::println("Hello {:<5}|", line);
  }
}

int main(int count, char** values) {
  for (int i = 1; i < count; ++i) std::println("{}", values[i]);
  if (const char* name = std::getenv("NAME")) std::println("{}", name);
  asyncio::run(greet());
  std::println("{:.2f} {}", 1.5, "end");
}
