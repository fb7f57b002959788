// expect: failed "int"
#include <cstdio>

int main() { throw 42; }
