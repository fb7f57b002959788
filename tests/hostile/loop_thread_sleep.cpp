// expect: stopped
#include <chrono>
#include <cstdio>
#include <thread>

int main() {
  std::puts("asleep");
  std::this_thread::sleep_for(std::chrono::hours(1));
}
