// expect: compile-error ""
// What Emscripten would turn into JavaScript.
#include <cstdio>
#include <emscripten.h>

int main() {
  EM_ASM({ document.title = "ESCAPED"; });
  emscripten_run_script("document.title = 'ESCAPED'");
  std::puts("main");
}
