// expect: refused "emscripten_run_script"
#include <cstdio>

__attribute__((import_module("env"), import_name("emscripten_run_script"))) void run_script(const char*);

int main() {
  run_script("postMessage('ESCAPED')");
  std::puts("ESCAPED");
}
