// expect: refused "unknown_"
#include <cstdio>

#pragma clang diagnostic ignored "-Wunused"

#define GLUE_(a, b) a##b
#define GLUE(a, b) GLUE_(a, b)
#define TEXT_(a) #a
#define TEXT(a) TEXT_(a)
#define ONE(n)                                                                                       \
  __attribute__((import_module("asyncio_host"), import_name("unknown_" TEXT(n)))) void GLUE(f, n)(); \
  inline void GLUE(g, n)() { GLUE(f, n)(); }                                                         \
  [[gnu::used]] static void (*GLUE(p, n))() = GLUE(g, n);
#define TEN(n) ONE(n##0) ONE(n##1) ONE(n##2) ONE(n##3) ONE(n##4) ONE(n##5) ONE(n##6) ONE(n##7) ONE(n##8) ONE(n##9)
#define HUNDRED(n) TEN(n##0) TEN(n##1) TEN(n##2) TEN(n##3) TEN(n##4) TEN(n##5) TEN(n##6) TEN(n##7) TEN(n##8) TEN(n##9)
#define HUNDREDS(n) \
  HUNDRED(n##0) HUNDRED(n##1) HUNDRED(n##2) HUNDRED(n##3) HUNDRED(n##4) HUNDRED(n##5) HUNDRED(n##6) HUNDRED(n##7)
HUNDREDS(1)

int main() { std::puts("ESCAPED"); }
