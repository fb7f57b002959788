// expect: refused "<img src=x onerror="
// The message shows the name: as text.
#include <cstdio>

__attribute__((import_module("asyncio_host"), import_name("<img src=x onerror=\"document.title='ESCAPED'\">"))) double
markup();

int main() {
  markup();
  std::puts("ESCAPED");
}
