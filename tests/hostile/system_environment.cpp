// expect: finished "done"
#include <cstdio>
#include <cstdlib>

int main() {
  for (const char* name : {"PATH", "HOME", "USER", "LANG", "_"}) {
    const char* value = std::getenv(name);
    std::printf("%s=%s\n", name, value ? value : "");
  }
  std::puts("done");
}
