// expect: finished "thread" or failed ""
#include <cstdio>
#include <exception>
#include <thread>

int main() {
  try {
    std::thread([] { std::puts("in a thread"); }).join();
    std::puts("thread ended");
  } catch (const std::exception& error) {
    std::printf("thread: %s\n", error.what());
  }
}
