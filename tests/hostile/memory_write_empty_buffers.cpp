// expect: finished "went on"
#include <cstdio>
#include <vector>

struct Buffer {
  const char* data;
  unsigned size;
};
__attribute__((import_module("wasi_snapshot_preview1"), import_name("fd_write"))) int write(int, const Buffer*,
                                                                                            unsigned, unsigned*);

int main() {
  std::vector<Buffer> buffers(1'000'000, Buffer{nullptr, 0});
  unsigned written = 0;
  for (int i = 0; i < 3; ++i) write(1, buffers.data(), buffers.size(), &written);
  std::puts("went on");
}
