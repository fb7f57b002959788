// expect: compile-error "" within 60s
constexpr int take() {
  int sum = 0;
  for (int i = 0; i < 1000; ++i) {
    int* p = new int[10'000'000]();
    sum += p[i];
    if (i > 1000) delete[] p;
  }
  return sum;
}
constexpr int taken = take();

int main() {}
