#pragma once

#include <cstdio>
#include <cstdlib>

/// A benchmark's result is checked before its time counts: a wrong one ends the run.
inline void check(bool correct, const char* what) {
  if (correct) return;
  std::fprintf(stderr, "benchmark computes a wrong result: %s\n", what);
  std::exit(1);
}
