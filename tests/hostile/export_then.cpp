// expect: refused "\"then\"" or finished "main"
// A module whose exports are a thenable: `await` of them would call it.
#include <cstdio>

__attribute__((export_name("then"))) void then(int, int) { std::puts("ESCAPED: then was called"); }

int main() { std::puts("main"); }
