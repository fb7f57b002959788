// expect: compile-error "constexpr" or compile-error "constant" within 60s
constexpr int count() {
  int n = 0;
  for (long long i = 0; i < 100'000'000'000; ++i) n += i % 3;
  return n;
}
constexpr int counted = count();

int main() {}
