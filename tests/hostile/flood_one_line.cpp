// expect: finished "done" within 20s
// A line of 100 MB.
#include <cstdio>
#include <string>

int main() {
  std::string block(1 << 20, 'x');
  for (int i = 0; i < 100; ++i) std::fwrite(block.data(), 1, block.size(), stdout);
  std::puts("\ndone");
}
