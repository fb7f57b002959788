// expect: ended or compile-error "system"
#include <cstdio>
#include <cstdlib>

int main() { std::printf("%d\n", std::system("cat /etc/passwd")); }
