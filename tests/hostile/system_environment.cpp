// expect: finished "done"
#include <cstdio>
#include <cstdlib>
#include <initializer_list>

int main() {
  for (const char* name : {"PATH", "HOME", "USER", "LANG", "_"}) {
    const char* value = std::getenv(name);
    std::printf("%s=%s\n", name, value ? value : "");
  }
  std::puts("done");
}
