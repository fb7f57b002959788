// expect: refused "xxxxxxxx"
// A name of a megabyte, in a message that a person is to read.
#include <cstdio>

#define X1 "xxxxxxxxxxxxxxxx"
#define X2 X1 X1 X1 X1 X1 X1 X1 X1 X1 X1 X1 X1 X1 X1 X1 X1
#define X3 X2 X2 X2 X2 X2 X2 X2 X2 X2 X2 X2 X2 X2 X2 X2 X2
#define X4 X3 X3 X3 X3 X3 X3 X3 X3 X3 X3 X3 X3 X3 X3 X3 X3
#define X5 X4 X4 X4 X4 X4 X4 X4 X4 X4 X4 X4 X4 X4 X4 X4 X4
__attribute__((import_module("asyncio_host"), import_name(X5))) double long_name();

int main() {
  long_name();
  std::puts("ESCAPED");
}
