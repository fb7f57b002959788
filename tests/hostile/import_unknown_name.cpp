// expect: refused "eval"
#include <cstdio>

__attribute__((import_module("asyncio_host"), import_name("eval"))) void eval(const char*);

int main() {
  eval("1");
  std::puts("ESCAPED");
}
