// expect: ended
// NaN and infinities in the place of times.
#include <cstdio>

struct Record {
  unsigned char kind, detail;
  unsigned short zero;
  unsigned task;
  double time;
  unsigned a, b, c, d;
};
__attribute__((import_module("asyncio_host"), import_name("trace"))) void trace(const void*, unsigned);

int main() {
  const double times[] = {__builtin_nan(""), __builtin_inf(), -__builtin_inf(), 1e308, -1e308, 5e-324};
  unsigned task = 0;
  for (int round = 0; round < 100; ++round)
    for (double time : times) {
      ++task;
      Record records[] = {{3, 0, 0, task, time, 0, 0, 0, 0},    {4, 0, 0, task, times[task % 6], 0, 0, 0, 0},
                          {6, 0, 0, task, time, 0, task, 0, 0}, {7, 0, 0, task, time, task, 0, 0, 0},
                          {5, 0, 0, task, -time, 0, 0, 0, 0},   {2, 0, 0, 0, time, 0xffffffff, 0xffffffff, 0, 0},
                          {9, 1, 0, task, time, 0, 0, 0, 0}};
      trace(records, sizeof records);
    }
  std::puts("sent");
}
