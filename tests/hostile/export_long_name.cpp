// expect: refused "xxxxxxxx" or finished "main"
#include <cstdio>

#define X1 "xxxxxxxxxxxxxxxx"
#define X2 X1 X1 X1 X1 X1 X1 X1 X1 X1 X1 X1 X1 X1 X1 X1 X1
#define X3 X2 X2 X2 X2 X2 X2 X2 X2 X2 X2 X2 X2 X2 X2 X2 X2
#define X4 X3 X3 X3 X3 X3 X3 X3 X3 X3 X3 X3 X3 X3 X3 X3 X3
__attribute__((export_name(X4))) void long_name() {}
__attribute__((export_name(""))) void no_name() {}

int main() { std::puts("main"); }
