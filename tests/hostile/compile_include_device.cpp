// expect: compile-error "" within 20s
#include "/dev/zero"
#include "/proc/self/environ"
#include "/etc/passwd"

int main() {}
