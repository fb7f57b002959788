// expect: refused "wasm:js-string"
// Builtins that an engine provides itself, to whoever compiles with them.
#include <cstdio>

__attribute__((import_module("wasm:js-string"), import_name("fromCharCode"))) __externref_t from_char_code(int);
__attribute__((import_module("wasm:js-string"), import_name("length"))) int length(__externref_t);

int main() { std::printf("ESCAPED %d\n", length(from_char_code(65))); }
