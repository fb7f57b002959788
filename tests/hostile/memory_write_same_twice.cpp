// expect: finished "went on" within 20s
// A thousand buffers that are all the same megabyte: a gigabyte of output in one call.
#include <cstdio>
#include <vector>

struct Buffer {
  const char* data;
  unsigned size;
};
__attribute__((import_module("wasi_snapshot_preview1"), import_name("fd_write"))) int write(int, const Buffer*,
                                                                                            unsigned, unsigned*);

int main() {
  std::vector<char> text(1 << 20, 'x');
  std::vector<Buffer> buffers(1000, Buffer{text.data(), unsigned(text.size())});
  unsigned written = 0;
  write(1, buffers.data(), buffers.size(), &written);
  std::puts("\nwent on");
}
