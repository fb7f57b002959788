// expect: failed ""
#include <cstdio>
#include <optional>

int main() {
  std::optional<int> none;
  std::printf("%d\n", *none);
}
