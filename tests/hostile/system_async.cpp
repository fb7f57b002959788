// expect: finished "async" or failed ""
// A thread that there is not: an exception, or the work done at once.
#include <cstdio>
#include <exception>
#include <future>

int main() {
  try {
    auto later = std::async([] { return 1; });
    std::printf("async %d\n", later.get());
  } catch (const std::exception& error) {
    std::printf("async: %s\n", error.what());
  }
}
