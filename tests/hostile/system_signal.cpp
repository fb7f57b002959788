// expect: ended or compile-error "signal"
#include <csignal>
#include <cstdio>

int main() {
  std::signal(SIGINT, [](int) { std::puts("handled"); });
  std::raise(SIGINT);
  std::puts("done");
}
